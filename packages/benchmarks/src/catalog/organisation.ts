import { Entity } from '@backstage/catalog-model';
import { generateUsers } from './people';
import { pickLifecycle } from './products';
import { Random } from './random';
import { QUALITIES, SUBJECTS } from './words';

/** What makes the organisation hard to draw; the rest is as in any other. */
export const ORGANISATION = {
  entities: 8_690,
  departments: 20,
  teamsOfDepartment: 9,
  /** Of one team: backstage/backstage#18659. */
  componentsOfLargestTeam: 407,
  /** Of one group: backstage/backstage#18061. */
  membersOfLargestGroup: 1_000,
} as const;

export const ROOT_GROUP = 'group:default/organisation';
export const LARGEST_TEAM = 'group:default/team-largest';
export const LARGEST_GROUP = 'group:default/everybody';
/** A team like most: to load a page's code with, before anything is measured. */
export const ANY_TEAM = 'group:default/team-0-1';

const PRODUCTS = 400;
const SYSTEMS = 600;
const RESOURCES = 500;
const PEOPLE_IN_TEAMS = 1_000;

/**
 * An organisation of departments and teams with one team that owns very much and one group that has very many members:
 * the shape that an ownership graph has to bear. Stock kinds and Product, relations not yet made.
 */
export function generateOrganisation(seed: number): Entity[] {
  const random = Random.seeded(seed);
  const {
    entities,
    departments,
    teamsOfDepartment,
    componentsOfLargestTeam,
    membersOfLargestGroup,
  } = ORGANISATION;
  const name = (ref: string) => ref.split('/')[1];
  const departmentGroups = Array.from({ length: departments }, (_, index) =>
    group(
      `department-${index}`,
      'department',
      random.pick(SUBJECTS),
      name(ROOT_GROUP),
    ),
  );
  const teams = departmentGroups.flatMap((department, index) =>
    Array.from({ length: teamsOfDepartment }, (_, team) =>
      group(
        `team-${index}-${team}`,
        'team',
        `${random.pick(QUALITIES)} ${random.pick(SUBJECTS)}`,
        department.metadata.name,
      ),
    ),
  );
  const largest = group(
    name(LARGEST_TEAM),
    'team',
    'Foundations',
    departmentGroups[0].metadata.name,
  );
  const everybody = group(
    name(LARGEST_GROUP),
    'community',
    'Everybody',
    name(ROOT_GROUP),
  );
  const inTeams = generateUsers(PEOPLE_IN_TEAMS, [...teams, largest], random);
  const members = generateUsers(membersOfLargestGroup, [everybody], random).map(
    (user, index) => ({
      ...user,
      metadata: { ...user.metadata, name: `member-${index}` },
    }),
  );
  const owner = () => `group:${random.pick(teams).metadata.name}`;
  const software = [
    ...Array.from({ length: PRODUCTS }, (_, index) =>
      owned('Product', `product-${index}`, owner(), random, {
        tier: 1 + random.below(4),
      }),
    ),
    ...Array.from({ length: SYSTEMS }, (_, index) =>
      owned('System', `system-${index}`, owner(), random),
    ),
    ...Array.from({ length: RESOURCES }, (_, index) =>
      owned('Resource', `resource-${index}`, owner(), random, {
        system: `system-${random.below(SYSTEMS)}`,
      }),
    ),
  ];
  const people = [...inTeams, ...members];
  const groups = [
    group(name(ROOT_GROUP), 'organisation', 'Larkfield'),
    ...departmentGroups,
    ...teams,
    largest,
    everybody,
  ];
  const components = Array.from(
    { length: entities - groups.length - people.length - software.length },
    (_, index) =>
      owned(
        'Component',
        `component-${index}`,
        index < componentsOfLargestTeam ? LARGEST_TEAM : owner(),
        random,
        {
          system: `system-${random.below(SYSTEMS)}`,
          dependsOn:
            index > 0 && random.chance(0.5)
              ? [`component:component-${random.below(index)}`]
              : [],
        },
      ),
  );
  return [...groups, ...people, ...software, ...components];
}

function group(
  name: string,
  type: string,
  displayName: string,
  parent?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: {
      type,
      profile: { displayName },
      ...(parent && { parent }),
      children: [],
    },
  };
}

function owned(
  kind: string,
  name: string,
  owner: string,
  random: Random,
  spec: Entity['spec'] = {},
): Entity {
  return {
    apiVersion:
      kind === 'Product' ? 'productops.io/v1alpha1' : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      title: `${random.pick(QUALITIES)} ${random.pick(SUBJECTS)} ${
        name.split('-')[1]
      }`,
    },
    spec: {
      ...(kind !== 'System' && {
        type: kind === 'Resource' ? 'database' : 'service',
      }),
      ...(kind !== 'Resource' &&
        kind !== 'System' && { lifecycle: pickLifecycle(random) }),
      owner,
      ...spec,
    },
  };
}
