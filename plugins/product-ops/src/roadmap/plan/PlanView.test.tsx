import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PlanConflict,
  PlanItem,
  PlanPage,
  PlanSuggestion,
  RoadmapItemDetails,
} from '@productops/backstage-plugin-product-ops-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import {
  checkout,
  identity,
  link,
  payments,
  stage,
} from '../../../dev/fixtures/links';
import { items as fixtures } from '../../../dev/fixtures/roadmap';
import { refusal } from '../../__testUtils__/refusal';
import { clientWith, show } from '../../__testUtils__/show';
import { RoadmapPageEntry } from '../../entry/RoadmapPageEntry';

expect.extend(toHaveNoViolations);

function item(
  given: Partial<PlanItem> & Pick<PlanItem, 'id' | 'title' | 'entityRef'>,
): PlanItem {
  return {
    source: 'recorded',
    version: 2,
    rank: 'n0',
    status: 'planned',
    categoryKnown: true,
    originClass: 'idea',
    labels: [],
    milestones: [],
    dependencies: 0,
    conflicts: [],
    group: given.entityRef,
    ...given,
  };
}

const oneTap = item({
  id: 'one-tap',
  title: 'One-tap checkout',
  entityRef: checkout.ref,
  start: '2026-10-01',
  end: '2026-12-15',
  category: 'feature',
  horizon: 'now',
  dependencies: 1,
  conflicts: ['ends-before-dependency'],
});
const upgrade = item({
  id: 'upgrade',
  title: 'Upgrade the database',
  entityRef: checkout.ref,
  horizon: 'later',
  category: 'maintenance',
});
const passkeys = item({
  id: 'passkeys',
  title: 'Passkeys',
  entityRef: identity.ref,
  source: 'declared',
  start: '2026-10-01',
  end: '2027-01-20',
  horizon: 'now',
});

const page: PlanPage = {
  items: [oneTap, upgrade, passkeys],
  totalItems: 3,
  undatedItems: 1,
  entities: [
    {
      ref: checkout.ref,
      entity: checkout,
      stage: stage('live'),
      retired: false,
      owner: payments,
      dates: [{ name: 'endOfLife', date: '2027-02-28' }],
    },
    {
      ref: identity.ref,
      entity: identity,
      stage: stage('live'),
      retired: false,
      dates: [],
    },
  ],
  groups: [
    {
      id: checkout.ref,
      title: 'Checkout',
      count: 2,
      entity: checkout,
      stage: stage('live'),
      owner: payments,
    },
    { id: identity.ref, title: 'Identity', count: 1, entity: identity },
  ],
  facets: {
    team: [{ value: payments.ref, label: 'Payments', count: 2 }],
    product: [],
    domain: [],
    goal: [],
    category: [],
    status: [{ value: 'planned', label: 'planned', count: 3 }],
    horizon: [],
    owner: [],
    source: [],
    origin: [],
  },
  method: 'rice',
  pageInfo: {},
};

const summaryOf = ({
  id,
  title,
  entityRef,
  status,
  source,
  version,
}: PlanItem) => ({ id, title, entityRef, status, source, version });

const conflict: PlanConflict = {
  id: 'ends-before-dependency/one-tap',
  kind: 'ends-before-dependency',
  severity: 'warning',
  title:
    '"One-tap checkout" ends on 15 Dec 2026, before "Passkeys" that it depends on: 20 Jan 2027.',
  items: [summaryOf(oneTap), summaryOf(passkeys)],
  itemCount: 2,
  actions: [
    {
      type: 'reschedule',
      item: { id: 'one-tap', entityRef: checkout.ref },
      start: '2026-11-06',
      end: '2027-01-20',
    },
    {
      type: 'reschedule',
      item: { id: 'passkeys', entityRef: identity.ref },
      end: '2026-12-15',
    },
    {
      type: 'remove-dependency',
      item: { id: 'one-tap', entityRef: checkout.ref },
      dependency: `passkeys@${identity.ref}`,
    },
  ],
};

const suggestion: PlanSuggestion = {
  id: 'upgrade>passkeys',
  state: 'open',
  item: summaryOf(upgrade),
  dependsOn: summaryOf(passkeys),
  ref: `passkeys@${identity.ref}`,
  days: 30,
};

const details: RoadmapItemDetails = {
  ...fixtures[0],
  source: 'recorded',
  version: 2,
  archived: false,
  may: { create: true, update: true, prioritise: true, comment: true },
  dependsOn: [
    {
      ref: `passkeys@${identity.ref}`,
      id: 'passkeys',
      entity: identity,
      known: true,
    },
    { ref: 'upgrade', id: 'upgrade', known: true },
  ],
};

const shares = (fresh: number) => [
  { id: 'new', title: 'New', effort: fresh, share: fresh / 100, items: 2 },
  {
    id: 'running',
    title: 'Keeping it running',
    effort: 100 - fresh,
    share: 1 - fresh / 100,
    items: 1,
  },
];
const period = {
  start: '2026-07-01',
  end: '2026-12-31',
  label: '2026-Q4',
  effort: 100,
  items: 3,
  classes: shares(61),
  categories: shares(61),
  origins: shares(61),
};

function planClient(
  more: Parameters<typeof clientWith>[0] = {},
): ReturnType<typeof clientWith> {
  const conflicts = {
    items: [conflict],
    totalItems: 1,
    kinds: [],
    severities: [],
    entities: page.entities,
    pageInfo: {},
  };
  let state: PlanSuggestion['state'] = 'open';
  return clientWith({
    ...more,
    roadmap: { getItem: async () => details, ...more.roadmap },
    plan: {
      listItems: async () => page,
      listDependencies: async () => ({
        dependencies: [
          {
            from: { id: 'one-tap', entityRef: checkout.ref },
            to: { id: 'passkeys', entityRef: identity.ref },
            ref: `passkeys@${identity.ref}`,
            acrossEntities: true,
            conflict: 'ends-before-dependency',
          },
        ],
        others: [],
        totalItems: 1,
        pageInfo: {},
      }),
      listConflicts: async () => conflicts,
      listSuggestions: async query => {
        const shown = (query?.state ?? 'open') === state;
        return {
          items: shown
            ? [
                {
                  ...suggestion,
                  state,
                  ...(state !== 'open' && {
                    decidedBy: link('user:jo', 'Jo'),
                    decidedAt: '2026-11-22T08:00:00Z',
                  }),
                },
              ]
            : [],
          totalItems: shown ? 1 : 0,
          entities: page.entities,
          pageInfo: {},
        };
      },
      decideSuggestion: async ({ decision }) => {
        state = decision === 'dismiss' ? 'dismissed' : 'open';
        return { suggestion: { ...suggestion, state } };
      },
      getMix: async () => ({
        whole: period,
        teams: [
          {
            id: payments.ref,
            title: 'Payments',
            effort: 100,
            share: 1,
            items: 3,
            classes: shares(61),
          },
        ],
        products: [],
        uncounted: {
          'no-dates': 1,
          'no-effort': 0,
          dropped: 0,
          deferred: 0,
          outside: 0,
        },
        periods: [period],
      }),
      ...more.plan,
    },
  });
}

const address = () => screen.getByLabelText('Address').textContent ?? '';
const panel = async (name: RegExp) =>
  within(await screen.findByRole('region', { name }));

describe('The roadmap of all products', () => {
  it('says the answer first, and draws the items in their groups with what is wrong', async () => {
    const client = planClient();
    const { container } = await show(<RoadmapPageEntry />, {
      client,
      at: '/?zoom=quarters',
    });
    await waitFor(() =>
      expect(container).toHaveTextContent(
        '3 items · 1 conflict · 1 suggested dependency · this half-year 61 % new, 39 % keeping it running',
      ),
    );
    const group = await screen.findByRole('group', {
      name: 'Checkout, 2 items',
    });
    expect(
      within(group).getByRole('button', {
        name: /^One-tap checkout, .*1 conflict, "One-tap checkout" ends on 15 Dec 2026/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: '1 without dates: Checkout' }),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /^end of life of Checkout/ }),
    ).toBeVisible();
    expect(screen.getByText('Live · Payments')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps filters, grouping and layout in the address, and asks the backend for what it says', async () => {
    const client = planClient();
    await show(<RoadmapPageEntry />, { client });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Team: any' }));
    await user.click(await screen.findByRole('checkbox', { name: /Payments/ }));
    await user.keyboard('{Escape}');
    await user.selectOptions(screen.getByLabelText('Group by'), 'team');
    await user.click(await screen.findByRole('button', { name: 'Table' }));
    expect(address()).toBe(
      '/?team=group%3Adefault%2Fpayments&group=team&as=table',
    );
    const table = await screen.findByRole('table', {
      name: 'Items of all products',
    });
    await user.click(within(table).getByRole('button', { name: 'End' }));
    await waitFor(() =>
      expect(client.plan.listItems).toHaveBeenCalledWith(
        { team: [payments.ref], groupBy: 'team', sort: 'end', limit: 50 },
        expect.anything(),
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Board' }));
    expect(
      await screen.findByRole('region', { name: 'Now, 2 items' }),
    ).toBeVisible();
  });

  it('solves a conflict with one click, and opens both of its items', async () => {
    const client = planClient();
    await show(<RoadmapPageEntry />, { client });
    const user = userEvent.setup();
    const conflicts = await panel(/^Conflicts/);
    await user.click(
      await conflicts.findByRole('button', {
        name: 'Move “One-tap checkout” to Jan 20, 2027',
      }),
    );
    await waitFor(() =>
      expect(client.roadmap.actOnItem).toHaveBeenCalledWith(
        { entity: checkout.ref, id: 'one-tap', source: 'recorded' },
        {
          type: 'resize',
          version: 2,
          start: '2026-11-06',
          end: '2027-01-20',
        },
      ),
    );
    expect(
      await conflicts.findByText('“One-tap checkout” was changed.'),
    ).toBeVisible();

    await user.click(conflicts.getByRole('button', { name: 'Other ways' }));
    await user.click(
      conflicts.getByRole('button', {
        name: 'Remove the dependency of “One-tap checkout”',
      }),
    );
    await waitFor(() =>
      expect(client.roadmap.patchItem).toHaveBeenCalledWith(
        { entity: checkout.ref, id: 'one-tap', source: 'recorded' },
        { version: 2, fields: { dependsOn: ['upgrade'] } },
      ),
    );

    await user.click(conflicts.getByRole('button', { name: 'Open both' }));
    expect(
      await screen.findByRole('dialog', { name: '2 items' }),
    ).toBeVisible();
    expect(address()).toMatch(/item=.*one-tap.*&item=.*passkeys/);
  });

  it('asks for what nobody else can know: an owner, and dates', async () => {
    const missing = (
      about: PlanItem,
      kind: PlanConflict['kind'],
      type: 'choose-owner' | 'set-dates',
    ): PlanConflict => ({
      id: `${kind}/${about.id}`,
      kind,
      severity: 'info',
      title: `${about.title}: ${kind}`,
      items: [summaryOf(about)],
      itemCount: 1,
      actions: [{ type, item: { id: about.id, entityRef: about.entityRef } }],
    });
    const client = planClient({
      plan: {
        listConflicts: async () => ({
          items: [
            missing(upgrade, 'missing-owner', 'choose-owner'),
            missing(oneTap, 'no-duration', 'set-dates'),
          ],
          totalItems: 2,
          kinds: [],
          severities: [],
          entities: page.entities,
          pageInfo: {},
        }),
      },
    });
    await show(<RoadmapPageEntry />, { client });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', {
        name: 'Choose the owner of “Upgrade the database”…',
      }),
    );
    let dialog = within(
      await screen.findByRole('dialog', {
        name: 'Owner of “Upgrade the database”',
      }),
    );
    await user.type(dialog.getByLabelText(/^Owner/), 'group:search');
    expect(await axe(document.body)).toHaveNoViolations();
    await user.click(dialog.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(client.roadmap.patchItem).toHaveBeenCalledWith(
        { entity: checkout.ref, id: 'upgrade', source: 'recorded' },
        { version: 2, fields: { owner: 'group:search' } },
      ),
    );

    await user.click(
      await screen.findByRole('button', {
        name: 'Set the dates of “One-tap checkout”…',
      }),
    );
    dialog = within(
      await screen.findByRole('dialog', {
        name: 'Dates of “One-tap checkout”',
      }),
    );
    const fill = (label: RegExp, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    fill(/^Start/, '2026-10-01');
    fill(/^End/, '2026-10-01');
    await user.click(dialog.getByRole('button', { name: 'Set' }));
    expect(
      await dialog.findByText('Expected a day after its start.'),
    ).toBeVisible();
    fill(/^End/, '2026-12-01');
    await user.click(dialog.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(client.roadmap.patchItem).toHaveBeenLastCalledWith(
        { entity: checkout.ref, id: 'one-tap', source: 'recorded' },
        { version: 2, fields: { start: '2026-10-01', end: '2026-12-01' } },
      ),
    );
  });

  it('offers the change of the file where a declared item would solve it', async () => {
    const client = planClient();
    await show(<RoadmapPageEntry />, { client });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', {
        name: 'Move “Passkeys” to Dec 15, 2026',
      }),
    );
    expect(
      await screen.findByRole('dialog', {
        name: 'Change “Passkeys” in its file',
      }),
    ).toBeVisible();
    expect(client.roadmap.prepareFileChange).toHaveBeenCalledWith(
      { entity: identity.ref, id: 'passkeys', source: 'declared' },
      { fields: { end: '2026-12-15' } },
      expect.anything(),
    );
    expect(client.roadmap.actOnItem).not.toHaveBeenCalled();
  });

  it('says that somebody else was faster, and what was refused', async () => {
    const client = planClient({
      roadmap: {
        actOnItem: async () => {
          throw await refusal(409, 'ConflictError', 'It has changed', {
            current: { version: 3 },
          });
        },
      },
    });
    await show(<RoadmapPageEntry />, { client });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', {
        name: 'Move “One-tap checkout” to Jan 20, 2027',
      }),
    );
    expect(
      await screen.findByText(/changed by somebody else meanwhile/),
    ).toBeVisible();
  });

  it('remembers what was dismissed, and takes it back', async () => {
    const client = planClient();
    await show(<RoadmapPageEntry />, { client });
    const user = userEvent.setup();
    const suggestions = await panel(/^Suggested dependencies/);
    await user.click(
      await suggestions.findByRole('button', {
        name: 'Dismiss “Upgrade the database” waiting for “Passkeys”',
      }),
    );
    expect(
      await suggestions.findByText(
        'The catalog suggests no further dependencies.',
      ),
    ).toBeVisible();
    await user.click(
      await suggestions.findByRole('button', { name: '1 dismissed' }),
    );
    expect(address()).toBe('/?suggestions=dismissed');
    const dismissed = await panel(/^Dismissed suggestions/);
    await user.click(
      await dismissed.findByRole('button', {
        name: 'Restore “Upgrade the database” waiting for “Passkeys”',
      }),
    );
    await waitFor(() =>
      expect(client.plan.decideSuggestion).toHaveBeenLastCalledWith({
        id: 'upgrade>passkeys',
        decision: 'restore',
      }),
    );
    expect(
      await dismissed.findByText('No suggestion was dismissed.'),
    ).toBeVisible();
  });

  it('says in words what the investment mix draws', async () => {
    await show(<RoadmapPageEntry />, { client: planClient() });
    const mix = await panel(/^Investment mix/);
    expect(await mix.findByRole('list', { name: 'By team' })).toHaveTextContent(
      'PaymentsNew 61 % · Keeping it running 39 %',
    );
    expect(mix.getByText('Not counted: 1 without dates.')).toBeVisible();
  });
});
