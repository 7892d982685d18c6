import { RELATION_PART_OF } from '@backstage/catalog-model';
import {
  ALERT_ENTITY_LABELS,
  type AlertCandidate,
  type AlertEntity,
  readEntityRef,
  runbookStanding,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity, DirectoryStore } from '../directory/types';
import type { StoredRunbook } from './rows';

/** What a label may name. */
export interface Asked {
  label: string;
  value: string;
  /** What the value may be the ref of, the likeliest first. */
  refs: string[];
}

/** A runbook that answers an alert, with what it is. */
export interface FoundCandidate<
  Found extends { runbook: StoredRunbook } = {
    entityRef: string;
    runbook: StoredRunbook;
  },
> extends AlertCandidate {
  found: Found;
}

/** The labels that may name an entity, as `name=value`, the surest first. */
export function askedOf(labels: readonly string[]): Asked[] {
  const values = new Map(
    labels.map(text => {
      const at = text.indexOf('=');
      return [text.slice(0, at).toLowerCase(), text.slice(at + 1).trim()];
    }),
  );
  return ALERT_ENTITY_LABELS.flatMap(({ label, kinds }) => {
    const value = values.get(label);
    if (!value || value.length > 255) {
      return [];
    }
    const refs = kinds.flatMap(
      kind => readEntityRef(value, { defaultKind: kind }) ?? [],
    );
    return [{ label, value, refs: [...new Set(refs)] }];
  });
}

/** What entities are part of, asked once for all of them. */
export async function alertEntitiesOf(
  directory: DirectoryStore,
  refs: Iterable<string>,
): Promise<(entity: DirectoryEntity) => AlertEntity> {
  const relations = await directory.getRelationsOfMany(refs, {
    types: [RELATION_PART_OF],
  });
  return ({ ref, title, productRef }) => ({
    ref,
    title,
    partOf: [
      ...(relations.get(ref)?.get(RELATION_PART_OF)?.targets ?? []),
      ...(productRef ? [productRef] : []),
    ],
  });
}

/** A runbook as the rule that chooses takes it. */
export function candidateOf<Found extends { runbook: StoredRunbook }>(
  found: Found,
  { entity, today }: { entity: AlertEntity; today: string },
): FoundCandidate<Found> {
  return {
    id: found.runbook.id,
    entity,
    stale: runbookStanding(found.runbook, { today }).stale,
    incident: found.runbook.type === 'incident',
    found,
  };
}
