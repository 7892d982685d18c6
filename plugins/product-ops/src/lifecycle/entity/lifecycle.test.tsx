import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { DateTime } from 'luxon';
import { entityLifecycle } from '../../../dev/fixtures/lifecycle';
import { link, stage } from '../../../dev/fixtures/links';
import {
  approvedTransition,
  attestation,
  lifecycleActions,
  transition,
  waiver,
} from '../../../dev/fixtures/transitions';
import { refusal } from '../../__testUtils__/refusal';
import { checkoutEntity, clientWith, show } from '../../__testUtils__/show';
import { EntityLifecycleEntry } from '../../entry/EntityLifecycleEntry';

expect.extend(toHaveNoViolations);

const CHECKOUT = 'product:default/checkout';

/** The tab, with nothing under way, so that anything can be asked for. */
const calm = {
  getActions: async () => ({ ...lifecycleActions, transition: undefined }),
};

function opened(client = clientWith(), at?: string) {
  return show(<EntityLifecycleEntry />, { client, entity: checkoutEntity, at });
}

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

const dialog = async () => within(await screen.findByRole('dialog'));

async function click(name: string | RegExp) {
  await userEvent.click((await screen.findAllByRole('button', { name }))[0]);
}

const became = () => screen.getByRole('status', { name: 'What became of it' });

describe('The Lifecycle tab', () => {
  it('says where it is, since when, how long it was in each stage, and what does not hold', async () => {
    const { container } = await opened();
    const panel = await region('Stage');
    expect(panel.getByText(/It is in Preview since/)).toBeVisible();
    expect(
      panel.getByText(
        /The one check of Preview holds\. 2 of 3 checks keep Live closed\./,
      ),
    ).toBeVisible();
    const [development, preview, live] = within(
      panel.getByRole('list', { name: 'Stages' }),
    ).getAllByRole('listitem');
    expect(development).toHaveTextContent(
      /Development, passed.*122 days in it/,
    );
    expect(preview).toHaveTextContent(/Preview, current stage.*52 days in it/);
    expect(preview).toHaveAttribute('aria-current', 'step');
    expect(live).toHaveTextContent(/^Live, ahead/);
    await region('History');
    await region('Waivers');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of each check of the next gate what was found and how to make it pass', async () => {
    await opened(clientWith({ lifecycle: calm }));
    const gate = await region('What comes next');
    const checks = within(gate.getByRole('list', { name: 'Checks of Live' }));
    const [failing, open] = checks.getAllByRole('listitem');
    expect(failing).toHaveTextContent(
      /failed.*It links to where it is watched.*no link to a dashboard/,
    );
    await userEvent.click(
      within(failing).getByRole('button', { name: /^Link to its dashboard/ }),
    );
    expect(
      within(failing).getByRole('group', { name: 'Add to catalog-info.yaml' }),
    ).toHaveTextContent('type: dashboard');
    expect(open).toHaveTextContent(/open.*It bears the load/);
    expect(open).toHaveTextContent(/Answered by Operations \(nobody\)/);
    expect(open).not.toHaveTextContent('Answered by:');
    // What holds is folded away, and one click off.
    await userEvent.click(
      gate.getByRole('button', {
        name: 'Show 2 checks that hold or do not apply',
      }),
    );
    expect(gate.getByText('It provides no API.')).toBeVisible();
    expect(gate.getByText(/Nobody in the catalog is Operations/)).toBeVisible();
  });

  it('flags a stage that is not configured, and keeps it as it is', async () => {
    await opened(
      clientWith({
        getEntityLifecycle: async () => ({
          ...entityLifecycle,
          stage: {
            stage: 'beta',
            declared: 'beta',
            title: 'beta',
            known: false,
          },
          rail: entityLifecycle.rail.map(({ id, title }) => ({
            id,
            title,
            state: 'ahead' as const,
          })),
          checks: [],
        }),
      }),
    );
    const panel = await region('Stage');
    expect(panel.getByText(/“beta” is no stage/)).toHaveTextContent(
      'Known stages: Development, Preview, Live.',
    );
    expect(
      screen.queryByRole('region', { name: /^What .* demands$/ }),
    ).toBeNull();
  });

  it('teaches where no stage is declared, and where nothing has happened', async () => {
    const nothing = { items: [], totalItems: 0, pageInfo: {} };
    await opened(
      clientWith({
        getEntityLifecycle: async () => ({
          ...entityLifecycle,
          stage: { title: 'No stage', known: false },
          since: undefined,
          checks: [],
        }),
        lifecycle: {
          listHistory: async () => nothing,
          listWaivers: async () => nothing,
          ...calm,
        },
      }),
    );
    expect(await screen.findByText(/lifecycle: development/)).toBeVisible();
    expect(await screen.findByText(/Nothing has happened yet/)).toBeVisible();
    expect(await screen.findByText(/No check is waived/)).toBeVisible();
  });

  it('asks for the next stage, and shows beside what was written that it has moved meanwhile', async () => {
    const client = clientWith({ lifecycle: calm });
    client.lifecycle.requestTransition.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'It has moved', {
        current: stage('development'),
      }),
    );
    await opened(client);
    await click('Ask for Live…');
    const asked = await dialog();
    await userEvent.type(asked.getByLabelText(/^Reason/), 'All use it');
    await userEvent.click(asked.getByRole('button', { name: 'Ask for it' }));
    await waitFor(() =>
      expect(asked.getByRole('alert')).toHaveTextContent(
        'it is in Development now',
      ),
    );
    expect(asked.getByLabelText(/^Reason/)).toHaveValue('All use it');
    await userEvent.click(asked.getByRole('button', { name: 'Ask for it' }));
    await waitFor(() => expect(became()).toHaveTextContent('Asked for Live.'));
    expect(client.lifecycle.requestTransition.mock.calls).toEqual([
      [{ entity: CHECKOUT, from: 'preview', to: 'live', reason: 'All use it' }],
      [
        {
          entity: CHECKOUT,
          from: 'development',
          to: 'live',
          reason: 'All use it',
        },
      ],
    ]);
  });

  it('says that it could not ask what may be done, and asks again', async () => {
    const getActions = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away'))
      .mockResolvedValue(await calm.getActions());
    await opened(clientWith({ lifecycle: { getActions } }));
    await click(/again/);
    expect(
      await screen.findByRole('button', { name: /^Ask for Live/ }),
    ).toBeVisible();
  });

  it('says to whom it is that may not ask', async () => {
    await opened(
      clientWith({
        lifecycle: {
          getActions: async () => ({
            ...lifecycleActions,
            transition: undefined,
            attestations: [],
            waivers: [],
            may: { request: false, waive: [], sunset: false },
          }),
        },
      }),
    );
    expect(await screen.findByText(/You may not ask/)).toBeVisible();
    const next = await region('What comes next');
    for (const name of [/^Ask for/, /^Answer…/, /^Waive…/]) {
      expect(next.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('A move that is under way', () => {
  it('shows who has approved, for whom it waits, and what keeps its gate closed', async () => {
    await opened();
    const move = await region('On its way to Live');
    expect(move.getByText('2 checks keep the gate closed.')).toBeVisible();
    expect(move.getByText(/Kim Park/).closest('div')).toHaveTextContent(
      /Kim Park approved .* as Owner: “The team is ready”/,
    );
    const [owner, operations] = within(
      move.getByRole('list', { name: 'Approvers' }),
    ).getAllByRole('listitem');
    expect(owner).toHaveTextContent('Owner: Payments approved');
    expect(operations).toHaveTextContent(
      'Operations: Site Reliability waits for an approval',
    );
    expect(
      move.getByText(
        /not true yet: “It links to where it is watched”, “It bears the load/,
      ),
    ).toBeVisible();
  });

  it('tells plainly that an approver has left', async () => {
    const left = link('user:lee', 'Lee Ray', { known: false });
    await opened(
      clientWith({
        lifecycle: {
          getActions: async () => ({
            ...lifecycleActions,
            transition: {
              ...transition,
              approvers: [
                {
                  approver: 'operations',
                  title: 'Operations',
                  holders: [left],
                  state: 'vacant',
                },
              ],
            },
          }),
        },
      }),
    );
    expect(
      await screen.findByText(
        /Whoever was Operations is not in the catalog any more/,
      ),
    ).toBeVisible();
  });

  it('is approved, and shows how it is now where somebody was faster; nothing typed is lost', async () => {
    const client = clientWith();
    client.lifecycle.decideTransition.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'It has changed', {
        current: { ...transition, version: 5, state: 'refused' },
      }),
    );
    await opened(client);
    await click('Approve…');
    const approving = await dialog();
    const reason = approving.getByLabelText('Reason (optional)');
    await userEvent.type(reason, 'Fine with us');
    const send = approving.getByRole('button', { name: 'Approve' });
    await userEvent.click(send);
    await waitFor(() =>
      expect(approving.getByRole('alert')).toHaveTextContent(
        /changed meanwhile.*refused/,
      ),
    );
    expect(reason).toHaveValue('Fine with us');
    await userEvent.click(send);
    await waitFor(() =>
      expect(became()).toHaveTextContent('You approved Live.'),
    );
    expect(client.lifecycle.decideTransition).toHaveBeenLastCalledWith(
      'transition-1',
      { version: 5, decision: 'approve', reason: 'Fine with us' },
    );
  });

  it('is refused with a reason only', async () => {
    const client = clientWith();
    await opened(client);
    await click('Refuse…');
    const refusing = await dialog();
    const send = refusing.getByRole('button', { name: 'Refuse' });
    expect(send).toBeDisabled();
    await userEvent.type(refusing.getByLabelText(/^Reason/), 'No drill');
    await userEvent.click(send);
    await waitFor(() =>
      expect(client.lifecycle.decideTransition).toHaveBeenCalledWith(
        'transition-1',
        { version: 2, decision: 'refuse', reason: 'No drill' },
      ),
    );
  });

  it('shows once approved the exact change of the file that completes it', async () => {
    await opened(
      clientWith({
        lifecycle: {
          getActions: async () => ({
            ...lifecycleActions,
            transition: approvedTransition,
          }),
        },
      }),
    );
    const move = await region('On its way to Live');
    expect(move.getByText('catalog-info.yaml, line 12')).toBeVisible();
    expect(move.getByText('preview')).toBeVisible();
    expect(move.getByText('live')).toBeVisible();
    expect(
      move.getByRole('link', { name: /Edit catalog-info.yaml/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/checkout/edit/main/catalog-info.yaml',
    );
    expect(
      move.getByRole('button', { name: 'Copy Lines for catalog-info.yaml' }),
    ).toBeVisible();
    expect(move.getByText(/completes by itself/)).toBeVisible();
  });
});

describe('A check', () => {
  it('is answered with evidence, and never over the answer of somebody else', async () => {
    const client = clientWith();
    client.lifecycle.attest.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'Somebody has answered', {
        current: { ...attestation, version: 4, answer: 'no' },
      }),
    );
    await opened(client);
    await click('Answer… It bears the load');
    const answering = await dialog();
    const send = answering.getByRole('button', { name: 'Answer' });
    await userEvent.type(answering.getByLabelText(/^Evidence/), 'Run 4712');
    expect(send).toBeDisabled();
    await userEvent.click(answering.getByRole('radio', { name: 'Yes' }));
    await userEvent.click(send);
    await waitFor(() =>
      expect(answering.getByRole('alert')).toHaveTextContent(
        /Lee Ray answered no/,
      ),
    );
    await userEvent.click(send);
    await waitFor(() =>
      expect(became()).toHaveTextContent('It bears the load: answered.'),
    );
    expect(client.lifecycle.attest.mock.calls).toEqual(
      [1, 4].map(version => [
        {
          entity: CHECKOUT,
          check: 'load-test',
          version,
          answer: 'yes',
          evidence: 'Run 4712',
        },
      ]),
    );
  });

  it('is waived to the end of a day that is to come', async () => {
    const client = clientWith();
    await opened(client);
    await click('Waive… It links to where it is watched');
    const waiving = await dialog();
    await userEvent.type(waiving.getByLabelText(/^Reason/), 'It moves');
    const until = waiving.getByLabelText(/^Until/);
    await userEvent.type(until, '2020-01-01');
    const send = waiving.getByRole('button', { name: 'Grant the waiver' });
    await userEvent.click(send);
    expect(await waiving.findByRole('alert')).toHaveTextContent(
      'a day from today to',
    );
    expect(client.lifecycle.grantWaiver).not.toHaveBeenCalled();
    const day = DateTime.now().plus({ days: 30 }).toISODate();
    await userEvent.clear(until);
    await userEvent.type(until, day);
    await userEvent.click(send);
    await waitFor(() =>
      expect(client.lifecycle.grantWaiver).toHaveBeenCalledWith({
        entity: CHECKOUT,
        check: 'monitoring-link',
        reason: 'It moves',
        until: DateTime.fromISO(day).endOf('day').toUTC().toISO(),
      }),
    );
  });

  it('counts again when its waiver is ended', async () => {
    const client = clientWith();
    await opened(client);
    const waivers = await region('Waivers');
    const row = waivers.getByRole('listitem');
    expect(row).toHaveTextContent(/in force until .*moves to the new tool/);
    await userEvent.click(
      waivers.getByRole('button', {
        name: 'End waiver… It links to where it is watched',
      }),
    );
    const ending = await dialog();
    await userEvent.type(ending.getByLabelText(/^Reason/), 'It is there');
    await userEvent.click(
      ending.getByRole('button', { name: 'End the waiver' }),
    );
    await waitFor(() =>
      expect(client.lifecycle.revokeWaiver).toHaveBeenCalledWith(waiver.id, {
        version: 1,
        reason: 'It is there',
      }),
    );
  });
});

describe('The history of a stage', () => {
  it('marks drift, and keeps readable what was true when a move was decided', async () => {
    const client = clientWith();
    client.lifecycle.getTransition.mockResolvedValue(approvedTransition);
    client.lifecycle.listHistory.mockResolvedValue({
      items: [
        {
          id: 'event-9',
          at: '2026-11-22T09:00:00.000Z',
          event: 'approved',
          to: stage('live'),
          transition: 'transition-1',
          by: link('user:lee', 'Lee Ray'),
          as: ['Operations'],
        },
        {
          id: 'event-2',
          at: '2026-10-01T08:00:00.000Z',
          event: 'stage',
          origin: 'drift',
          from: stage('development'),
          to: stage('preview'),
        },
        {
          id: 'event-1',
          at: '2026-09-02T08:00:00.000Z',
          event: 'stage',
          origin: 'configuration',
          to: stage('development'),
        },
        {
          id: 'event-0',
          at: '2026-09-01T08:00:00.000Z',
          event: 'stage',
          origin: 'left',
          from: stage('live'),
        },
      ],
      totalItems: 9000,
      truncated: true,
      pageInfo: {},
    });
    await opened(client);
    const history = await region('History');
    const [approved, drift, configured, left] =
      history.getAllByRole('listitem');
    expect(history.getByText(/Only the latest of very many/)).toBeVisible();
    expect(approved).toHaveTextContent(
      'Lee Ray as Operations approved the move to Live',
    );
    expect(drift).toHaveTextContent(
      /changed to Preview from Development drift.*nobody approved it/,
    );
    expect(configured).toHaveTextContent(
      /is now in Development .*its file was not changed/,
    );
    expect(configured).not.toHaveTextContent(/nobody approved it/);
    expect(left).toHaveTextContent(/left the catalog from Live/);
    await userEvent.click(
      within(approved).getByRole('button', { name: /^Evidence/ }),
    );
    const evidence = await dialog();
    expect(
      await evidence.findByText(/It does not change any more/),
    ).toBeVisible();
    expect(
      within(
        evidence.getByRole('list', { name: 'Checks of Live' }),
      ).getAllByRole('listitem'),
    ).toHaveLength(4);
  });

  it('is saved as CSV and as JSON', async () => {
    const made = jest.fn((_: Blob) => 'blob:1');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: jest.fn() });
    const clicked = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const client = clientWith();
    await opened(client);
    await click('Export CSV');
    await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1));
    await click('Export JSON');
    await waitFor(() => expect(clicked).toHaveBeenCalledTimes(2));
    expect(made.mock.calls.map(([{ type }]) => type)).toEqual([
      'text/csv',
      'application/json',
    ]);
    expect(client.lifecycle.exportHistory).toHaveBeenCalledWith(CHECKOUT);
    clicked.mockRestore();
  });
});
