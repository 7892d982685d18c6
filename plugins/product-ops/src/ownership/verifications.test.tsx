import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { Verification } from '@productops/backstage-plugin-product-ops-common';
import { transfer, verificationPage } from '../../dev/fixtures/ownership';
import { refusal } from '../__testUtils__/refusal';
import { clientWith, show } from '../__testUtils__/show';
import { Surface } from '../entry/Surface';
import { VerificationsView } from './VerificationsView';

expect.extend(toHaveNoViolations);

const view = (
  <Surface>
    <VerificationsView />
  </Surface>
);
const [checkout, cart] = verificationPage.items;
const yours: Verification = { ...cart, mayAnswer: true };
const bothYours = {
  ...verificationPage,
  items: [checkout, yours],
};
const fasterSam: Verification = {
  ...checkout,
  state: 'upcoming',
  dueAt: '2027-02-22',
  version: 4,
  last: {
    answer: 'confirmed',
    by: { ...checkout.last!.by, title: 'Sam Okoro' },
    at: '2026-11-22T09:00:00Z',
  },
};

describe('Verifications', () => {
  it('lists what is overdue and due, with buttons for what one may answer', async () => {
    const client = clientWith();
    const { container } = await show(view, { client });
    const list = within(
      await screen.findByRole('list', { name: 'Verifications' }),
    );
    const [first, second] = list.getAllByRole('listitem');
    expect(first).toHaveTextContent('overdue');
    expect(first).toHaveTextContent('confirmed by Jo Marsh');
    expect(second).toHaveTextContent('never answered');
    expect(within(second).queryByRole('button')).toBeNull();
    expect(
      within(second).getByRole('checkbox', { name: 'Select Cart' }),
    ).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(() =>
      expect(client.listOwnershipVerifications).toHaveBeenLastCalledWith(
        { limit: 50, mine: true },
        expect.anything(),
      ),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent('/?mine=true');
  });

  it('confirms one, and says so', async () => {
    const client = clientWith();
    await show(view, { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Still ours: Checkout' }),
    );
    expect(
      await screen.findByRole('status', { name: 'What became of it' }),
    ).toHaveTextContent('Checkout: recorded');
    expect(client.verifyOwnership).toHaveBeenCalledWith([
      { entity: 'product:default/checkout', version: 3, answer: 'confirmed' },
    ]);
  });

  it('confirms several at once, and tells of each what became of it', async () => {
    const client = clientWith({
      listOwnershipVerifications: async () => bothYours,
      verifyOwnership: async () => ({
        results: [
          {
            entity: checkout.entity.ref,
            outcome: 'conflict',
            current: fasterSam,
          },
          { entity: cart.entity.ref, outcome: 'forbidden' },
        ],
      }),
    });
    await show(view, { client });
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Select all that you may answer',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Still ours: all 2 selected' }),
    );
    const told = await screen.findByRole('status', {
      name: 'What became of it',
    });
    await waitFor(() =>
      expect(told).toHaveTextContent(
        'Checkout: somebody was faster, nothing was overwritten',
      ),
    );
    expect(told).toHaveTextContent(/Now: upcoming, due .+, owner Payments/);
    expect(told).toHaveTextContent('confirmed by Sam Okoro');
    expect(told).toHaveTextContent('Cart: you may not answer for it');
    expect(client.verifyOwnership.mock.calls[0][0]).toHaveLength(2);
  });

  it('shows how it is now where somebody was faster, and keeps what was typed', async () => {
    const client = clientWith();
    const conflict = await refusal(409, 'ConflictError', 'It has changed', {
      current: fasterSam,
    });
    // Sam's answer takes it out of the list at once.
    client.listOwnershipVerifications
      .mockResolvedValueOnce(verificationPage)
      .mockResolvedValue({ ...verificationPage, items: [], totalItems: 0 });
    client.verifyOwnership.mockRejectedValueOnce(conflict).mockResolvedValue({
      results: [{ entity: checkout.entity.ref, outcome: 'recorded', transfer }],
    });
    const user = userEvent.setup();
    await show(view, { client });
    await user.click(
      await screen.findByRole('button', { name: 'Wrong…: Checkout' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: /Checkout is wrong/ }),
    );
    const send = dialog.getByRole('button', { name: 'Say it is wrong' });
    expect(send).toBeDisabled();
    await user.type(dialog.getByLabelText(/^Reason/), 'They left');
    await user.type(
      dialog.getByLabelText('New owner (optional)'),
      'group:storefront',
    );
    await user.click(send);
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent(
        /nothing was overwritten.*confirmed by Sam Okoro/,
      ),
    );
    expect(dialog.getByLabelText(/^Reason/)).toHaveValue('They left');

    await user.click(send);
    expect(
      await screen.findByText(/recorded, proposed to|: recorded/),
    ).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.verifyOwnership).toHaveBeenLastCalledWith([
      {
        entity: 'product:default/checkout',
        version: 4,
        answer: 'wrong',
        reason: 'They left',
        to: 'group:storefront',
      },
    ]);
  });

  it('says in one line that nothing is due', async () => {
    const client = clientWith({
      listOwnershipVerifications: async () => ({
        ...verificationPage,
        items: [],
        totalItems: 0,
      }),
    });
    await show(view, { client });
    expect(
      await screen.findByRole('heading', { name: 'Nothing is due' }),
    ).toBeVisible();
  });
});
