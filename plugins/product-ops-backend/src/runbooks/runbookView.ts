import {
  lintRunbook,
  runbookStanding,
  type Runbook,
  type RunbooksSummary,
  type RunbookSummary,
  type Source,
  type WrittenRunbook,
} from '@productops/backstage-plugin-product-ops-common';
import type { EntityLinks } from '../overview/EntityLinks';
import type { StoredRunbook, StoredRunbookPage } from './rows';
import { folderOf, pathInFolder, pathOf, placeOf } from './runbookPaths';

const FIRST_RUNBOOKS = 10;
const TYPES = ['incident', 'operational', 'maintenance', 'recovery'] as const;

/** What every answer about runbooks needs beside them. */
export interface RunbookViewOptions {
  links: EntityLinks;
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  source?: Source;
}

/** Whom a runbook names: its owner, and who wrote it in the portal. */
export function peopleOf({ owner, recordedBy }: StoredRunbook): string[] {
  return [owner ?? [], recordedBy ?? []].flat();
}

/** A runbook as lists show it. */
export function toRunbookSummary(
  runbook: StoredRunbook,
  { links, today, source }: RunbookViewOptions,
): RunbookSummary {
  const { lastReviewed, reviewDue, stale, staleBecause } = runbookStanding(
    runbook,
    { today },
  );
  const { recordedBy, recordedAt } = runbook;
  const inFolder =
    source && !recordedBy && pathInFolder(runbook.path, source.target);
  return {
    id: runbook.id,
    title: runbook.title,
    type: runbook.type,
    ...(runbook.summary && { summary: runbook.summary }),
    alerts: runbook.alerts,
    ...(runbook.symptoms && { symptoms: runbook.symptoms }),
    ...(recordedBy &&
      recordedAt && {
        recorded: { by: links.link(recordedBy), at: recordedAt },
      }),
    ...(runbook.owner && { owner: links.link(runbook.owner) }),
    steps: runbook.steps,
    ...(runbook.expectedDuration && {
      expectedDuration: runbook.expectedDuration,
    }),
    ...(runbook.reviewEvery && { reviewEvery: runbook.reviewEvery }),
    ...(lastReviewed && { lastReviewed }),
    ...(reviewDue && { reviewDue }),
    stale,
    ...(stale && { staleBecause }),
    path: runbook.path,
    ...(source?.url &&
      inFolder && { sourceUrl: urlBelow(source.url, inFolder) }),
    ...(source?.editUrl &&
      inFolder && { editUrl: urlBelow(source.editUrl, inFolder) }),
    version: runbook.version,
    updatedAt: runbook.firstSeenAt.toISOString(),
  };
}

/** A runbook with its text, and where its relative links lead. */
export function toRunbookPage(
  runbook: StoredRunbookPage,
  options: RunbookViewOptions & {
    /** The ids of the entity's runbooks by path. */
    ids: ReadonlyMap<string, string>;
    /** Whether a link to another host leads to a page that is not there. */
    isDead: (target: string) => boolean;
    /** Whether the entity has an owner. */
    entityOwned: boolean;
    /** What is written in the portal under its id. */
    written?: WrittenRunbook;
  },
): Runbook {
  const { source, ids, isDead, entityOwned, written } = options;
  return {
    ...toRunbookSummary(runbook, options),
    content: runbook.content,
    headings: runbook.headings,
    parameters: runbook.parameters,
    outline: runbook.outline,
    findings: lintRunbook(runbook, {
      entityOwned,
      leadsSomewhere: target => leadsSomewhere(target, runbook, source, ids),
      isDead,
    }),
    links: resolveLinks(runbook, source, ids),
    ...(source && !runbook.recordedBy && { source }),
    ...(written && { written }),
  };
}

/** All runbooks of an entity in short. */
export function summariseRunbooks(
  runbooks: readonly RunbookSummary[],
): RunbooksSummary {
  // What is stale comes first: it is what one should look at.
  const first = [...runbooks].sort(
    (a, b) => Number(b.stale ?? false) - Number(a.stale ?? false),
  );
  return {
    total: runbooks.length,
    stale: runbooks.filter(({ stale }) => stale).length,
    types: TYPES.map(type => ({
      type,
      count: runbooks.filter(runbook => runbook.type === type).length,
    })).filter(({ count }) => count > 0),
    items: first.slice(0, FIRST_RUNBOOKS),
  };
}

function resolveLinks(
  runbook: StoredRunbookPage,
  source: Source | undefined,
  ids: ReadonlyMap<string, string>,
): Runbook['links'] {
  const from = placeOf(runbook, folderOf(source?.target ?? ''));
  const seen = new Map<string, Runbook['links'][number]>();
  for (const { target, relative, image } of runbook.links) {
    if (!relative || seen.has(target)) {
      continue;
    }
    const path = pathOf(target, from);
    const id = path && ids.get(path);
    const inFolder = path && source && pathInFolder(path, source.target);
    seen.set(target, {
      target,
      ...(id && { runbook: id }),
      ...(inFolder && source?.url && { url: urlBelow(source.url, inFolder) }),
      ...(inFolder && image && { image }),
    });
  }
  return [...seen.values()];
}

/**
 * Whether a relative link leads to a Markdown file that was read. Of other files, and of what lies elsewhere than in
 * the folder, nothing is known; nor is it of a file that could not be read.
 */
function leadsSomewhere(
  target: string,
  runbook: StoredRunbookPage,
  source: Source | undefined,
  ids: ReadonlyMap<string, string>,
): boolean | undefined {
  const folder = folderOf(source?.target ?? '');
  const path = pathOf(target, placeOf(runbook, folder));
  const unread =
    source &&
    (source.state !== 'ok' ||
      (source.errorCount ?? 0) > source.errors.length ||
      source.errors.some(({ file }) => file === path));
  if (!path || !path.startsWith(folder) || unread) {
    return undefined;
  }
  return /\.(?:md|markdown)$/i.test(path) ? ids.has(path) : undefined;
}

/** The URL of a file in a folder, for hosts that have the path in the path of the URL; else that of the folder. */
function urlBelow(folderUrl: string, path: string): string {
  if (folderUrl.includes('?') || folderUrl.includes('#')) {
    return folderUrl;
  }
  const base = folderUrl
    .replace(/\/+$/, '')
    // Hosts show a folder under another word than a file.
    .replace(/^(https?:\/\/[^/]+\/.+?\/)tree\//, '$1blob/');
  return `${base}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
