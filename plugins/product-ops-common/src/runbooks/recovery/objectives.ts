import { Duration } from 'luxon';
import type { RecoveryObjective } from '../../api/types';
import { isIsoDuration, type RecoveryObjectives } from '../../product';

/**
 * The objectives of a recovery, in the order in which they are told.
 *
 * @public
 */
export const RECOVERY_OBJECTIVES: readonly RecoveryObjective[] = ['rto', 'rpo'];

/**
 * How long an ISO 8601 duration is, in milliseconds; nothing when it is none. A month counts 30 days, a year 365.
 *
 * @public
 */
export function durationMs(value: string | undefined): number | undefined {
  if (value === undefined || !isIsoDuration(value)) {
    return undefined;
  }
  const ms = Duration.fromISO(value).toMillis();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

/**
 * The objectives that are promised tighter than something else promises them.
 *
 * @public
 */
export function tighterObjectives(
  own: RecoveryObjectives,
  theirs: RecoveryObjectives,
): Array<{ objective: RecoveryObjective; promised: string; theirs: string }> {
  return RECOVERY_OBJECTIVES.flatMap(objective => {
    const promised = own[objective];
    const limit = theirs[objective];
    const [mine, other] = [durationMs(promised), durationMs(limit)];
    return promised !== undefined &&
      limit !== undefined &&
      mine !== undefined &&
      other !== undefined &&
      mine < other
      ? [{ objective, promised, theirs: limit }]
      : [];
  });
}

/**
 * What depends on what, and what is promised: only of what may be told. What is not among the entities is not there.
 *
 * @public
 */
export interface RecoveryGraph {
  /** Whether an entity is there, by full ref. */
  has(ref: string): boolean;
  /** What an entity depends on, directly. */
  dependsOn(ref: string): readonly string[];
  /** What an entity promises. */
  promised(ref: string): RecoveryObjectives;
}

/**
 * Something that an entity rests on.
 *
 * @public
 */
export interface RestsOn {
  ref: string;
  promised: RecoveryObjectives;
  /** What leads there from the entity, one after the other, the shortest way. */
  way: string[];
}

/**
 * All that an entity rests on, directly or not, the nearest first. Each comes once, the entity itself never, so that
 * circles end. Takes time in proportion to the dependencies.
 *
 * @public
 */
export function restsOn(graph: RecoveryGraph, ref: string): RestsOn[] {
  const before = new Map<string, string | undefined>([[ref, undefined]]);
  // A map goes on with what is added while it is gone through.
  for (const from of before.keys()) {
    for (const to of graph.dependsOn(from)) {
      if (!before.has(to) && graph.has(to)) {
        before.set(to, from);
      }
    }
  }
  before.delete(ref);
  return [...before.keys()].map(found => ({
    ref: found,
    promised: graph.promised(found),
    get way() {
      const way: string[] = [];
      for (
        let at = before.get(found);
        at !== undefined && at !== ref;
        at = before.get(at)
      ) {
        way.unshift(at);
      }
      return way;
    },
  }));
}

/**
 * The longest promise among all that an entity rests on, by objective, and whose it is.
 *
 * @public
 */
export type RolledUp = Partial<
  Record<RecoveryObjective, { duration: string; ref: string }>
>;

/** The two longest promises of different entities, the longest first. */
type Longest = ReadonlyArray<{ duration: string; ms: number; ref: string }>;

/** Of several promises the two longest; of two as long the one whose ref comes first. */
function longest(promises: Longest): Longest {
  const found: Array<Longest[number]> = [];
  const sorted = [...promises].sort(
    (a, b) => b.ms - a.ms || (a.ref < b.ref ? -1 : 1),
  );
  for (const one of sorted) {
    if (found.length < 2 && !found.some(({ ref }) => ref === one.ref)) {
      found.push(one);
    }
  }
  return found;
}

/**
 * Rolls promises up over everything that some entities rest on: of each the longest promises that lie below it. An
 * entity does not rest on itself, also not by way of a circle. Takes time in proportion to the dependencies, however
 * many entities are asked for.
 *
 * @public
 */
export function rollUp(
  graph: RecoveryGraph,
  refs: Iterable<string>,
): Map<string, RolledUp> {
  const below = new Map<string, Record<RecoveryObjective, Longest>>();
  const wanted = [...refs].filter(ref => graph.has(ref));
  for (const circle of circlesOf(graph, wanted)) {
    const inside = new Set(circle);
    const outside = new Set(
      circle.flatMap(ref =>
        graph.dependsOn(ref).filter(to => !inside.has(to) && graph.has(to)),
      ),
    );
    const of = (objective: RecoveryObjective) =>
      longest([
        ...circle.flatMap(ref => promiseOf(graph, ref, objective)),
        ...[...outside].flatMap(to => below.get(to)?.[objective] ?? []),
      ]);
    const found = { rto: of('rto'), rpo: of('rpo') };
    circle.forEach(ref => below.set(ref, found));
  }
  return new Map(
    wanted.map(ref => {
      const rolled: RolledUp = {};
      for (const objective of RECOVERY_OBJECTIVES) {
        const worst = below
          .get(ref)
          ?.[objective].find(({ ref: other }) => other !== ref);
        if (worst) {
          rolled[objective] = { duration: worst.duration, ref: worst.ref };
        }
      }
      return [ref, rolled];
    }),
  );
}

function promiseOf(
  graph: RecoveryGraph,
  ref: string,
  objective: RecoveryObjective,
): Longest {
  const duration = graph.promised(ref)[objective];
  const ms = durationMs(duration);
  return duration !== undefined && ms !== undefined
    ? [{ duration, ms, ref }]
    : [];
}

/**
 * What is reached from some entities in circles, those that others depend on first; what is in no circle is one by
 * itself. Without recursion: chains may be longer than a stack.
 */
function circlesOf(graph: RecoveryGraph, refs: readonly string[]): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const path: string[] = [];
  const circles: string[][] = [];
  const enter = (ref: string) => {
    index.set(ref, index.size);
    low.set(ref, index.size - 1);
    path.push(ref);
    open.add(ref);
    return { ref, next: 0, to: graph.dependsOn(ref) };
  };
  const lower = (ref: string, to: number) =>
    low.set(ref, Math.min(low.get(ref) ?? to, to));
  for (const start of refs) {
    const frames = index.has(start) ? [] : [enter(start)];
    while (frames.length > 0) {
      const frame = frames[frames.length - 1];
      const to = frame.to[frame.next];
      if (to === undefined) {
        frames.pop();
        const lowest = low.get(frame.ref) ?? 0;
        const parent = frames[frames.length - 1];
        if (parent) {
          lower(parent.ref, lowest);
        }
        if (lowest === index.get(frame.ref)) {
          const circle = path.splice(path.lastIndexOf(frame.ref));
          circle.forEach(ref => open.delete(ref));
          circles.push(circle);
        }
      } else {
        frame.next += 1;
        if (!index.has(to) && graph.has(to)) {
          frames.push(enter(to));
        } else if (open.has(to)) {
          lower(frame.ref, index.get(to) ?? 0);
        }
      }
    }
  }
  return circles;
}
