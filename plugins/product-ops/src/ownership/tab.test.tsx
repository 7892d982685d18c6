import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import {
  entityOwnership,
  teamOwnership,
  transfer,
  verificationPage,
} from '../../dev/fixtures/ownership';
import { refusal } from '../__testUtils__/refusal';
import {
  checkoutEntity,
  clientWith,
  entityOf,
  show,
} from '../__testUtils__/show';
import { EntityOwnershipEntry } from '../entry/EntityOwnershipEntry';

expect.extend(toHaveNoViolations);

describe('The Ownership tab', () => {
  it('of a product says who answers, how that comes about, and how it was before', async () => {
    const client = clientWith({
      listOwnershipVerifications: async () => ({
        ...verificationPage,
        items: [verificationPage.items[0]],
      }),
      listOwnershipTransfers: async () => ({
        items: [],
        totalItems: 0,
        pageInfo: {},
      }),
    });
    const { container } = await show(<EntityOwnershipEntry />, {
      client,
      entity: checkoutEntity,
    });
    expect(
      await screen.findByRole('heading', { name: 'Who answers' }),
    ).toBeVisible();
    const origin = within(
      screen.getByRole('region', { name: 'How it comes about' }),
    );
    expect(
      origin.getByRole('link', { name: /^catalog-info.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example.com/checkout/edit');
    expect(origin.getByRole('link', { name: 'Commerce' })).toBeVisible();
    const history = within(
      await screen.findByRole('list', { name: 'History' }),
    );
    const [answer, change, proposal, first] = history.getAllByRole('listitem');
    expect(answer).toHaveTextContent(/^Payments.*confirmed by Jo Marsh/);
    expect(change).toHaveTextContent(/Storefront → Payments.*by transfer/);
    expect(proposal).toHaveTextContent(
      /Storefront → Payments.*They take the money.*proposed by Jo Marsh/,
    );
    expect(first).toHaveTextContent(/^Storefront.*first seen/);
    expect(
      screen.getByRole('link', { name: 'Open in the ownership graph' }),
    ).toHaveAttribute('href', '/ownership?root=product%3Adefault%2Fcheckout');
    await screen.findByText('No transfer is open.');
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Still ours: Checkout' }),
    );
    await waitFor(() =>
      expect(
        screen.getAllByRole('status', { name: 'What became of it' })[0],
      ).toHaveTextContent('Checkout: recorded'),
    );
  });

  it('proposes another owner, and shows the open transfer where there is one', async () => {
    const client = clientWith();
    client.proposeOwnershipTransfer.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'There is one', {
        current: transfer,
      }),
    );
    await show(<EntityOwnershipEntry />, { client, entity: checkoutEntity });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose another owner…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const newOwner = dialog.getByRole('combobox', { name: /^New owner/ });
    await userEvent.type(newOwner, 'pay');
    // Teams and people can own something, products cannot.
    const options = await dialog.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Paymentsgroup:default/payments',
    ]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(newOwner).toHaveValue('group:default/payments');
    expect(dialog.queryByRole('listbox')).toBeNull();
    await userEvent.clear(newOwner);
    await userEvent.type(newOwner, 'group:search');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'They run it');
    const send = dialog.getByRole('button', { name: 'Propose' });
    await userEvent.click(send);
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent(
        /open already.*from Payments to Storefront/,
      ),
    );
    await userEvent.click(send);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.proposeOwnershipTransfer).toHaveBeenLastCalledWith({
      entity: 'product:default/checkout',
      to: 'group:search',
      from: 'group:default/payments',
      reason: 'They run it',
    });
  });

  it('says who owns it by now, where it moved before another owner was proposed', async () => {
    const client = clientWith();
    client.proposeOwnershipTransfer.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'It has moved', {
        current: { entity: transfer.entity, owner: transfer.to },
      }),
    );
    await show(<EntityOwnershipEntry />, { client, entity: checkoutEntity });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose another owner…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^New owner/), 'group:search');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'They run it');
    await userEvent.click(dialog.getByRole('button', { name: 'Propose' }));
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent(
        /another owner by now.*Storefront/,
      ),
    );
  });

  it('offers no proposal to whom the policy allows none, and no verification of what nobody owns', async () => {
    const client = clientWith({
      getEntityOwnership: async () => ({
        ...entityOwnership,
        ownership: { roles: [] },
        mayPropose: false,
      }),
      listOwnershipVerifications: async () => ({
        ...verificationPage,
        items: [],
      }),
    });
    await show(<EntityOwnershipEntry />, { client, entity: checkoutEntity });
    expect(
      await screen.findByText(/no owner, so there is nothing to verify/),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'Another owner' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Propose another owner…' }),
    ).toBeNull();
  });

  it('of a team says what it owns, what is amiss, what is due and what would be left without it', async () => {
    const { container } = await show(<EntityOwnershipEntry />, {
      entity: entityOf('Group', 'payments'),
    });
    const owns = within(
      await screen.findByRole('region', { name: 'What it owns' }),
    );
    expect(owns.getAllByText('53 entities')).toHaveLength(2);
    expect(owns.getByRole('list', { name: 'By kind' })).toHaveTextContent(
      /Component.*52.*Product.*1/,
    );
    expect(
      screen.getByRole('link', { name: 'Role not filled' }),
    ).toHaveAttribute(
      'href',
      '/ownership?view=gaps&owner=group%3Adefault%2Fpayments&rule=missing-role',
    );
    expect(
      await screen.findByRole('link', { name: '1 verification overdue' }),
    ).toHaveAttribute(
      'href',
      '/ownership?view=verify&owner=group%3Adefault%2Fpayments&state=overdue',
    );
    expect(await screen.findByText('18 dependencies')).toBeVisible();
    expect(screen.getByText('53 entities would have no owner.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'List them' })).toHaveAttribute(
      'href',
      '/ownership?view=list&holder=group%3Adefault%2Fpayments',
    );
    // Twenty at most are shown of the products: how many there are, and where, is told.
    const products = within(
      screen.getByRole('region', { name: 'Products 21' }),
    );
    expect(products.getByText('+ 20 more')).toBeVisible();
    expect(
      products.getByRole('link', { name: 'All 21 products' }),
    ).toHaveAttribute(
      'href',
      '/ownership?view=list&holder=group%3Adefault%2Fpayments&kind=product',
    );
    expect(
      within(screen.getByRole('list', { name: 'In a role' })).getByRole(
        'link',
        {
          name: 'runs it',
        },
      ),
    ).toHaveAttribute(
      'href',
      '/ownership?view=list&holder=group%3Adefault%2Fpayments&role=operations',
    );
    expect(
      screen.getByRole('list', { name: 'Who else answers for it' }),
    ).toHaveTextContent(/Platform.*runs it.*12 entities.*Jo Marsh/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('of a team opens what is between it and another, and keeps that in the address', async () => {
    const client = clientWith();
    await show(<EntityOwnershipEntry />, {
      client,
      entity: entityOf('Group', 'payments'),
    });
    const which = await screen.findByRole('button', {
      name: 'Which dependencies, with Platform',
    });
    expect(which).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(which);
    const between = await screen.findByRole('list', {
      name: 'Which dependencies, with Platform',
    });
    expect(between).toHaveTextContent(/payment-gateway needs bus.*\+ 17 more/);
    expect(client.listOwnershipDependencies).toHaveBeenLastCalledWith(
      'group:default/payments',
      { other: 'group:default/platform' },
      expect.anything(),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'between=dependsOn+group%3Adefault%2Fplatform',
    );
    await userEvent.click(which);
    expect(screen.getByLabelText('Address')).not.toHaveTextContent('between');
  });

  it('of a team that owns nothing says what it holds in roles', async () => {
    await show(<EntityOwnershipEntry />, {
      client: clientWith({
        getTeamOwnership: async () => ({
          ...teamOwnership,
          total: { entities: 0, gaps: 0 },
          direct: { entities: 0, gaps: 0 },
          products: { total: 0, items: [] },
        }),
      }),
      entity: entityOf('Group', 'payments'),
    });
    expect(
      await screen.findByText(
        'It owns nothing itself, and answers in a role for what follows.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('list', { name: 'In a role' })).toHaveTextContent(
      '7 entities',
    );
  });

  it('of a person says what the person answers for and how, and what is due, in one request', async () => {
    const client = clientWith();
    const { container } = await show(<EntityOwnershipEntry />, {
      client,
      entity: entityOf('User', 'jo'),
    });
    const answers = within(
      await screen.findByRole('list', { name: 'Answers for' }),
    );
    const [checkout, cart] = answers.getAllByRole('listitem');
    expect(checkout).toHaveTextContent(
      /Checkout.*overdue.*through Payments · tech lead · 1 gap/,
    );
    expect(cart).toHaveTextContent(/Cart.*owner by name/);
    const due = within(screen.getByRole('region', { name: 'Due from it' }));
    expect(due.getByText('1 verification overdue')).toBeVisible();
    expect(due.getByText(/Payments → Storefront/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open in the ownership graph' }),
    ).toHaveAttribute('href', '/ownership?root=user%3Adefault%2Fjo');
    expect(client.getPersonOwnership).toHaveBeenCalledTimes(1);
    expect(client.getTeamOwnership).not.toHaveBeenCalled();
    expect(client.listOwnershipVerifications).not.toHaveBeenCalled();
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(screen.getByRole('button', { name: /^How:/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^in a role/ }));
    expect(client.getPersonOwnership).toHaveBeenLastCalledWith(
      'user:default/jo',
      { limit: 20, how: ['role'] },
      expect.anything(),
    );
  });

  it('shows what is around an entity with its owners, as a graph or as a list', async () => {
    await show(<EntityOwnershipEntry />, { entity: checkoutEntity });
    const around = within(
      await screen.findByRole('region', { name: 'Neighbourhood' }),
    );
    const answers = within(around.getByRole('group', { name: 'Who answers' }));
    expect(answers.getAllByRole('listitem')[0]).toHaveTextContent(
      'PaymentsOwner',
    );
    const needs = within(around.getByRole('group', { name: 'Depends on' }));
    // Every box is a stop on the way through the page.
    expect(needs.getAllByRole('link')[0]).toHaveAttribute('href');
    await userEvent.click(around.getByRole('button', { name: 'List' }));
    expect(around.getByRole('list', { name: 'Depends on' })).toBeVisible();
  });

  it('has no links to the Ownership page where the portal has none', async () => {
    await show(<EntityOwnershipEntry />, {
      entity: checkoutEntity,
      ownershipPage: false,
    });
    expect(
      await screen.findByRole('heading', { name: 'How it comes about' }),
    ).toBeVisible();
    expect(await screen.findByText('All its transfers')).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Open in the ownership graph' }),
    ).toBeNull();
  });

  it('says so where nothing is known of the entity yet', async () => {
    const client = clientWith();
    client.getEntityOwnership.mockRejectedValue(
      await refusal(404, 'NotFoundError', 'There is no such entity'),
    );
    await show(<EntityOwnershipEntry />, { client, entity: checkoutEntity });
    expect(
      await screen.findByText('Nothing is known of this entity yet'),
    ).toBeVisible();
  });
});
