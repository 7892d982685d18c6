import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { oneTap, receipts } from '../../../dev/fixtures/FixtureFeedbackClient';
import { refusal } from '../../__testUtils__/refusal';
import { clientWith, show } from '../../__testUtils__/show';
import { ProductOpsQueryProvider } from '../../api/ProductOpsQueryProvider';
import { EntityFeedback } from './EntityFeedback';
import { FeedbackView } from './FeedbackView';
import { ItemFeedback } from './ItemFeedback';

expect.extend(toHaveNoViolations);

const CHECKOUT = 'product:default/checkout';

const address = () => screen.getByLabelText('Address').textContent ?? '';
const inbox = () => (
  <ProductOpsQueryProvider>
    <FeedbackView />
  </ProductOpsQueryProvider>
);
const ofCheckout = () => (
  <ProductOpsQueryProvider>
    <EntityFeedback entityRef={CHECKOUT} />
  </ProductOpsQueryProvider>
);
const nothing = {
  items: [],
  totalItems: 0,
  counts: {
    open: 0,
    'under-review': 0,
    planned: 0,
    shipped: 0,
    declined: 0,
  },
  may: { post: true },
  pageInfo: {},
};

describe('The inbox of feedback', () => {
  it('lists requests with their votes, and shows one with its answer first', async () => {
    const client = clientWith();
    const { container } = await show(inbox(), {
      client,
      at: '/?view=feedback&linked=no&status=under-review&mine=voted&owner=group:default/payments',
    });
    const list = await screen.findByRole('list', { name: 'Feedback' });
    expect(client.feedback.list).toHaveBeenCalledWith(
      {
        limit: 20,
        sort: 'votes',
        status: ['under-review'],
        linked: false,
        mine: 'voted',
        owner: 'group:default/payments',
      },
      expect.anything(),
    );
    expect(await axe(container)).toHaveNoViolations();

    const user = userEvent.setup();
    await user.click(
      within(list).getByRole('button', { name: 'Pay with one tap' }),
    );
    expect(address()).toContain(`feedback=${oneTap.id}`);
    const details = await screen.findByRole('region', {
      name: 'Pay with one tap',
    });
    const answer = await within(details).findByText('We look into it.');
    const text = await within(details).findByText(/basket every week/);
    expect(
      answer.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    // What anybody typed stays text.
    expect(details.querySelector('script')).toBeNull();
    expect(await within(details).findByText(/^Me [*.]/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('votes with one press, and takes the vote back with another', async () => {
    const client = clientWith();
    await show(inbox(), { client });
    const user = userEvent.setup();
    const vote = await screen.findByRole('button', {
      name: 'Vote for “Pay with one tap”: 12 votes',
    });
    expect(vote).toHaveAttribute('aria-pressed', 'false');
    await user.click(vote);
    await waitFor(() =>
      expect(client.feedback.vote).toHaveBeenCalledWith(oneTap.id),
    );
    const voted = screen.getByRole('button', {
      name: 'Vote for “Receipts by mail”: 1 vote',
    });
    expect(voted).toHaveAttribute('aria-pressed', 'true');
    await user.click(voted);
    await waitFor(() =>
      expect(client.feedback.takeVoteBack).toHaveBeenCalledWith(receipts.id),
    );
  });

  it('makes an item of a request, decides, merges and links, as those may who moderate', async () => {
    const client = clientWith({
      feedback: {
        patch: async () => {
          throw await refusal(409, 'ConflictError', 'version: got 3', {
            current: { ...oneTap, version: 4, status: 'declined' },
          });
        },
      },
    });
    await show(inbox(), { client, at: `/?feedback=${oneTap.id}` });
    const user = userEvent.setup();
    const open = async (name: string) => {
      await user.click(await screen.findByRole('button', { name }));
      return within(await screen.findByRole('dialog'));
    };

    const make = await open('Make an item');
    await user.click(make.getByRole('button', { name: 'Make the item' }));
    await waitFor(() =>
      expect(client.feedback.makeItem).toHaveBeenCalledWith(
        oneTap.id,
        { fields: { title: 'Pay with one tap', horizon: 'next' } },
        { key: expect.any(String) },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const merge = await open('Merge');
    await user.click(await merge.findByRole('radio', { name: /Receipts/ }));
    await user.click(merge.getByRole('button', { name: 'Merge' }));
    await waitFor(() =>
      expect(client.feedback.merge).toHaveBeenCalledWith(oneTap.id, {
        version: 3,
        into: receipts.id,
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const link = await open('Link to an item');
    await user.click(
      await link.findByRole('radio', { name: /One-tap checkout/ }),
    );
    await user.click(link.getByRole('button', { name: 'Link' }));
    await waitFor(() => expect(client.feedback.link).toHaveBeenCalled());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    // Somebody else was faster: what it says now is shown, and nothing is overwritten unseen.
    const decide = await open('Set status');
    await user.selectOptions(decide.getByLabelText('Status'), 'declined');
    expect(decide.getByRole('button', { name: 'Set' })).toBeDisabled();
    await user.type(decide.getByLabelText(/Why/), 'The law');
    await user.click(decide.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(decide.getByRole('alert')).toHaveTextContent(
        'It says now: Pay with one tap (declined).',
      ),
    );
    await user.click(decide.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(client.feedback.patch).toHaveBeenLastCalledWith(
        oneTap.id,
        expect.objectContaining({ version: 4, status: 'declined' }),
      ),
    );
  });

  it('says what it is for when it is empty', async () => {
    const client = clientWith({ feedback: { list: async () => nothing } });
    await show(inbox(), { client });
    expect(
      await screen.findByRole('heading', {
        name: 'Nobody has asked for anything yet',
      }),
    ).toBeVisible();
  });
});

describe('The feedback on an entity', () => {
  it('is posted after what is like it was shown, and commented on', async () => {
    const client = clientWith({
      feedback: {
        listOf: async (_entity, query) =>
          query?.similarTo ? { ...nothing, items: [oneTap] } : nothing,
      },
    });
    const { container } = await show(ofCheckout(), { client });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Post feedback' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Post' })).toBeDisabled();
    await user.type(dialog.getByLabelText(/In a line/), 'One tap');
    expect(
      await dialog.findByRole('button', {
        name: /Vote for “Pay with one tap”/,
      }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(dialog.getByRole('button', { name: 'Post' }));
    await waitFor(() =>
      expect(client.feedback.post).toHaveBeenCalledWith(
        CHECKOUT,
        { title: 'One tap', text: '' },
        { key: expect.any(String) },
      ),
    );
    expect(
      await screen.findByText(/“Pay with one tap” is posted/),
    ).toBeVisible();
    await user.type(await screen.findByLabelText('Your comment'), 'Soon?');
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    await waitFor(() =>
      expect(client.feedback.addComment).toHaveBeenCalledWith(oneTap.id, {
        text: 'Soon?',
      }),
    );
  });

  it('is posted once however often it is sent, in a portal by plain http too', async () => {
    const keys: unknown[] = [];
    const client = clientWith({
      feedback: {
        listOf: async () => nothing,
        post: async (_entity, _body, options) => {
          keys.push(options?.key);
          throw new Error('The connection was lost');
        },
      },
    });
    Object.defineProperty(window.crypto, 'randomUUID', {
      value: undefined,
      configurable: true,
    });
    await show(ofCheckout(), { client });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Post feedback' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const send = async () => {
      const sent = keys.length;
      await user.click(dialog.getByRole('button', { name: 'Post' }));
      await waitFor(() => expect(keys).toHaveLength(sent + 1));
      expect(await dialog.findByText(/The connection was lost/)).toBeVisible();
    };
    await user.type(dialog.getByLabelText(/In a line/), 'One tap');
    await send();
    await send();
    await user.type(dialog.getByLabelText(/In a line/), ' for all');
    await send();
    Reflect.deleteProperty(window.crypto, 'randomUUID');
    expect(keys[0]).toEqual(expect.any(String));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('tells at an item how many have asked for it', async () => {
    await show(
      <ProductOpsQueryProvider>
        <ItemFeedback entityRef={CHECKOUT} id="receipts" />
      </ProductOpsQueryProvider>,
    );
    expect(
      await screen.findByText(/1 request asks for it, with 1 vote:/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Receipts by mail' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/product/checkout/roadmap?view=feedback&feedback=${receipts.id}`,
    );
  });
});
