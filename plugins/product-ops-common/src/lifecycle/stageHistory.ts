/**
 * What stands behind a change of stage: the suite saw the entity first, an approved transition was completed by it, or
 * nothing that anybody approved.
 *
 * @public
 */
export type StageChangeOrigin = 'first-seen' | 'transition' | 'drift';

/**
 * A change of an entity's stage. Once written, it stays.
 *
 * @public
 */
export interface StageChangeRecord {
  /** Nothing when it was in none. */
  from?: string;
  /** Nothing when it is in none any more. */
  to?: string;
  /** When the suite saw it, ISO 8601 in UTC. */
  at: string;
  origin: StageChangeOrigin;
  /** The transition that is behind it. */
  transition?: string;
}

/**
 * What is to be added to the history of an entity that is seen in a stage; nothing when the history says so already.
 *
 * @param last - the latest entry, if there is any
 * @param seen - `first` when the suite knew nothing of the entity; `transition` is the one that is completed by it
 *
 * @public
 */
export function stageChangeSeen(
  last: Pick<StageChangeRecord, 'to'> | undefined,
  seen: { stage?: string; first?: boolean; transition?: string; at: string },
): StageChangeRecord | undefined {
  const { stage, first, transition, at } = seen;
  if (last?.to === stage) {
    return undefined;
  }
  const origin = (): StageChangeOrigin => {
    if (transition) {
      return 'transition';
    }
    return first && !last ? 'first-seen' : 'drift';
  };
  return {
    ...(last?.to && { from: last.to }),
    ...(stage && { to: stage }),
    at,
    origin: origin(),
    ...(transition && { transition }),
  };
}
