import { act, screen, waitFor } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { clientWith } from '../__testUtils__/show';
import { useEntityOwnership, useVerifications } from './ownershipHooks';
import { productOpsApiRef } from './productOpsApiRef';
import { ProductOpsQueryProvider } from './ProductOpsQueryProvider';
import { useStatus } from './hooks';

/** The signals of a portal, and how many listen to them. */
function signalsOfPortal() {
  const heard = new Map<string, Set<(message: object) => void>>();
  const api = {
    subscribe: (channel: string, onMessage: (message: object) => void) => {
      const listeners = heard.get(channel) ?? new Set();
      heard.set(channel, listeners.add(onMessage));
      return { unsubscribe: () => listeners.delete(onMessage) };
    },
  } as SignalApi;
  return {
    api,
    listeners: () => heard.get('product-ops')?.size ?? 0,
    say: (message: object) =>
      act(() => heard.get('product-ops')?.forEach(hear => hear(message))),
  };
}

function Card(props: { name: string }) {
  const { data } = useEntityOwnership('component:default/cart');
  useVerifications({});
  useStatus();
  return <p>{data ? `${props.name} is there` : ''}</p>;
}

function Cards(props: { names: string[] }) {
  return (
    <>
      {props.names.map(name => (
        <ProductOpsQueryProvider key={name}>
          <Card name={name} />
        </ProductOpsQueryProvider>
      ))}
    </>
  );
}

async function open(signals?: SignalApi) {
  const client = clientWith();
  const shown = await renderInTestApp(
    <TestApiProvider
      apis={[
        [productOpsApiRef, client],
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ]}
    >
      <Cards names={['One', 'Two']} />
    </TestApiProvider>,
  );
  await screen.findByText('Two is there');
  return { client, ...shown };
}

describe('pages that hear of changes', () => {
  it('ask again for what has changed, once for all cards and for many changes at once', async () => {
    const signals = signalsOfPortal();
    const { client, unmount } = await open(signals.api);
    expect(signals.listeners()).toBe(1);
    const before = client.getStatus.mock.calls.length;

    signals.say({ room: 'ownership', revision: 'a' });
    signals.say({ room: 'kitchen', revision: 'b' });
    signals.say({ room: 'ownership', revision: 'c' });
    await waitFor(
      () => expect(client.getEntityOwnership).toHaveBeenCalledTimes(2),
      { timeout: 3000 },
    );
    expect(client.listOwnershipVerifications).toHaveBeenCalledTimes(2);
    expect(client.getStatus).toHaveBeenCalledTimes(before);

    unmount();
    expect(signals.listeners()).toBe(0);
  });

  it('are the same in a portal without signals', async () => {
    const { client } = await open();
    expect(client.getEntityOwnership).toHaveBeenCalledTimes(1);
  });
});
