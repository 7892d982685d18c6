import {
  stageRank,
  type RailStage,
  type StageChangeRecord,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The configured stages in order, with when an entity entered them and how long it stayed, as far as is known. */
export function railOf(options: {
  stage?: string;
  stages: readonly StageDefinition[];
  /** The first one first. */
  changes: ReadonlyArray<Pick<StageChangeRecord, 'to' | 'at'>>;
  now: Date;
}): RailStage[] {
  const { stage, stages, changes, now } = options;
  const current = stageRank(stage, stages);
  const stays = new Map<string, { since: string; ms: number }>();
  changes.forEach(({ to, at }, place) => {
    if (to) {
      const next = changes[place + 1]?.at;
      const end = next ? Date.parse(next) : now.getTime();
      const before = stays.get(to)?.ms ?? 0;
      stays.set(to, {
        since: at,
        ms: before + Math.max(0, end - Date.parse(at)),
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
