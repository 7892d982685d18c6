import type { StageState } from '../api/types';
import { DEFAULT_GATES } from './defaultGates';
import type { Approver, GateDemand } from './gates';

/**
 * A stage of the configured list.
 *
 * @public
 */
export interface StageDefinition {
  /** Unique within the list; what an entity declares in `spec.lifecycle`. */
  id: string;
  /** What the pages call it. */
  title: string;
  /** Other values of `spec.lifecycle` that mean the same stage. */
  aliases?: string[];
  /** The stages that an entity may move to from here; `nextStagesOf` says which when absent. */
  next?: string[];
  /** What must be true of an entity that is to enter, and of one that is in it. */
  gate?: GateDemand[];
  /** Who approves an entry, each of them once; nobody has to when empty or absent. */
  approvers?: Approver[];
  /** Whether who asks for the stage may not approve it too; true when absent. */
  fourEyes?: boolean;
  /**
   * What becomes of an approver that nobody in the catalog is, such as a role without a holder: `wait` until somebody is
   * named, which is so when absent, or `skip` it as long as another approver approves.
   */
  whenVacant?: 'wait' | 'skip';
}

/**
 * The stages of an installation that configures none, in order, with what they demand.
 *
 * @public
 */
export const DEFAULT_STAGES: StageDefinition[] = [
  { id: 'discovery', title: 'Discovery', aliases: [] },
  { id: 'development', title: 'Development', aliases: [] },
  { id: 'preview', title: 'Preview', aliases: ['experimental'] },
  { id: 'live', title: 'Live', aliases: ['production'] },
  { id: 'maintenance', title: 'Maintenance', aliases: [] },
  { id: 'sunset', title: 'Sunset', aliases: ['deprecated'] },
  { id: 'retired', title: 'Retired', aliases: [] },
].map(stage => ({ ...stage, ...DEFAULT_GATES[stage.id] }));

/** The title of an entity that declares no stage. @public */
export const NO_STAGE_TITLE = 'No stage';

const plain = (text: string) => text.trim().toLowerCase();

/**
 * The stage that a declared value stands for. Case and blanks around do not matter. An unknown value
 * comes back as it is, flagged.
 *
 * @param declared - the value of `spec.lifecycle`
 * @param stages - the configured list
 *
 * @public
 */
export function stageOf(
  declared: string | undefined,
  stages: readonly StageDefinition[] = DEFAULT_STAGES,
): StageState {
  const wanted = declared && plain(declared);
  if (!declared || !wanted) {
    return { title: NO_STAGE_TITLE, known: false };
  }
  // An id wins over an alias, so that a list may reuse a word that is another stage's alias.
  const found =
    stages.find(({ id }) => plain(id) === wanted) ??
    stages.find(({ aliases }) => aliases?.some(name => plain(name) === wanted));
  return found
    ? { stage: found.id, title: found.title, declared, known: true }
    : {
        stage: declared.trim(),
        title: declared.trim(),
        declared,
        known: false,
      };
}

/**
 * The place of a stage in the configured list, from 0; nothing when it is not in it.
 *
 * @public
 */
export function stageRank(
  stageId: string | undefined,
  stages: readonly StageDefinition[] = DEFAULT_STAGES,
): number | undefined {
  const rank = stages.findIndex(({ id }) => id === stageId);
  return rank < 0 ? undefined : rank;
}
