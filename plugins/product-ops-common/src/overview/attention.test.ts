import { parse } from 'yaml';
import { attentionOf } from './attention';
import { EntityFacts } from './facts';
import { parseRoadmapFile, resolveDependencies } from '../roadmap';
import { DEFAULT_STAGES, stageOf, stageRank } from '../lifecycle';
import { reviewState } from '../runbooks';

const today = '2026-11-22';
const team = {
  ref: 'group:default/payments',
  title: 'Payments',
  known: true,
  members: 4,
};
const checkout: EntityFacts = {
  ref: 'product:default/checkout',
  kind: 'Product',
  title: 'Checkout',
  owner: team,
  lifecycle: 'live',
  tier: 1,
  roles: [
    { role: 'productManager', holder: team },
    { role: 'operations', holder: team },
  ],
  objectives: { rto: 'PT1H', rpo: 'PT15M' },
  runbooks: [{ id: 'r', title: 'Restore', type: 'recovery', stale: false }],
};
const ids = (facts: Partial<EntityFacts>) =>
  attentionOf({ ...checkout, ...facts }, { today }).map(
    ({ id, severity, scope }) => `${severity} ${scope} ${id}`,
  );

describe('attentionOf', () => {
  it('says nothing of an entity in order', () => {
    expect(ids({})).toEqual([]);
  });

  it.each<[string, Partial<EntityFacts>, string[]]>([
    ['unowned', { owner: undefined }, ['critical self ownership/unowned']],
    [
      'dangling',
      { owner: { ...team, known: false } },
      ['critical related ownership/dangling-owner'],
    ],
    [
      'empty team',
      { owner: { ...team, members: 0 } },
      ['critical related ownership/owner-without-members'],
    ],
    [
      'one person',
      { owner: { ...team, members: 1 } },
      ['warning related ownership/one-person-team'],
    ],
    [
      'a person as owner',
      {
        owner: {
          ref: 'user:default/jo',
          title: 'Jo',
          known: true,
          members: 1,
        },
      },
      ['warning related ownership/one-person-team'],
    ],
    [
      'a person as owner of what matters less',
      {
        tier: 3,
        owner: {
          ref: 'user:default/jo',
          title: 'Jo',
          known: true,
          members: 1,
        },
      },
      [],
    ],
    [
      'a role holder who left',
      {
        roles: [
          ...checkout.roles!,
          { role: 'support', holder: { ...team, known: false } },
        ],
      },
      [
        'warning related ownership/dangling-holder/support/group:default/payments',
      ],
    ],
    [
      'no roles',
      { roles: [] },
      [
        'warning self ownership/missing-role/productManager',
        'warning self ownership/missing-role/operations',
      ],
    ],
    [
      'unknown stage',
      { lifecycle: 'lve' },
      ['warning self lifecycle/unknown-stage'],
    ],
    [
      'sunset',
      { lifecycle: 'deprecated', dependents: 2 },
      ['warning related lifecycle/no-successor'],
    ],
    [
      'an unknown successor',
      { successor: { ...team, known: false } },
      ['warning related lifecycle/unknown-successor'],
    ],
    [
      'end of life',
      { milestones: { endOfLife: '2026-11-21' } },
      ['critical self lifecycle/past-end-of-life'],
    ],
    [
      'end of support',
      { milestones: { endOfSupport: '2026-11-21' } },
      ['warning self lifecycle/past-end-of-support'],
    ],
    ['no runbook', { runbooks: [] }, ['critical self runbooks/none']],
    [
      'no recovery',
      { runbooks: [{ id: 'a', title: 'A', type: 'incident' }] },
      ['warning self runbooks/no-recovery'],
    ],
    [
      'stale',
      { runbooks: [{ id: 'r', title: 'R', type: 'recovery', stale: true }] },
      ['warning self runbooks/stale/r'],
    ],
    [
      'no objectives',
      { objectives: {} },
      ['warning self runbooks/no-objectives'],
    ],
    [
      'tighter than what lies further below',
      {
        restsOn: [
          {
            ref: 'resource:default/db',
            title: 'Database',
            known: true,
            objectives: { rto: 'PT2H' },
            way: ['Cart', 'Store'],
          },
        ],
      },
      ['warning related runbooks/tighter-rto/resource:default/db'],
    ],
    [
      'an alert that fires, before all else',
      {
        alerts: [
          {
            id: '1',
            name: 'Slow',
            labels: { alertname: 'Slow', component: 'a b' },
            startsAt: '2026-10-02T03:20:00.000Z',
          },
        ],
        owner: undefined,
      },
      ['critical related runbooks/alert/1', 'critical self ownership/unowned'],
    ],
    [
      'alerts of one name once, by the first of them',
      {
        alerts: ['05', '03', '04'].map(hour => ({
          id: hour,
          name: 'Slow',
          labels: {},
          startsAt: `2026-10-02T${hour}:20:00.000Z`,
        })),
      },
      ['critical related runbooks/alert/03'],
    ],
    [
      'tighter',
      {
        dependencies: [
          {
            ref: 'product:default/id',
            title: 'Id',
            known: true,
            objectives: { rto: 'PT2H' },
          },
        ],
      },
      ['warning related runbooks/tighter-rto/product:default/id'],
    ],
  ])('finds: %s, and says what to do about it', (_, facts, expected) => {
    expect(ids(facts)).toEqual(expected);
    for (const { action } of attentionOf(
      { ...checkout, ...facts },
      { today },
    )) {
      expect(action?.yaml ?? action?.tab ?? action?.href).toBeTruthy();
    }
  });

  it('says dates and durations as people do, and gives lines that YAML reads', () => {
    const [tighter] = attentionOf(
      {
        ...checkout,
        dependencies: [
          {
            ref: 'product:default/id',
            title: 'Identity',
            known: true,
            objectives: { rto: 'PT1H30M' },
          },
        ],
      },
      { today },
    );
    expect(tighter.title).toBe(
      'It promises a recovery time of 1 h, and depends on Identity, which promises 1 h 30 min.',
    );
    expect(parse(tighter.action?.yaml ?? '')).toEqual({
      spec: { recovery: { rto: 'PT1H30M' } },
    });
    const [over] = attentionOf(
      { ...checkout, milestones: { endOfLife: '2026-11-01' } },
      { today },
    );
    expect(over.title).toContain('1 Nov 2026');
  });

  it('finds what is wrong on a roadmap, and leaves history alone', () => {
    const { items } = parseRoadmapFile(
      `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - { id: late, title: Late, end: 2026-01-01 }
  - { id: early, title: Early, end: 2026-12-01, dependsOn: [long] }
  - { id: long, title: Long, end: 2027-12-01, dependsOn: [gone, nothing@product:x] }
  - { id: gone, title: Gone, status: dropped, dependsOn: [nothing] }
  - { id: x, title: X, dependsOn: [y], category: fun, goal: g, owner: group:none }
  - { id: y, title: Y, dependsOn: [x] }
`,
      { file: 'roadmap.yaml' },
    );
    const found = attentionOf(
      {
        ...checkout,
        goals: [],
        roadmap: resolveDependencies(items, { entityRef: checkout.ref }),
      },
      { today, knownEntity: () => false },
    );
    expect(found.map(({ id, scope }) => `${scope} ${id}`)).toEqual([
      'self roadmap/late/overdue',
      'self roadmap/early/conflict/long',
      'self roadmap/long/dropped-dependency/gone',
      'related roadmap/long/unknown-dependency/nothing@product:x',
      'self roadmap/x/cycle',
      'related roadmap/x/unknown-owner',
      'self roadmap/y/cycle',
      'self roadmap/x/unknown-category',
      'self roadmap/x/unknown-goal',
    ]);
  });
});

it('knows stages by id and alias, and shows unknown ones as they are', () => {
  expect(stageOf(' Production ', DEFAULT_STAGES)).toMatchObject({
    stage: 'live',
    known: true,
  });
  expect(stageOf('legacy')).toMatchObject({ stage: 'legacy', known: false });
  expect(stageOf(undefined)).toEqual({ title: 'No stage', known: false });
  expect(stageRank('live')).toBe(3);
  expect(stageRank('legacy')).toBeUndefined();
});

it('knows when a runbook is stale', () => {
  const review = { reviewEvery: 'P6M', lastReviewed: '2026-05-22' };
  expect(reviewState(review, { today })).toEqual({
    reviewDue: '2026-11-22',
    stale: true,
  });
  expect(reviewState(review, { today: '2026-11-21' }).stale).toBe(false);
  expect(reviewState({ reviewEvery: 'P6M' }, { today })).toEqual({
    stale: true,
  });
  expect(reviewState({}, { today })).toEqual({ stale: false });
});
