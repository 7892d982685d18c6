/**
 * What stands behind a change of stage: the suite saw the entity first, an approved transition was completed by it, the
 * entity left the catalog or came back, the stages are configured otherwise while its file is as before, or `drift`: its
 * file was changed, and nobody approved it.
 *
 * @public
 */
export type StageChangeOrigin =
  | 'first-seen'
  | 'transition'
  | 'left'
  | 'returned'
  | 'configuration'
  | 'drift';

/**
 * Why an entity is seen in another stage, as far as the suite knows: it knew nothing of the entity before, the entity
 * has left the catalog, or what it declares is as it was, so that the stages are configured otherwise.
 *
 * @public
 */
export type StageChangeCause = 'first' | 'left' | 'configuration';

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
 * @param seen - `transition` is the one that is completed by it
 *
 * @public
 */
export function stageChangeSeen(
  last: Pick<StageChangeRecord, 'to'> | undefined,
  seen: {
    stage?: string;
    cause?: StageChangeCause;
    transition?: string;
    at: string;
  },
): StageChangeRecord | undefined {
  const { stage, cause, transition, at } = seen;
  if (last?.to === stage) {
    return undefined;
  }
  const origin = (): StageChangeOrigin => {
    if (transition) {
      return 'transition';
    }
    if (cause === 'first') {
      return last ? cameBack(last) : 'first-seen';
    }
    return cause ?? 'drift';
  };
  return {
    ...(last?.to && { from: last.to }),
    ...(stage && { to: stage }),
    at,
    origin: origin(),
    ...(transition && { transition }),
  };
}

function cameBack({ to }: Pick<StageChangeRecord, 'to'>): StageChangeOrigin {
  // What was seen to leave was in no stage since; of anything else nobody knows what has become of it meanwhile.
  return to ? 'drift' : 'returned';
}
