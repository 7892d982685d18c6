import type {
  OwnershipDependencies,
  TeamDependencies,
} from '@productops/backstage-plugin-product-ops-common';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import { remember } from './remember';
import type { OwnedEntity } from './types';

const MAX_TEAMS = 50;
const MAX_EXAMPLES = 5;
const MAX_EXAMPLES_OF_ONE = 100;

type BothWays = Pick<OwnershipDependencies, 'dependsOn' | 'neededBy'>;

const counted = new WeakMap<OwnershipModel, Map<string, BothWays>>();

/**
 * The teams that what a team owns depends on, and those that need it: counted from the relations of what they own,
 * that of their sub-teams included. What stays within the team does not count.
 */
export function teamDependencies(
  model: OwnershipModel,
  team: string,
  /** The only other owner that counts, `none` for nobody: then with more examples. */
  other?: string,
): BothWays {
  if (other !== undefined) {
    return count(model, team, { other, examples: MAX_EXAMPLES_OF_ONE });
  }
  const ofModel = counted.get(model) ?? new Map<string, BothWays>();
  counted.set(model, ofModel);
  const known = ofModel.get(team);
  if (known) {
    return known;
  }
  const found = count(model, team, { examples: MAX_EXAMPLES });
  remember(ofModel, team, found);
  return found;
}

interface Asked {
  other?: string;
  /** How many there are at most. */
  examples: number;
}

function count(model: OwnershipModel, team: string, asked: Asked): BothWays {
  const owners = model.withDescendants(team);
  const owned = [...owners].flatMap(owner => model.held('owner', owner));
  return {
    dependsOn: byTeam(model, { ...asked, owners }, function* needs() {
      for (const from of owned) {
        for (const to of model.dependenciesOf(from.ref)) {
          yield { from, to, other: to };
        }
      }
    }),
    neededBy: byTeam(model, { ...asked, owners }, function* needed() {
      for (const to of owned) {
        for (const from of model.dependantsOf(to.ref)) {
          yield { from, to, other: from };
        }
      }
    }),
  };
}

function byTeam(
  model: OwnershipModel,
  asked: Asked & { owners: ReadonlySet<string> },
  pairs: () => Iterable<Record<'from' | 'to' | 'other', OwnedEntity>>,
): TeamDependencies {
  const teams = new Map<string, TeamDependencies['items'][number]>();
  for (const { from, to, other } of pairs()) {
    const { ownerRef } = other;
    const outside = !ownerRef || !asked.owners.has(ownerRef);
    if (
      outside &&
      (asked.other ?? ownerRef ?? 'none') === (ownerRef ?? 'none')
    ) {
      const ofTeam = teams.get(ownerRef ?? '') ?? {
        ...(ownerRef && { team: linkIn(model, ownerRef) }),
        count: 0,
        examples: [],
      };
      teams.set(ownerRef ?? '', ofTeam);
      ofTeam.count += 1;
      if (ofTeam.examples.length < asked.examples) {
        const [a, b] = [from, to].map(({ ref }) => linkIn(model, ref));
        ofTeam.examples.push({ from: a, to: b });
      }
    }
  }
  const items = [...teams.values()].sort((a, b) => b.count - a.count);
  return { total: items.length, items: items.slice(0, MAX_TEAMS) };
}
