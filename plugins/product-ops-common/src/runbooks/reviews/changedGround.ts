import type { RunbookStaleReason } from '../../api/types';

/**
 * What a runbook rests on: when it changes, somebody should look whether the runbook is still right.
 *
 * @public
 */
export interface RunbookGround {
  /** The full ref of the owner of the entity. */
  owner?: string;
  /** The full ref of the owner that the runbook itself names. */
  runbookOwner?: string;
  /** The full refs of what the entity depends on. */
  dependsOn: string[];
  /** The names of the alerts that the runbook answers. */
  alerts: string[];
}

/**
 * A step that did not work in a run, or what somebody who ran it calls wrong or missing.
 *
 * @public
 */
export interface RunbookTrouble {
  /** The id of the run. */
  run: string;
  /** The id of the step; nothing when it is about the runbook. */
  step?: string;
  /** What became of the step, or what it was marked as. */
  kind: 'failed' | 'wrong' | 'missing';
  /** An ISO 8601 timestamp. */
  at: string;
}

/**
 * A page of another host that a runbook links to and that is not there.
 *
 * @public
 */
export interface DeadPage {
  /** Without fragment. */
  url: string;
  /** Where the link stands in the file, from 1. */
  line: number;
  /** Since when, an ISO 8601 timestamp. */
  at: string;
}

const MOST_OF_A_KIND = 5;
const MOST_NAMED = 3;
const LONGEST_NAME = 100;

function cut(text: string): string {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}

/** `group:default/payments` as people say it: `payments`. */
function nameOf(ref: string | undefined): string {
  return ref ? cut(ref.slice(ref.search(/[^/:]*$/))) : 'nobody';
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMED).map(cut).join(', ');
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${first} and ${more} more` : first;
}

/** What is in one list and not in the other, without regard to case and order. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(one => one.toLocaleLowerCase('en-US')));
  return [
    ...new Map(some.map(one => [one.toLocaleLowerCase('en-US'), one] as const)),
  ].flatMap(([key, one]) => (keys.has(key) ? [] : [one]));
}

function ownerReasons(
  before: RunbookGround,
  now: RunbookGround,
): RunbookStaleReason[] {
  const changes = [
    ['The owner of its entity', before.owner, now.owner],
    ['Its own owner', before.runbookOwner, now.runbookOwner],
  ] as const;
  return changes.flatMap(([whose, from, to]) =>
    from === to
      ? []
      : [
          {
            kind: 'owner' as const,
            message: `${whose} changed from ${nameOf(from)} to ${nameOf(to)}.`,
          },
        ],
  );
}

function dependencyReasons(
  before: RunbookGround,
  now: RunbookGround,
): RunbookStaleReason[] {
  const appeared = without(now.dependsOn, before.dependsOn).map(nameOf);
  const gone = without(before.dependsOn, now.dependsOn).map(nameOf);
  const changes = [
    [appeared, 'The entity depends on something new'],
    [gone, 'The entity no longer depends on'],
  ] as const;
  return changes.flatMap(([names, what], index) =>
    names.length === 0
      ? []
      : [
          {
            kind: 'dependency' as const,
            message: `${what}${index === 0 ? ': ' : ' '}${listed(names)}.`,
          },
        ],
  );
}

function alertReasons(
  before: RunbookGround,
  now: RunbookGround,
): RunbookStaleReason[] {
  const added = without(now.alerts, before.alerts);
  const gone = without(before.alerts, now.alerts);
  const said = [
    ...(gone.length > 0 ? [`no longer ${listed(gone)}`] : []),
    ...(added.length > 0 ? [`now ${listed(added)}`] : []),
  ];
  return said.length === 0
    ? []
    : [
        {
          kind: 'alert',
          message: `It answers other alerts: ${said.join(', ')}.`,
        },
      ];
}

function latestFirst<T extends { at: string }>(
  found: readonly T[],
  since: string,
): T[] {
  return found
    .filter(({ at }) => at > since)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_OF_A_KIND);
}

function stepReasons(
  troubles: readonly RunbookTrouble[],
  since: string,
): RunbookStaleReason[] {
  return latestFirst(troubles, since).map(({ run, step, kind, at }) => {
    const subject = step ? `Step ${cut(step)}` : 'The runbook';
    const said = {
      failed: `${subject} failed in a run.`,
      wrong: `${subject} was marked as wrong in a run.`,
      missing: `${subject} was marked as missing something in a run.`,
    };
    return {
      kind: 'step',
      message: said[kind],
      at,
      run,
      ...(step && { step }),
    };
  });
}

/**
 * What has changed under a runbook since somebody last vouched for it.
 *
 * @param options - `before` is the ground at that time, which was `since`; of runs and pages only what happened later
 *   counts
 * @returns at most five reasons of a kind, the latest first; nothing when the ground is the same. Neither order nor case
 *   of refs and names make a difference.
 *
 * @public
 */
export function changedGround(options: {
  before: RunbookGround;
  now: RunbookGround;
  /** An ISO 8601 timestamp in UTC. */
  since: string;
  troubles?: readonly RunbookTrouble[];
  deadPages?: readonly DeadPage[];
}): RunbookStaleReason[] {
  const { before, now, since, troubles = [], deadPages = [] } = options;
  return [
    ...stepReasons(troubles, since),
    ...ownerReasons(before, now),
    ...dependencyReasons(before, now),
    ...alertReasons(before, now),
    ...latestFirst(deadPages, since).map(
      ({ url, line, at }): RunbookStaleReason => ({
        kind: 'link',
        message: `A page that it links to is not there: ${cut(url)}`,
        at,
        link: url.slice(0, 2000),
        line,
      }),
    ),
  ];
}
