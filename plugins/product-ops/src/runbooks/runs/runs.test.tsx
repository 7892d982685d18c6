import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { missedDrill } from '../../../dev/fixtures/drills';
import {
  FixtureRunsClient,
  RUN_ID,
} from '../../../dev/fixtures/FixtureRunsClient';
import { refusal } from '../../__testUtils__/refusal';
import { checkoutEntity, clientWith, show } from '../../__testUtils__/show';
import { RunbooksEntry } from '../../entry/RunbooksEntry';

expect.extend(toHaveNoViolations);

const address = () => screen.getByLabelText('Address').textContent ?? '';
const open = (client = clientWith(), at = `/?run=${RUN_ID}`) =>
  show(<RunbooksEntry />, { client, entity: checkoutEntity, at });
const stepsShown = () => screen.findByRole('list', { name: 'Steps' });
const actionsOf = (step: string) =>
  screen.findByRole('group', { name: `What became of step ${step}` });

/** The record of a drill that has missed what was promised. */
async function drillRecord(this: FixtureRunsClient, id: string) {
  return {
    run: await this.get(id),
    ...(await this.listEvents(id)),
    drill: { ...missedDrill, run: id },
  };
}

const kept = () =>
  Object.keys(localStorage).filter(name => name.startsWith('product-ops'));

beforeEach(() => localStorage.clear());

describe('A runbook', () => {
  it('is run for a reason, with values that are checked first', async () => {
    const client = clientWith();
    const { container } = await open(client, '/?runbook=fail-over');
    const user = userEvent.setup();
    const panel = await screen.findByRole('region', { name: /Last runs/ });
    expect(within(panel).getByText('Payments fail in the west')).toBeVisible();
    await user.click(
      within(panel).getByRole('button', { name: 'Start a run' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Run “Fail over the payment gateway”',
    });
    expect(await axe(container)).toHaveNoViolations();
    const start = within(dialog).getByRole('button', { name: 'Start' });
    expect(start).toBeDisabled();
    await user.type(
      within(dialog).getByLabelText(/What has happened/),
      'Cards are refused',
    );
    await user.type(within(dialog).getByLabelText(/^Link/), 'data:text/html,1');
    await user.click(start);
    expect(client.runs.start).not.toHaveBeenCalled();
    await user.clear(within(dialog).getByLabelText(/^Link/));
    await user.click(start);
    expect(await stepsShown()).toBeVisible();
    expect(client.runs.start).toHaveBeenCalledWith(
      'product:default/checkout',
      'fail-over',
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        version: '9f2c4e17a3b0d8c6',
        reason: { kind: 'incident', text: 'Cards are refused' },
        parameters: { region: 'eu-west' },
      },
    );
    expect(address()).toMatch(
      /^\/catalog\/default\/product\/checkout\/runbooks\?run=[0-9a-f-]{36}$/,
    );
  });
});

describe('A run', () => {
  it('shows how far it is, with what everybody has said, and the next step open', async () => {
    const { container } = await open();
    const steps = await stepsShown();
    expect(
      screen.getByRole('heading', { name: 'Fail over the payment gateway' }),
    ).toBeVisible();
    expect(
      screen.getByRole('progressbar', {
        name: '2 of 6 steps are dealt with',
      }),
    ).toBeVisible();
    expect(screen.getByText(/over the expected/)).toBeVisible();
    expect(within(steps).getByText(/502 on 40 % of calls/)).toBeVisible();
    expect(within(steps).getByText('marked wrong')).toBeVisible();
    // What anybody typed stays text.
    expect(container.querySelector('script')).toBeNull();
    const actions = await actionsOf('3');
    expect(within(actions).getByRole('button', { name: 'Done' })).toBeVisible();
    expect(
      within(steps).getByText(
        'gatewayctl switch --to standby --region eu-west',
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is ticked, skipped and failed with words, and goes on to the next step', async () => {
    const client = clientWith();
    await open(client);
    const user = userEvent.setup();
    await user.click(
      within(await actionsOf('3')).getByRole('button', { name: 'Done' }),
    );
    const next = await actionsOf('4');
    expect(client.runs.append).toHaveBeenCalledWith(
      RUN_ID,
      expect.objectContaining({ type: 'step', step: '3', state: 'done' }),
    );
    await user.click(within(next).getByRole('button', { name: 'Failed' }));
    const dialog = await screen.findByRole('dialog', { name: 'Step 4 failed' });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    await user.click(save);
    expect(
      await within(dialog).findByText(/missing is why it is failed/),
    ).toBeVisible();
    expect(client.runs.append).toHaveBeenCalledTimes(1);
    await user.type(within(dialog).getByLabelText('Why'), 'Queue grows');
    await user.click(save);
    expect((await screen.findAllByText(/Queue grows/))[0]).toBeVisible();
    expect(
      await screen.findByRole('progressbar', {
        name: '4 of 6 steps are dealt with',
      }),
    ).toBeVisible();
  });

  it('keeps what could not be sent, through a closed tab, and sends it once it can', async () => {
    const fixtures = new FixtureRunsClient();
    const lost = clientWith({
      runs: {
        append: async () => {
          throw new TypeError('Failed to fetch');
        },
      },
    });
    const { unmount } = await open(lost);
    await userEvent.click(
      within(await actionsOf('3')).getByRole('button', { name: 'Done' }),
    );
    expect(
      await screen.findByText(/1 entry could not be sent yet/),
    ).toBeVisible();
    // It counts here already.
    expect(await actionsOf('4')).toBeVisible();
    unmount();

    const back = clientWith({
      runs: { append: (id, command) => fixtures.append(id, command) },
    });
    await open(back);
    await waitFor(() =>
      expect(back.runs.append).toHaveBeenCalledWith(
        RUN_ID,
        lost.runs.append.mock.calls[0][1],
      ),
    );
    await waitFor(() => expect(kept()).toEqual([]));
  });

  it('keeps what could not be sent of each tab that is open', async () => {
    const fixtures = new FixtureRunsClient();
    const lost = clientWith({
      runs: {
        append: async () => {
          throw new TypeError('Failed to fetch');
        },
      },
    });
    const [one, other] = [await open(lost), await open(lost)];
    const user = userEvent.setup();
    await user.click(
      await within(one.container).findByRole('button', { name: 'Done' }),
    );
    await user.click(
      await within(other.container).findByRole('button', { name: 'Pause' }),
    );
    await waitFor(() =>
      expect(screen.getAllByText(/1 entry could not be sent yet/)).toHaveLength(
        2,
      ),
    );
    one.unmount();
    other.unmount();

    const back = clientWith({
      runs: { append: (id, command) => fixtures.append(id, command) },
    });
    await open(back);
    await waitFor(() => expect(kept()).toEqual([]));
    expect(
      back.runs.append.mock.calls.map(([, { type }]) => type).sort(),
    ).toEqual(['pause', 'step']);
  });

  it('says what the backend does not take, and forgets it', async () => {
    const client = clientWith({
      runs: {
        append: async () => {
          throw await refusal(409, 'ConflictError', 'The run is paused');
        },
      },
    });
    await open(client);
    await userEvent.click(
      within(await actionsOf('3')).getByRole('button', { name: 'Done' }),
    );
    expect(
      await screen.findByText('Not taken: The run is paused'),
    ).toBeVisible();
    expect(await actionsOf('3')).toBeVisible();
    expect(kept()).toEqual([]);
  });

  it('is paused, resumed, handed over and closed, and stays as a record', async () => {
    const client = clientWith();
    const { container } = await open(client);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByText(/The run is paused/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    await user.click(await screen.findByRole('button', { name: 'Hand over' }));
    let dialog = await screen.findByRole('dialog', {
      name: 'Hand the run over',
    });
    // Found by name, or written as a ref.
    const to = within(dialog).getByLabelText(/Who takes over/);
    await user.type(to, 'paym');
    await user.click(
      await within(dialog).findByRole('option', { name: /^Payments/ }),
    );
    expect(to).toHaveValue('group:default/payments');
    await user.clear(to);
    await user.type(to, 'user:default/kim');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/handed the run over to Kim/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close the run' }));
    dialog = await screen.findByRole('dialog', { name: 'Close the run' });
    await user.type(
      within(dialog).getByLabelText('Note'),
      'Cards are taken again',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^succeeded after/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'How it ended' })).toBeVisible();
    expect(screen.getAllByText(/Cards are taken again/)[0]).toBeVisible();
    expect(screen.getAllByText('not done')[0]).toBeVisible();
    expect(screen.queryByText('to do')).toBeNull();
    // No box stands empty as if somebody could tick it.
    expect(container.querySelector('li > span:empty')).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Close the run' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Record as Markdown' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('that is a drill is closed with how much data was lost, and says what was promised beside what is proven', async () => {
    const client = clientWith({
      runs: { getRecord: drillRecord },
    });
    const drill = await client.runs.start('', 'fail-over', {
      id: '7b000000-0000-4000-8000-000000000001',
      version: '9f2c4e17a3b0d8c6',
      reason: { kind: 'drill', text: 'Twice a year' },
    });
    const { container } = await open(client, `/?run=${drill.id}`);
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Close the run' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Close the run' });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    const lost = within(dialog).getByLabelText(
      'How much data was lost, by time',
    );
    expect(
      within(dialog).getByText('Leave it empty where nobody has measured it.'),
    ).toBeVisible();
    await user.type(lost, '-5');
    expect(lost).toBeInvalid();
    await user.click(save);
    expect(
      within(dialog).getAllByText('A number of 0 or more, please.').length,
    ).toBeGreaterThan(0);
    expect(client.runs.append).not.toHaveBeenCalled();
    expect(await axe(container)).toHaveNoViolations();
    await user.clear(lost);
    await user.type(lost, '2');
    await user.click(within(dialog).getByLabelText('Unit'));
    await user.click(await screen.findByRole('option', { name: 'hours' }));
    await user.click(save);
    const shown = await screen.findByRole('list', {
      name: 'Promised and proven',
    });
    expect(client.runs.append).toHaveBeenCalledWith(
      drill.id,
      expect.objectContaining({
        type: 'close',
        outcome: 'succeeded',
        dataLoss: 'PT2H',
      }),
    );
    expect(
      within(shown).getByText(/Promised 1 h, proven 1 h 12 min/),
    ).toHaveTextContent('misses it by 12 min');
    expect(
      within(shown).getByText(/Promised 15 min, proven 5 min/),
    ).toBeVisible();
  });

  it('that is no drill is closed without asking for lost data', async () => {
    await open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close the run' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Close the run' });
    expect(within(dialog).queryByLabelText(/data was lost/)).toBeNull();
  });

  it('tells when there is none', async () => {
    const client = clientWith({
      runs: {
        get: async () => {
          throw await refusal(404, 'NotFoundError', 'No run x');
        },
      },
    });
    await open(client, '/?run=x');
    expect(await screen.findByText('No such run')).toBeVisible();
  });
});

describe('The runbooks of an entity', () => {
  it('show its runs, those that go on first', async () => {
    await open(clientWith(), '/');
    const panel = await screen.findByRole('region', { name: /^Runs/ });
    const link = within(panel).getByRole('link', {
      name: 'Fail over the payment gateway: Payments fail in the west',
    });
    expect(within(panel).getByText('running')).toBeVisible();
    await userEvent.click(link);
    expect(await stepsShown()).toBeVisible();
    expect(address()).toBe(
      `/catalog/default/product/checkout/runbooks?run=${RUN_ID}`,
    );
  });

  it.each(['/', '/?runbook=fail-over'])(
    'tell at %s that runs could not be read, which is not that there are none',
    async at => {
      let broken = true;
      const fixtures = new FixtureRunsClient();
      const client = clientWith({
        runs: {
          list: async (ref, query) => {
            if (broken) {
              throw await refusal(500, 'Error', 'The database is away');
            }
            return fixtures.list(ref, query);
          },
        },
      });
      await open(client, at);
      const again = await screen.findByRole('button', { name: 'Try again' });
      broken = false;
      await userEvent.click(again);
      expect(
        await screen.findByText(/Payments fail in the west/),
      ).toBeVisible();
    },
  );
});
