import {
  stageEntryOf,
  stageRank,
  type ProductMilestones,
  type RailStage,
  type StageChangeRecord,
  type StageDefinition,
  type StageEntry,
} from '@productops/backstage-plugin-product-ops-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The configured stages in order, with when an entity entered them and how long it stayed, as far as is known. */
export function railOf(options: {
  stage?: string;
  stages: readonly StageDefinition[];
  /** The first one first. */
  changes: ReadonlyArray<Pick<StageChangeRecord, 'to' | 'at' | 'origin'>>;
  milestones?: ProductMilestones;
  now: Date;
}): RailStage[] {
  const { stage, stages, changes, milestones, now } = options;
  const current = stageRank(stage, stages);
  const stays = new Map<string, StageEntry & { ms: number }>();
  changes.forEach((change, place) => {
    const entry = stageEntryOf(change.to, change, milestones);
    if (change.to && entry) {
      const next = changes[place + 1]?.at;
      const end = next ? Date.parse(next) : now.getTime();
      const before = stays.get(change.to);
      const atLeast = before?.atLeast ?? entry.atLeast;
      stays.set(change.to, {
        since: entry.since,
        ...(atLeast && { atLeast }),
        ms: (before?.ms ?? 0) + Math.max(0, end - Date.parse(entry.since)),
      });
    }
  });
  return stages.map(({ id, title }, rank) => {
    const stay = stays.get(id);
    return {
      id,
      title,
      state: stateOf(rank, current),
      ...(stay && {
        since: stay.since,
        days: Math.floor(stay.ms / DAY_MS),
        ...(stay.atLeast && { atLeast: true }),
      }),
    };
  });
}

function stateOf(rank: number, current?: number): RailStage['state'] {
  if (rank === current) {
    return 'current';
  }
  return current !== undefined && rank < current ? 'past' : 'ahead';
}
