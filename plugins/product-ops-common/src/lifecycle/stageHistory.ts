import type { ProductMilestones } from '../product';

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

/** Of the declared dates, only general availability says when a stage began. */
const AVAILABLE = 'live';

/**
 * The day on which a stage began, as a file declares it, `YYYY-MM-DD`; nothing when it declares none, or one ahead.
 *
 * @param on - a moment, ISO 8601
 *
 * @public
 */
export function declaredStageStart(
  stage: string | undefined,
  milestones: ProductMilestones | undefined,
  on: string,
): string | undefined {
  const day = milestones?.generalAvailability;
  return stage === AVAILABLE && day && day <= on.slice(0, 10) ? day : undefined;
}

/** Since when an entity is in its stage. @public */
export interface StageEntry {
  /** ISO 8601 in UTC. */
  since: string;
  /** It was in it already when the suite saw it first, so that it may be there for longer. */
  atLeast?: boolean;
}

/**
 * Since when an entity is in its stage, as far as is known. What was in its stage when the suite saw it first is there
 * since the day that its file declares, or else at least since then.
 *
 * @param last - the latest entry of its history
 *
 * @public
 */
export function stageEntryOf(
  stage: string | undefined,
  last: Pick<StageChangeRecord, 'to' | 'at' | 'origin'> | undefined,
  milestones: ProductMilestones | undefined,
): StageEntry | undefined {
  if (!last || !stage || last.to !== stage) {
    return undefined;
  }
  if (last.origin !== 'first-seen') {
    return { since: last.at };
  }
  const day = declaredStageStart(stage, milestones, last.at);
  return day
    ? { since: new Date(day).toISOString() }
    : { since: last.at, atLeast: true };
}
