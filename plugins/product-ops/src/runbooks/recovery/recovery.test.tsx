import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { checkoutOverview } from '../../../dev/fixtures/overview';
import { refusal } from '../../__testUtils__/refusal';
import { runbooksPage } from '../../__testUtils__/runbooksPage';
import { checkoutEntity, clientWith, show } from '../../__testUtils__/show';
import { RunbooksEntry } from '../../entry/RunbooksEntry';
import { Surface } from '../../entry/Surface';
import { OperationsPanel } from '../../overview/OperationsPanel';

expect.extend(toHaveNoViolations);

const missed =
  'Promised 1 h, proven 1 h 12 min on 3 Nov 2026: misses it by 12 min.';
const open = (client = clientWith()) =>
  show(<RunbooksEntry />, { client, entity: checkoutEntity, at: '/' });

it('The page of a product says that its last drill has missed what is promised', async () => {
  await show(
    <Surface>
      <OperationsPanel overview={checkoutOverview} isProduct />
    </Surface>,
    { entity: checkoutEntity },
  );
  expect(await screen.findByText(missed)).toBeVisible();
});

describe('The recovery of an entity', () => {
  it('is told with what it rests on, and where that promises less', async () => {
    const { container } = await open();
    const panel = await screen.findByRole('region', { name: 'Recovery' });
    expect(within(panel).getAllByText(new RegExp(missed))[0]).toBeVisible();
    expect(
      within(panel).getByText(
        /promises a recovery time of 1 h, and Order database promises 4 h/,
      ),
    ).toHaveTextContent('by way of Cart');
    expect(within(panel).getByText(/it promises nothing/)).toBeVisible();
    expect(
      within(panel).getByText('Each night to another region'),
    ).toBeVisible();
    const drills = within(panel).getByRole('list', { name: 'Drills' });
    expect(within(drills).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining('run=0c9f6a1e-3d2b-4c5a-8e7f-1a2b3c4d5e6f'),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is drilled on a day that is planned once, however often it is sent', async () => {
    const client = clientWith({
      recovery: {
        plan: jest
          .fn()
          .mockRejectedValueOnce(
            await refusal(400, 'InputError', 'day: got a day that is over'),
          )
          .mockResolvedValue(undefined),
      },
    });
    await open(client);
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Plan a drill' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Plan a drill' });
    await user.type(within(dialog).getByLabelText(/Day/), '2027-03-01');
    const submit = within(dialog).getByRole('button', { name: 'Plan' });
    await user.click(submit);
    expect(await within(dialog).findByText(/Not taken/)).toBeVisible();
    await user.click(submit);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    const [[, first], [, second]] = client.recovery.plan.mock.calls;
    expect(first).toMatchObject({ day: '2027-03-01' });
    expect(second).toEqual(first);
    await user.click(
      screen.getByRole('button', { name: 'Cancel the drill of 1 Feb 2027' }),
    );
    expect(client.recovery.change).toHaveBeenCalledWith(
      '5b1f2a54-7c66-4b8e-9d07-0f3a1c2d4e5f',
      { version: 1, state: 'cancelled' },
    );
  });

  it('is drilled by a run whose reason is filled in', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', {
        name: 'Start a drill of Restore the order database',
      }),
    );
    const dialog = await screen.findByRole('dialog', { name: /^Run/ });
    expect(within(dialog).getByLabelText(/What has happened/)).toHaveValue(
      'Drill',
    );
  });
});

it('A drill that cannot be started says why, and is tried again', async () => {
  const client = clientWith();
  client.getRunbook.mockRejectedValueOnce(
    await refusal(400, 'InputError', 'The runbook cannot be read'),
  );
  await open(client);
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole('button', {
      name: 'Start a drill of Restore the order database',
    }),
  );
  const why = await screen.findByText(/Request failed with 400/);
  expect(why).toBeVisible();
  await user.click(screen.getByRole('button', { name: /again/i }));
  expect(await screen.findByRole('dialog', { name: /^Run/ })).toBeVisible();
});

it('The recovery of all products begins with what it comes to', async () => {
  const client = clientWith();
  const { container } = await show(runbooksPage, {
    client,
    at: '/runbooks/recovery?state=missed',
  });
  expect(
    await screen.findByText(/0 of 1 on tier 1 are proven, 1 missed/),
  ).toBeVisible();
  const list = screen.getByRole('list', { name: 'Recovery' });
  expect(within(list).getByText(new RegExp(missed))).toBeVisible();
  expect(within(list).getByText('conflict')).toBeVisible();
  expect(client.recovery.list).toHaveBeenCalledWith(
    { limit: 50, state: ['missed'] },
    expect.anything(),
  );
  expect(await axe(container)).toHaveNoViolations();
});
