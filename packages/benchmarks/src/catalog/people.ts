import { Entity } from '@backstage/catalog-model';
import { Random } from './random';
import { FIRST_NAMES, LAST_NAMES, QUALITIES, SUBJECTS } from './words';

const CHILDREN_A_GROUP = 6;

/** A tree of groups, the root first; the later half of them are leaves. */
export function generateGroups(count: number, random: Random): Entity[] {
  return Array.from({ length: count }, (_, index) => {
    const parent = Math.floor((index - 1) / CHILDREN_A_GROUP);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: groupName(index),
        description: `Looks after ${random.pick(SUBJECTS).toLowerCase()}.`,
      },
      spec: {
        type: index === 0 ? 'organisation' : groupType(index, count),
        profile: {
          displayName: `${random.pick(QUALITIES)} ${random.pick(
            SUBJECTS,
          )} ${index}`,
        },
        ...(index > 0 ? { parent: groupName(parent) } : {}),
        children: [],
      },
    };
  });
}

function groupType(index: number, count: number): string {
  const isLeaf = index * CHILDREN_A_GROUP + 1 >= count;
  return isLeaf ? 'team' : 'department';
}

/** People, each in one team or two. */
export function generateUsers(
  count: number,
  groups: readonly Entity[],
  random: Random,
): Entity[] {
  const names = groups.map(group => group.metadata.name);
  return Array.from({ length: count }, (_, index) => {
    const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: userName(index) },
      spec: {
        profile: { displayName: name, email: `${userName(index)}@example.com` },
        memberOf: random.pickSome(names, random.chance(0.15) ? 2 : 1),
      },
    };
  });
}

export function groupName(index: number): string {
  return `group-${index}`;
}

export function userName(index: number): string {
  return `user-${index}`;
}
