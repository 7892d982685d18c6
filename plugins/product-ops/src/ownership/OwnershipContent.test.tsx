import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotFoundError } from '@backstage/errors';
import { axe, toHaveNoViolations } from 'jest-axe';
import { ownershipGraph } from '../../dev/fixtures/ownership';
import { clientWith, show } from '../__testUtils__/show';
import { OwnershipEntry } from '../entry/OwnershipEntry';

expect.extend(toHaveNoViolations);

/** jsdom lays nothing out, so there is nothing to observe. */
class NoResizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver = NoResizes;

function address(): URLSearchParams {
  const text = screen.getByLabelText('Address').textContent ?? '';
  return new URL(text, 'http://portal').searchParams;
}

const TABLE = 'Who answers for what, as a table';
const row = (name: RegExp) => screen.getByRole('row', { name });

describe('Ownership', () => {
  it('shows the organisation as a tree table, with what each team has and what is missing', async () => {
    const client = clientWith();
    const { container } = await show(<OwnershipEntry />, {
      client,
      at: '/?view=tree',
    });
    const table = await screen.findByRole('treegrid', { name: TABLE });
    expect(screen.getByText(/470 entities · 4 teams/)).toBeVisible();
    expect(screen.getByText('23 with gaps')).toBeVisible();

    const payments = row(/^Team Payments/);
    expect(payments).toHaveAttribute('aria-level', '3');
    expect(payments).toHaveAttribute('aria-expanded', 'true');
    expect(payments).toHaveTextContent('53');
    expect(within(table).getByText('+ 13 more')).toBeVisible();
    expect(client.getOwnershipGraph).toHaveBeenCalledTimes(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps lens, role and filters in the address and asks the backend for them', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { client, at: '/?view=tree' });
    await user.click(
      await screen.findByRole('button', { name: 'Lens: stage' }),
    );
    await user.click(screen.getByRole('menuitemradio', { name: 'gaps' }));
    await user.click(
      await screen.findByRole('button', { name: 'Role: owner' }),
    );
    await user.click(screen.getByRole('menuitemradio', { name: 'tech lead' }));
    await user.click(await screen.findByRole('button', { name: /^Tier:/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Tier 1' }));
    await user.keyboard('{Escape}');

    expect(address().get('lens')).toBe('gaps');
    expect(address().get('role')).toBe('techLead');
    expect(address().getAll('tier')).toEqual(['1']);
    expect(client.getOwnershipGraph).toHaveBeenLastCalledWith(
      expect.objectContaining({
        lens: 'gaps',
        role: 'techLead',
        tier: ['1'],
      }),
      expect.anything(),
    );
    expect(screen.getByRole('columnheader', { name: 'By gaps' })).toBeVisible();
  });

  it('shows only what is of a type, and is asked for it by the address', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { client, at: '/?view=tree&type=library' });
    await user.click(
      await screen.findByRole('button', { name: 'Type: library' }),
    );
    await user.click(screen.getByRole('checkbox', { name: /^service/ }));
    await user.keyboard('{Escape}');
    expect(address().getAll('type')).toEqual(['library', 'service']);
    expect(client.getOwnershipGraph).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: ['library', 'service'] }),
      expect.anything(),
    );
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address().getAll('type')).toEqual([]);
  });

  it('tells what is to be verified, leads to it, and marks every team by it', async () => {
    const client = clientWith({
      getOwnershipGraph: async () => ({
        ...ownershipGraph,
        nodes: ownershipGraph.nodes.map(node => ({
          ...node,
          distribution:
            node.title === 'Platform'
              ? [{ value: 'upcoming', title: 'Up to date', count: 9 }]
              : [
                  { value: 'overdue', title: 'Overdue', count: 1 },
                  { value: 'due', title: 'Due', count: 4 },
                ],
        })),
      }),
    });
    await show(<OwnershipEntry />, {
      client,
      at: '/?view=graph&lens=verification',
    });
    expect(
      await screen.findByRole('link', { name: '4 verifications due' }),
    ).toHaveAttribute('href', '/ownership?view=verify&state=due');
    expect(
      screen.getByRole('link', { name: '1 verification overdue' }),
    ).toHaveAttribute('href', '/ownership?view=verify&state=overdue');
    await userEvent.click(
      screen.getByRole('button', { name: 'Lens: verification' }),
    );
    // Nothing evaluates readiness here, so it is not offered.
    expect(
      screen.getAllByRole('menuitemradio').map(item => item.textContent),
    ).toEqual(['stage', 'gaps', 'verification', 'tier', 'kind']);
  });

  it.each(['tier=1', 'role=techLead', 'root=product:default/checkout'])(
    'tells what is to be verified without a way to a list that has another number, with %s',
    async asked => {
      await show(<OwnershipEntry />, { at: `/?view=tree&${asked}` });
      expect(await screen.findByText(/4 verifications due/)).toBeVisible();
      expect(
        screen.queryByRole('link', { name: '4 verifications due' }),
      ).toBeNull();
    },
  );

  it('lists what would have no owner if a team went, by what the address asks', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    const { container } = await show(<OwnershipEntry />, {
      client,
      at: '/?view=list&holder=group:default/payments&role=nonsense',
    });
    expect(
      await screen.findByRole('heading', { name: 'If Payments went' }),
    ).toBeVisible();
    expect(
      screen.getByText(
        '53 entities would have no owner. For 41 of them nobody else answers in any role.',
      ),
    ).toBeVisible();
    const [checkout, gateway] = within(
      screen.getByRole('list', { name: 'Entities' }),
    ).getAllByRole('listitem');
    expect(checkout).toHaveTextContent(
      /Checkout.*1 gap.*Still there: Jo Marsh/,
    );
    expect(gateway).toHaveTextContent('Nobody else answers for it.');
    expect(await axe(container)).toHaveNoViolations();

    await user.click(screen.getByRole('button', { name: 'Nobody else' }));
    await user.click(screen.getByRole('button', { name: 'Role: owner' }));
    await user.click(screen.getByRole('checkbox', { name: 'runs it' }));
    await user.keyboard('{Escape}');
    expect(address().get('alone')).toBe('true');
    expect(client.listOwnedEntities).toHaveBeenLastCalledWith(
      {
        limit: 20,
        holder: 'group:default/payments',
        role: 'operations',
        alone: true,
      },
      expect.anything(),
    );
    expect(
      await screen.findByRole('heading', { name: 'Payments, runs it' }),
    ).toBeVisible();
  });

  it('offers the stages of the installation as a filter', async () => {
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { at: '/?view=tree&lens=tier' });
    await user.click(await screen.findByRole('button', { name: /^Stage:/ }));
    expect(
      screen
        .getAllByRole('checkbox')
        .map(option => option.closest('label')?.textContent),
    ).toEqual(['Pilot0', 'Live447', 'Sunset23']);
  });

  it('closes what opened by itself, and keeps it closed', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { client, at: '/?view=tree' });
    await screen.findByRole('treegrid', { name: TABLE });
    await user.click(screen.getByRole('button', { name: 'Collapse Commerce' }));
    expect(address().getAll('expand')).toEqual(['organisation']);
    expect(client.getOwnershipGraph).toHaveBeenLastCalledWith(
      expect.objectContaining({ depth: 1, expand: ['organisation'] }),
      expect.anything(),
    );
  });

  it('is walked through, opened, closed and chosen from with the keyboard', async () => {
    const user = userEvent.setup();
    await show(<OwnershipEntry />, {
      at: '/?view=tree&expand=organisation>group:default/commerce>group:default/payments',
    });
    await screen.findByRole('treegrid', { name: TABLE });
    row(/^Organisation/).focus();
    await user.keyboard('{ArrowRight}');
    expect(row(/^Team Commerce/)).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(row(/^Team Payments/)).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(address().get('selected')).toBe(
      'organisation>group:default/commerce>group:default/payments',
    );
    expect(row(/^Team Payments/)).toHaveAttribute('aria-selected', 'true');

    await user.keyboard('{ArrowLeft}');
    expect(address().getAll('expand')).toEqual([
      'organisation>group:default/commerce',
    ]);
    await user.keyboard('{End}');
    expect(row(/Nobody owns it/)).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(row(/^Organisation/)).toHaveFocus();
  });

  it('tells of a chosen team who it is, on whom it depends and what would be without an owner', async () => {
    await show(<OwnershipEntry />, {
      at: '/?view=tree&selected=organisation>group:default/commerce>group:default/payments',
    });
    const details = await screen.findByRole('region', { name: 'Payments' });
    expect(
      await within(details).findByText('53 entities would have no owner.'),
    ).toBeVisible();
    expect(details).toHaveTextContent('For 41 of them nobody else');
    expect(within(details).getByText('Role not filled')).toBeVisible();
    expect(
      (await within(details).findByRole('link', { name: 'Platform' })).closest(
        'li',
      ),
    ).toHaveTextContent(/Platform.*18 dependencies/);
  });

  it('lists what does not fit, finds in it, and goes to what is picked', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { client, at: '/?view=tree' });
    await user.click(await screen.findByText('+ 13 more'));
    const dialog = await screen.findByRole('dialog', {
      name: 'All in Payments',
    });
    await user.type(within(dialog).getByLabelText('Find by name'), 'check');
    await waitFor(() =>
      expect(client.listOwnershipChildren).toHaveBeenLastCalledWith(
        expect.objectContaining({ q: 'check', limit: 25 }),
        expect.anything(),
      ),
    );
    await user.click(
      await within(dialog).findByRole('button', { name: /Checkout/ }),
    );
    const checkout =
      'organisation>group:default/commerce>group:default/payments>product:default/checkout';
    expect(address().getAll('expand')).toEqual([checkout]);
    expect(address().get('selected')).toBe(checkout);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('goes to the first that a search finds with Enter', async () => {
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { at: '/?view=tree' });
    await user.type(
      await screen.findByLabelText('Find a team, product, person'),
      'storef',
    );
    await screen.findByRole('list', { name: 'Found' });
    await user.keyboard('{Enter}');
    expect(address().get('selected')).toBe(
      'organisation>group:default/commerce>group:default/storefront',
    );
  });

  it('goes to what a search finds, with the way to it open', async () => {
    const user = userEvent.setup();
    await show(<OwnershipEntry />, {
      at: '/?view=tree&root=group:default/x&stage=sunset&tier=1&role=owner',
    });
    await user.type(
      await screen.findByLabelText('Find a team, product, person'),
      'storef',
    );
    const found = await screen.findByRole('list', { name: 'Found' });
    expect(
      screen.getByText('What is chosen here is shown without the filters.'),
    ).toBeVisible();
    await user.click(within(found).getByRole('button', { name: /Storefront/ }));
    expect(address().get('selected')).toBe(
      'organisation>group:default/commerce>group:default/storefront',
    );
    expect(address().get('root')).toBeNull();
    // What is found may not pass the filters: they are taken off, so that it is there.
    expect(address().getAll('stage')).toEqual([]);
    expect(address().getAll('tier')).toEqual([]);
    expect(
      await screen.findByRole('region', { name: 'Storefront' }),
    ).toBeVisible();
  });

  it('switches to the graph, where the same tree is walked through', async () => {
    const user = userEvent.setup();
    await show(<OwnershipEntry />, { at: '/?view=tree' });
    await user.click(await screen.findByRole('button', { name: 'Graph' }));
    expect(address().get('view')).toBeNull();
    expect(
      await screen.findByRole('tree', { name: 'Who answers for what' }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Gaps' }));
    expect(address().get('view')).toBe('gaps');
  });

  it('says that a root is not there, and shows the whole instead', async () => {
    const user = userEvent.setup();
    const client = clientWith({
      getOwnershipGraph: async query => {
        if (query?.root) {
          throw new NotFoundError('gone');
        }
        return ownershipGraph;
      },
    });
    await show(<OwnershipEntry />, {
      client,
      at: '/?view=tree&root=group:default/gone',
    });
    expect(
      await screen.findByText(
        'There is no group:default/gone in the ownership graph',
      ),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Show the whole organisation' }),
    );
    expect(await screen.findByRole('treegrid', { name: TABLE })).toBeVisible();
  });

  it('teaches what to write where there are no teams', async () => {
    const client = clientWith({
      getOwnershipGraph: async () => ({
        ...ownershipGraph,
        totals: { ...ownershipGraph.totals, entities: 0, teams: 0, gaps: 0 },
        nodes: [
          {
            ...ownershipGraph.nodes[0],
            counts: { entities: 0, gaps: 0 },
            distribution: [],
            children: 0,
          },
        ],
      }),
    });
    await show(<OwnershipEntry />, { client });
    expect(
      await screen.findByRole('heading', { name: 'No teams yet' }),
    ).toBeVisible();
    expect(screen.getByText(/kind: Group/)).toBeVisible();
    expect(screen.getByText(/owner: group:payments/)).toBeVisible();
  });
});
