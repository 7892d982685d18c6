import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';
import { correction } from '../overview/correction';
import { stageOf } from '../lifecycle';
import { OWNERSHIP_ROLES, OwnershipRole } from '../product';

type Found = Omit<ScopedAttentionItem, 'subject'>;

/** The roles that a stage of a product demands; a product on its way out still has users. */
const DEMANDED_ROLES: Record<string, readonly OwnershipRole[]> = {
  live: ['productManager', 'operations'],
  maintenance: ['productManager', 'operations'],
};

function isCritical({ tier }: EntityFacts): boolean {
  return tier === 1 || tier === 2;
}

function ownerRules(facts: EntityFacts): Found[] {
  const { owner } = facts;
  if (!owner) {
    return [
      {
        id: 'ownership/unowned',
        severity: isCritical(facts) ? 'critical' : 'warning',
        title: 'Nobody owns it.',
        detail: 'No team is accountable for it.',
        action: correction(
          facts,
          'Name an owner',
          'spec:\n  owner: group:<team>',
        ),
        scope: 'self',
      },
    ];
  }
  if (!owner.known) {
    return [
      {
        id: 'ownership/dangling-owner',
        severity: isCritical(facts) ? 'critical' : 'warning',
        title: `Its owner, ${owner.ref}, is not in the catalog.`,
        detail: 'The team was renamed or removed, or never registered.',
        action: correction(
          facts,
          'Correct the owner',
          'spec:\n  owner: group:<team>',
        ),
        scope: 'related',
      },
    ];
  }
  if (owner.members === 0) {
    return [
      {
        id: 'ownership/owner-without-members',
        severity: isCritical(facts) ? 'critical' : 'warning',
        title: `Its owner, ${owner.title}, has no members.`,
        detail: 'The team is there, and nobody is in it.',
        action: correction(
          facts,
          'Name another owner, or fill the team',
          'spec:\n  owner: group:<team>',
        ),
        scope: 'related',
      },
    ];
  }
  if (owner.members === 1 && isCritical(facts)) {
    const person = owner.ref.toLocaleLowerCase('en-US').startsWith('user:');
    return [
      {
        id: 'ownership/one-person-team',
        severity: 'warning',
        title: `One person alone owns this tier ${facts.tier} ${facts.kind}.`,
        detail: person
          ? `${owner.title} owns it by name, so nobody can stand in.`
          : `${owner.title} has a single member, so nobody can stand in.`,
        action: correction(
          facts,
          person
            ? 'Name a team instead'
            : 'Name a larger team, or fill this one',
          'spec:\n  owner: group:<team>',
        ),
        scope: 'related',
      },
    ];
  }
  return [];
}

function definitionOf(role: OwnershipRole) {
  return OWNERSHIP_ROLES.find(known => known.role === role)!;
}

/** The lines that give an entity somebody in a role. */
function roleYaml({ kind }: EntityFacts, role: OwnershipRole): string {
  return kind.toLowerCase() === 'product'
    ? `spec:\n  roles:\n    ${role}: group:<team>`
    : `metadata:\n  annotations:\n    ${
        definitionOf(role).annotation
      }: group:<team>`;
}

function roleRules(facts: EntityFacts, options: AttentionOptions): Found[] {
  const found: Found[] = [];
  const roles = facts.roles ?? [];
  for (const { role, holder } of roles) {
    if (!holder.known) {
      const { title } = definitionOf(role);
      found.push({
        id: `ownership/dangling-holder/${role}/${holder.ref}`,
        severity: 'warning',
        title: `Its ${title.toLowerCase()}, ${
          holder.ref
        }, is not in the catalog.`,
        action: correction(facts, 'Correct it', roleYaml(facts, role)),
        scope: 'related',
      });
    }
  }
  const stage = stageOf(facts.lifecycle, options.stages);
  const isProduct = facts.kind.toLowerCase() === 'product';
  // Anything but a product answers for direction and operation through the product that it is a part of;
  // of it, only what is critical is asked who runs it.
  const demanded = (facts.roles && DEMANDED_ROLES[stage.stage ?? '']) ?? [];
  for (const role of demanded) {
    const asked = isProduct || (role === 'operations' && isCritical(facts));
    if (asked && !roles.some(holder => holder.role === role)) {
      const { title } = definitionOf(role);
      found.push({
        id: `ownership/missing-role/${role}`,
        severity: isCritical(facts) ? 'warning' : 'info',
        title:
          role === 'operations'
            ? 'Nobody is named to run it.'
            : 'It has no product manager.',
        detail: `The stage ${stage.title} asks for the role "${title}".`,
        action: correction(
          facts,
          `Name ${role === 'operations' ? 'who runs it' : 'one'}`,
          roleYaml(facts, role),
        ),
        scope: 'self',
      });
    }
  }
  return found;
}

/**
 * The gaps in who answers for an entity: unowned, an owner or a role holder that is not in the catalog,
 * an owner without members, one person alone (a team of one, or by name) on tier 1 or 2, a role that the stage asks for.
 *
 * @public
 */
export function ownershipAttention(
  facts: EntityFacts,
  options: AttentionOptions,
): ScopedAttentionItem[] {
  return [...ownerRules(facts), ...roleRules(facts, options)].map(item => ({
    subject: 'ownership' as const,
    ...item,
  }));
}
