import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import {
  BUILT_IN_FACTS,
  DEFAULT_CHECKS,
  DEFAULT_STAGES,
  type CheckDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { readLifecycleRules, readLifecycleSchedule } from './config';

const read = (lifecycle?: JsonValue, checks?: CheckDefinition[]) =>
  readLifecycleRules(
    new ConfigReader(
      lifecycle === undefined ? {} : { productOps: { lifecycle } },
    ),
    { facts: BUILT_IN_FACTS, checks },
  );

it('a company that configures nothing has stages, gates and checks', () => {
  const { stages, checks } = read();
  expect(stages).toEqual(DEFAULT_STAGES);
  expect(checks).toEqual(DEFAULT_CHECKS);
});

it('stages of well-known names demand what these promise, unless told else', () => {
  const { stages } = read({
    stages: [
      { id: 'idea' },
      { id: 'live', title: 'In use', gate: [] },
      { id: 'sunset', approvers: ['group:SRE', 'techLead'], fourEyes: false },
    ],
  });
  expect(stages).toEqual([
    { id: 'idea', title: 'idea', aliases: [] },
    {
      id: 'live',
      title: 'In use',
      aliases: [],
      gate: [],
      approvers: ['operations'],
    },
    {
      id: 'sunset',
      title: 'sunset',
      aliases: [],
      gate: [{ check: 'owner' }, { check: 'successor' }],
      approvers: ['group:default/sre', 'techLead'],
      fourEyes: false,
    },
  ]);
});

it('defaults that speak of a stage which is not there ask nothing', () => {
  const { stages, checks } = read({ stages: [{ id: 'maintenance' }] });
  expect(checks.map(({ id }) => id)).not.toContain('dependencies-live');
  expect(stages[0].gate).not.toContainEqual({ check: 'dependencies-live' });
  expect(stages[0].gate).toContainEqual({ check: 'owner' });
});

it('a configured check takes the place of one of a module, and that of a default', () => {
  const ofModule: CheckDefinition = {
    id: 'owner',
    title: 'By module',
    fact: 'owner.members',
  };
  const titleOf = (checks: CheckDefinition[]) =>
    checks.find(({ id }) => id === 'owner')?.title;
  expect(titleOf(read({}, [ofModule]).checks)).toBe('By module');
  expect(
    titleOf(
      read(
        {
          checks: [
            {
              id: 'owner',
              title: 'Ours',
              attestedBy: ['owner'],
              validFor: 'P6M',
            },
          ],
        },
        [ofModule],
      ).checks,
    ),
  ).toBe('Ours');
});

it('gates demand checks of some entities only', () => {
  const { stages } = read({
    stages: [
      {
        id: 'live',
        gate: ['owner', { check: 'tier', kinds: ['Product'], tiers: [1, 2] }],
        next: [],
      },
    ],
  });
  expect(stages[0]).toMatchObject({
    gate: [
      { check: 'owner' },
      { check: 'tier', kinds: ['Product'], tiers: [1, 2] },
    ],
    next: [],
  });
});

it.each<[string, JsonValue, string]>([
  [
    'a misspelt field',
    { stage: [] },
    'productOps.lifecycle: got "stage"; expected one of stages, checks, schedule; did you mean stages?',
  ],
  [
    'a misspelt field of a stage',
    { stages: [{ id: 'live', alias: ['production'] }] },
    'productOps.lifecycle.stages[0]: got "alias"; expected one of id, title, aliases, next, gate, approvers, fourEyes, whenVacant; did you mean aliases?',
  ],
  [
    'a stage without id',
    { stages: [{ title: 'Live' }] },
    'productOps.lifecycle.stages[0].id: got undefined; expected the id of a stage',
  ],
  [
    'a stage twice',
    { stages: [{ id: 'live' }, { id: 'Live' }] },
    'productOps.lifecycle.stages[1].id: got "Live"; expected every id once, and none named "none"',
  ],
  [
    'an alias twice',
    {
      stages: [
        { id: 'a', aliases: ['x'] },
        { id: 'b', aliases: ['X'] },
      ],
    },
    'productOps.lifecycle.stages[1].aliases[0]: got "X"; expected every alias once',
  ],
  [
    'a move to a stage that is not there',
    { stages: [{ id: 'live', next: ['sunst'] }, { id: 'sunset' }] },
    'productOps.lifecycle.stages[0].next[0]: got "sunst"; expected one of live, sunset; did you mean sunset?',
  ],
  [
    'a gate with an unknown check',
    { stages: [{ id: 'live', gate: ['owner', 'monitoring-lnk'] }] },
    'did you mean monitoring-link?',
  ],
  [
    'a tier that there is not',
    { stages: [{ id: 'live', gate: [{ check: 'owner', tiers: [5] }] }] },
    'productOps.lifecycle.stages[0].gate[0].tiers[0]: got 5; expected a tier from 1 to 4',
  ],
  [
    'an approver that is neither role nor ref',
    { stages: [{ id: 'live', approvers: ['operation'] }] },
    'productOps.lifecycle.stages[0].approvers[0]: got "operation"; expected owner, productManager',
  ],
  [
    'four eyes that are no yes or no',
    { stages: [{ id: 'live', fourEyes: 'yes' }] },
    'productOps.lifecycle.stages[0].fourEyes: got "yes"; expected true or false',
  ],
  [
    'stages that are no list',
    { stages: 'live' },
    'productOps.lifecycle.stages: got "live"; expected a list',
  ],
  [
    'a check twice',
    {
      checks: [
        { id: 'a', fact: 'owner.exists' },
        { id: 'a', fact: 'owner.exists' },
      ],
    },
    'productOps.lifecycle.checks[1].id: got "a"; expected every id once',
  ],
  [
    'a check with an id that is none',
    { checks: [{ id: 'has blanks', fact: 'owner.exists' }] },
    'productOps.lifecycle.checks[0].id: got "has blanks"; expected letters',
  ],
  [
    'a check of an unknown fact',
    { checks: [{ id: 'a', fact: 'owner.exist' }] },
    'did you mean owner.exists?',
  ],
  [
    'a check that nobody answers',
    { checks: [{ id: 'a' }] },
    'productOps.lifecycle.checks[0]: got an object; expected either fact or attestedBy',
  ],
  [
    'a check that fact and people answer',
    { checks: [{ id: 'a', fact: 'owner.exists', attestedBy: ['owner'] }] },
    'expected either fact or attestedBy',
  ],
  [
    'an unknown comparison',
    { checks: [{ id: 'a', fact: 'owner.exists', operator: 'equal' }] },
    'did you mean equals?',
  ],
  [
    'an expectation of another type',
    { checks: [{ id: 'a', fact: 'owner.exists', expected: 'yes' }] },
    'productOps.lifecycle.checks[0].expected: got "yes"; expected what fits owner.exists: expected a boolean',
  ],
  [
    'an expected stage that is not there',
    {
      checks: [
        {
          id: 'a',
          fact: 'dependencies.earliestStage',
          operator: 'atLeastStage',
          expected: 'beta',
        },
      ],
    },
    'expected one of discovery, development, preview, live, maintenance, sunset, retired',
  ],
  [
    'a duration that is none',
    { checks: [{ id: 'a', attestedBy: ['owner'], validFor: '6 months' }] },
    'productOps.lifecycle.checks[0].validFor: got "6 months"; expected an ISO 8601 duration',
  ],
  [
    'how long the answer of a fact counts',
    { checks: [{ id: 'a', fact: 'owner.exists', validFor: 'P6M' }] },
    'expected nothing: a fact answers this check',
  ],
  [
    'what the answer of a person is compared with',
    { checks: [{ id: 'a', attestedBy: ['owner'], expected: true }] },
    'expected nothing: a person answers this check',
  ],
  [
    'a link that runs',
    {
      checks: [
        {
          id: 'a',
          fact: 'owner.exists',
          remedy: { label: 'Click', url: `${'javascript'}:alert(1)` },
        },
      ],
    },
    'productOps.lifecycle.checks[0].remedy.url: got "javascript:alert(1)"; expected https://',
  ],
])('refuses to start on %s', (_, config, message) => {
  expect(() => read(config)).toThrow(message);
});

it('refuses a wrong check of a module by its id', () => {
  expect(() =>
    read({}, [{ id: 'cost', title: 'Cheap', fact: 'cost.monthly' }]),
  ).toThrow('check "cost" of a module.fact: got "cost.monthly"');
});

it('one of all instances answers the checks, whatever the schedule says', () => {
  expect(readLifecycleSchedule(new ConfigReader({}))).toMatchObject({
    frequency: { seconds: 30 },
    scope: 'global',
  });
  expect(
    readLifecycleSchedule(
      new ConfigReader({
        productOps: {
          lifecycle: {
            schedule: {
              frequency: { minutes: 5 },
              timeout: { minutes: 1 },
              scope: 'local',
            },
          },
        },
      }),
    ),
  ).toMatchObject({ frequency: { minutes: 5 }, scope: 'global' });
});
