import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { transfer, verificationPage } from '../../dev/fixtures/ownership';
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
    const history = within(screen.getByRole('list', { name: 'History' }));
    const [latest, first] = history.getAllByRole('listitem');
    expect(latest).toHaveTextContent(/Storefront → Payments.*by transfer/);
    expect(first).toHaveTextContent(/Storefront.*first seen/);
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
    await userEvent.type(dialog.getByLabelText(/^New owner/), 'group:search');
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
      reason: 'They run it',
    });
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
    expect(screen.getByRole('link', { name: 'Jo Marsh' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('of a person points to the graph and the gaps', async () => {
    const client = clientWith();
    await show(<EntityOwnershipEntry />, {
      client,
      entity: entityOf('User', 'jo'),
    });
    expect(
      await screen.findByRole('link', { name: 'Open in the ownership graph' }),
    ).toHaveAttribute('href', '/ownership?root=user%3Adefault%2Fjo');
    expect(client.getTeamOwnership).not.toHaveBeenCalled();
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
