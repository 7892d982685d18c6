import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { readinessBy } from '../../../dev/fixtures/readiness';
import { clientWith, entityOf, show } from '../../__testUtils__/show';
import { EntityOwnershipEntry } from '../../entry/EntityOwnershipEntry';
import { ProductsEntry } from '../../entry/ProductsEntry';

expect.extend(toHaveNoViolations);

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

describe('Readiness', () => {
  it('says the answer first, then who misses how much', async () => {
    const { container } = await show(<ProductsEntry />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Readiness' }),
    );
    expect(
      await screen.findByText('41 of 63 are ready for the stage they are in.'),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'Most missed: “Its last recovery drill kept the objectives”, by 18.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/79 checks of what is here today were not met; now 48/),
    ).toBeVisible();
    expect(address()).toBe('/?view=readiness');
    const list = within(
      screen.getByRole('list', { name: 'Readiness by team' }),
    );
    const [payments, nobody, storefront] = list.getAllByRole('listitem');
    expect(payments).toHaveTextContent('12 of 30 ready');
    expect(payments).toHaveTextContent('checks: 34 failed, 6 open, 3 waived');
    expect(nobody).toHaveTextContent('Nobody owns it');
    expect(storefront).toHaveTextContent('nothing is missingchecks: 2 waived');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads from a team to its checks, to the entities that miss one, to how to put it right', async () => {
    const client = clientWith();
    await show(<ProductsEntry />, { client, at: '/?view=readiness' });
    await userEvent.click(
      await screen.findByRole('link', { name: 'What Payments misses' }),
    );
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'What misses “Its last recovery drill kept the objectives”',
      }),
    );
    const entities = within(
      await screen.findByRole('list', { name: 'Readiness of each entity' }),
    );
    expect(
      entities.getByRole('link', { name: 'How to put it right: Identity' }),
    ).toHaveAttribute('href', '/catalog/default/product/identity/lifecycle');
    const [identity, checkout] = entities.getAllByRole('listitem');
    expect(identity).toHaveTextContent('9 of 14 checks met');
    expect(checkout).toHaveTextContent('8 of 8 checks met');
    expect(client.getReadiness).toHaveBeenCalledWith(
      {
        by: 'entity',
        limit: 20,
        owner: 'group:default/payments',
        check: 'recovery-drill',
      },
      expect.anything(),
    );
    expect(
      await screen.findByText(
        '22 of 40 meet the check “Its last recovery drill kept the objectives”.',
      ),
    ).toBeVisible();
  });

  it('fetches the choices of a filter when somebody wants to choose', async () => {
    const client = clientWith();
    await show(<ProductsEntry />, { client, at: '/?view=readiness' });
    await screen.findByRole('list', { name: 'Readiness by team' });
    expect(client.getReadiness).not.toHaveBeenCalledWith(
      { by: 'stage', limit: 100 },
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: /^Stage:/ }));
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Live' }),
    );
    await waitFor(() =>
      expect(client.getReadiness).toHaveBeenCalledWith(
        { by: 'team', limit: 20, stage: ['live'] },
        expect.anything(),
      ),
    );
    expect(address()).toBe('/?view=readiness&stage=live');
  });

  it('teaches where nothing is demanded of anything', async () => {
    const none = readinessBy();
    const client = clientWith({
      getReadiness: async () => ({
        ...none,
        items: [],
        totalItems: 0,
        total: { ...none.total, entities: 0, ready: 0 },
      }),
    });
    await show(<ProductsEntry />, { client, at: '/?view=readiness' });
    expect(
      await screen.findByText('Nothing is demanded of anything yet'),
    ).toBeVisible();
    expect(screen.getByText(/lifecycle: live/)).toBeVisible();
  });

  it('is on the page of a team, with what most of its entities miss', async () => {
    await show(<EntityOwnershipEntry />, {
      entity: entityOf('Group', 'payments'),
    });
    const card = within(
      await screen.findByRole('region', { name: 'Readiness' }),
    );
    expect(card.getByText('41 of 63 are ready for their stage.')).toBeVisible();
    expect(
      card.getByRole('link', {
        name: 'Its last recovery drill kept the objectives',
      }),
    ).toHaveAttribute(
      'href',
      '/products?view=readiness&by=entity&owner=group%3Adefault%2Fpayments&check=recovery-drill',
    );
  });
});
