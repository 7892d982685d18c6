import { OWNERSHIP_GAP_RULES } from '@productops/backstage-plugin-product-ops-common';
import { tabPath } from '../messages/tabPath';
import type { Message } from '../messages/types';
import type { GapToTell } from './gapRecords';
import type { Overdue, OverdueOwner } from './overdueRecords';
import type { OwnershipModel } from './OwnershipModel';
import type { ClosedTransfer } from './transferRecords';

/** A message about ownership. */
export type Text = Pick<Message, 'recipients' | 'title' | 'link'> &
  Partial<Omit<Message, 'topic'>>;

export function completedText(
  model: OwnershipModel,
  { id, entityRef, from, to }: ClosedTransfer,
): Text {
  return {
    recipients: [from, to],
    title: `${title(model, to)} owns ${title(model, entityRef)} now`,
    description: 'The catalog shows the new owner: the transfer is complete.',
    link: entityLink(entityRef),
    scope: transferScope(id),
  };
}

/** How a transfer ended that the catalog did not wait for. */
export function supersededText(
  model: OwnershipModel,
  { id, entityRef, from, to, proposedBy }: ClosedTransfer,
): Text {
  const entity = model.entities.get(entityRef);
  const owner = entity?.ownerRef;
  const becameOfIt = () => {
    if (!entity) {
      return `${title(model, entityRef)} is not in the catalog any more.`;
    }
    if (owner === to) {
      return 'The catalog shows the new owner already, though nobody has accepted.';
    }
    return owner
      ? `The catalog shows another owner: ${title(model, owner)}.`
      : 'The catalog shows no owner any more.';
  };
  return {
    recipients: [proposedBy, from, to, ...holdersOf(model, entityRef)],
    title: `The transfer of ${title(model, entityRef)} to ${title(
      model,
      to,
    )} has ended: the catalog was changed without it`,
    description: becameOfIt(),
    link: entity ? entityLink(entityRef) : transferLink(entityRef),
    scope: transferScope(id),
  };
}

/** One message to all who are the owner and the holders of the same entities. */
export function wrongTexts(
  model: OwnershipModel,
  answers: ReadonlyArray<{ entityRef: string; reason?: string }>,
  by: string,
): Text[] {
  const byRecipients = new Map<
    string,
    { recipients: string[]; found: Array<(typeof answers)[number]> }
  >();
  for (const answer of answers) {
    const owner = model.entities.get(answer.entityRef)?.ownerRef;
    const recipients = [
      ...new Set([
        ...(owner ? [owner] : []),
        ...holdersOf(model, answer.entityRef),
      ]),
    ];
    const key = [...recipients].sort().join(' ');
    const known = byRecipients.get(key) ?? { recipients, found: [] };
    known.found.push(answer);
    byRecipients.set(key, known);
  }
  return [...byRecipients.values()].map(({ recipients, found }) => {
    const [{ entityRef, reason }, ...others] = found;
    return {
      recipients,
      except: by,
      title: `${title(model, by)} says that the ownership of ${title(
        model,
        entityRef,
      )}${others.length ? ` and ${others.length} more` : ''} is wrong`,
      description: others.every(other => other.reason === reason)
        ? reason
        : undefined,
      link: others.length
        ? '/ownership?view=verify&mine=true'
        : entityLink(entityRef),
    };
  });
}

/** One message an owner; of what nobody can hear of, since its owner is missing, role holders hear. */
export function gapTexts(
  model: OwnershipModel,
  gaps: readonly GapToTell[],
): Text[] {
  const byRecipients = new Map<string, GapToTell[]>();
  for (const gap of gaps) {
    const owner = model.entities.get(gap.entityRef)?.ownerRef;
    const hears =
      owner && (model.teams.has(owner) || model.people.has(owner))
        ? [owner]
        : holdersOf(model, gap.entityRef);
    const key = hears.join(' ');
    byRecipients.set(key, [...(byRecipients.get(key) ?? []), gap]);
  }
  return [...byRecipients].map(([key, found]) => {
    const [{ entityRef, rule }] = found;
    const what = OWNERSHIP_GAP_RULES.find(known => known.rule === rule)?.title;
    return {
      recipients: key.split(' ').filter(Boolean),
      ...(found.length === 1
        ? {
            title: `Gap in the ownership of ${title(model, entityRef)}: ${
              what ?? rule
            }`,
            link: entityLink(entityRef),
          }
        : {
            title: `${found.length} new gaps in the ownership of ${title(
              model,
              entityRef,
            )} and others`,
            link: '/ownership?view=gaps',
          }),
    };
  });
}

/** One message an owner; those in a role hear of what is news, each of their own only. */
export function overdueTexts(
  model: OwnershipModel,
  { owners, entities }: Overdue,
): Text[] {
  const counts = new Map<string, number>();
  for (const entityRef of entities) {
    const owner = model.entities.get(entityRef)?.ownerRef;
    for (const holder of holdersOf(model, entityRef)) {
      if (holder !== owner) {
        counts.set(holder, (counts.get(holder) ?? 0) + 1);
      }
    }
  }
  const byCount = new Map<number, string[]>();
  for (const [holder, count] of counts) {
    byCount.set(count, [...(byCount.get(count) ?? []), holder]);
  }
  return [
    ...owners.map(owner => overdueText(model, owner)),
    ...[...byCount].map(([count, holders]) => ({
      recipients: holders.sort(),
      title:
        count === 1
          ? 'An ownership verification is overdue for which you hold a role'
          : `${count} ownership verifications are overdue for which you hold a role`,
      link: '/ownership?view=verify&state=overdue&mine=true',
      scope: 'ownership-overdue-in-a-role',
    })),
  ];
}

function overdueText(
  model: OwnershipModel,
  { owner, count }: OverdueOwner,
): Text {
  const team = title(model, owner);
  return {
    recipients: [owner],
    title:
      count === 1
        ? `An ownership verification of ${team} is overdue`
        : `${count} ownership verifications of ${team} are overdue`,
    link: `/ownership?view=verify&state=overdue&owner=${encodeURIComponent(
      owner,
    )}`,
    scope: `ownership-overdue-${owner}`,
  };
}

export function holdersOf(model: OwnershipModel, entityRef: string): string[] {
  const entity = model.entities.get(entityRef);
  return entity
    ? [...new Set(model.effectiveRoles(entity).map(({ holder }) => holder))]
    : [];
}

export function title(model: OwnershipModel, ref: string): string {
  const known =
    model.entities.get(ref) ?? model.teams.get(ref) ?? model.people.get(ref);
  return known?.title ?? ref.slice(ref.lastIndexOf('/') + 1);
}

export function entityLink(entityRef: string): string {
  return tabPath(entityRef, 'ownership');
}

export function transferLink(entityRef: string): string {
  return `/ownership?view=transfers&entity=${encodeURIComponent(entityRef)}`;
}

export function transferScope(id: string): string {
  return `ownership-transfer-${id}`;
}
