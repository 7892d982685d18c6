import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { transfer } from '../../dev/fixtures/ownership';
import { refusal } from '../__testUtils__/refusal';
import { clientWith, show } from '../__testUtils__/show';
import { Surface } from '../entry/Surface';
import { TransfersView } from './TransfersView';

expect.extend(toHaveNoViolations);

const view = (
  <Surface>
    <TransfersView />
  </Surface>
);

describe('Transfers', () => {
  it('says from whom to whom, why, what comes along and what to write where', async () => {
    const client = clientWith();
    const { container } = await show(view, { client });
    const list = within(await screen.findByRole('list', { name: 'Transfers' }));
    const row = list.getByRole('listitem');
    expect(row).toHaveTextContent('from Payments to Storefront');
    expect(row).toHaveTextContent('They build it');
    expect(row).toHaveTextContent('3 open roadmap items, 1 stale runbook');
    expect(within(row).getByText(/owner: group:storefront/)).toBeVisible();
    expect(
      within(row).getByRole('link', { name: /Edit catalog-info.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example.com/cart/edit');
    expect(client.listOwnershipTransfers).toHaveBeenCalledWith(
      { limit: 20, state: ['proposed', 'accepted'] },
      expect.anything(),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is accepted by those who are to receive it', async () => {
    const client = clientWith();
    await show(view, { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept Cart' }),
    );
    expect(await screen.findByText(/^Cart is accepted/)).toBeVisible();
    expect(client.decideOwnershipTransfer).toHaveBeenCalledWith('t1', {
      version: 1,
      decision: 'accept',
    });
  });

  it('is declined with a reason', async () => {
    const client = clientWith();
    await show(view, { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Decline… Cart' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(
      dialog.getByLabelText('Reason (optional)'),
      'Too much',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Decline' }));
    await waitFor(() =>
      expect(client.decideOwnershipTransfer).toHaveBeenCalledWith('t1', {
        version: 1,
        decision: 'decline',
        reason: 'Too much',
      }),
    );
    expect(await screen.findByText(/^Cart is declined/)).toBeVisible();
  });

  it('keeps the reason that was written where somebody was faster', async () => {
    const client = clientWith();
    const current = { ...transfer, version: 2, state: 'accepted' as const };
    client.decideOwnershipTransfer.mockImplementation(async () => {
      // Whoever was faster has taken it out of the list too.
      client.listOwnershipTransfers.mockResolvedValue({
        items: [],
        totalItems: 0,
        pageInfo: {},
      });
      throw await refusal(409, 'ConflictError', 'It has changed', { current });
    });
    await show(view, { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Decline… Cart' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const reason = dialog.getByLabelText('Reason (optional)');
    await userEvent.type(reason, 'Too much');
    await userEvent.click(dialog.getByRole('button', { name: 'Decline' }));
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent(
        'nothing was overwritten',
      ),
    );
    await screen.findByText('No open transfers');
    expect(reason).toHaveValue('Too much');
  });

  it('shows how it is now where somebody was faster', async () => {
    const client = clientWith();
    client.decideOwnershipTransfer.mockRejectedValue(
      await refusal(409, 'ConflictError', 'It has changed', {
        current: {
          ...transfer,
          version: 2,
          state: 'declined',
          decidedBy: { ...transfer.proposedBy, title: 'Sam Okoro' },
          decidedAt: '2026-11-22T09:00:00Z',
        },
      }),
    );
    await show(view, { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take back Cart' }),
    );
    const told = await screen.findByRole('status', {
      name: 'What became of it',
    });
    await waitFor(() =>
      expect(told).toHaveTextContent('nothing was overwritten'),
    );
    expect(told).toHaveTextContent('declined');
    expect(told).toHaveTextContent('decided by Sam Okoro');
  });
});
