import type {
  ParsedRunbook,
  ReviewedRunbook,
  RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { toDate, withoutNul } from '../database/sql';

/** A runbook without its text, as it is kept. */
export type StoredRunbook = Omit<
  ParsedRunbook,
  | 'content'
  | 'headings'
  | 'parameters'
  | 'outline'
  | 'links'
  | 'commands'
  | 'placeholders'
  | 'contentLine'
> & {
  /** The hash of its content. */
  version: string;
  /** When this version was first read. */
  firstSeenAt: Date;
  /** The id that its file asks for; it has another one where a neighbour was first. */
  declaredId: string;
  /** Whether its file had no error. */
  good: boolean;
  /** What read it: another parser may find more in the same file. */
  parser: number;
  /** The last recorded review, and what has changed since somebody vouched for it. */
  standing?: ReviewedRunbook['standing'];
  /** Who wrote it in the portal, by ref; nothing where it is a file. */
  recordedBy?: string;
  /** When, in ISO 8601. */
  recordedAt?: string;
};

/** A runbook to be kept. */
export type RunbookToStore = ParsedRunbook &
  Pick<
    StoredRunbook,
    'version' | 'declaredId' | 'good' | 'parser' | 'recordedBy' | 'recordedAt'
  >;

/** A runbook with its text. */
export type StoredRunbookPage = ParsedRunbook &
  Omit<RunbookToStore, keyof ParsedRunbook> &
  Pick<StoredRunbook, 'firstSeenAt' | 'standing'>;

/** A row of `runbooks`. */
export interface RunbookRow {
  entity_ref: string;
  runbook_id: string;
  path: string;
  title: string;
  sort_title: string;
  type: string;
  helper: boolean | number;
  alerts: string;
  steps: number;
  version: string;
  search_text: string;
  search_names: string;
  facts: string;
  body: string;
  content: string;
  own_owner: string | null;
  first_seen_at: Date | string | number;
  /** Not of the file: see `reviews/standings`. */
  standing?: string | null;
  stale_from?: string | null;
  origin: 'file' | 'portal';
}

/** The columns that lists need. */
export const LIST_COLUMNS = [
  'runbook_id',
  'path',
  'title',
  'type',
  'helper',
  'alerts',
  'steps',
  'version',
  'facts',
  'first_seen_at',
  'standing',
] as const;

/** Names as they are and with their humps apart, so that `kube api` finds `KubeAPIDown`. */
export function searchNames(names: readonly string[]): string {
  const text = names.join('\n');
  const apart = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return `${text}\n${apart}`;
}

/** A runbook as it is kept. */
export function toRow(
  entityRef: string,
  runbook: RunbookToStore,
  now: Date,
): RunbookRow {
  const {
    id,
    path,
    title,
    type,
    helper,
    alerts,
    steps,
    version,
    content,
    headings,
    parameters,
    outline,
    links,
    commands,
    placeholders,
    contentLine,
    ...rest
  } = runbook;
  // A page that was read back brings along what are columns.
  const {
    firstSeenAt: _,
    standing: __,
    ...facts
  } = rest as typeof rest & Partial<StoredRunbook>;
  return withoutNul({
    entity_ref: entityRef,
    runbook_id: id,
    path,
    title,
    sort_title: title.toLocaleLowerCase('en-US').slice(0, 255),
    type,
    helper,
    alerts: JSON.stringify(alerts),
    steps,
    version,
    search_text: [id, title, path, ...alerts, ...(rest.symptoms ?? [])]
      .join('\n')
      .toLocaleLowerCase('en-US'),
    search_names: searchNames([title, ...alerts, ...(rest.symptoms ?? [])]),
    facts: JSON.stringify(facts),
    body: JSON.stringify({
      headings,
      parameters,
      outline,
      links,
      commands,
      placeholders,
      contentLine,
    }),
    content,
    own_owner: rest.owner ?? null,
    first_seen_at: now,
    origin: facts.recordedBy ? 'portal' : 'file',
  });
}

/** A runbook out of {@link LIST_COLUMNS}. */
export function toRunbook(row: RunbookRow): StoredRunbook {
  const facts = JSON.parse(row.facts) as Partial<StoredRunbook>;
  return {
    ...facts,
    id: row.runbook_id,
    path: row.path,
    title: row.title,
    type: row.type as RunbookType,
    helper: Boolean(row.helper),
    alerts: JSON.parse(row.alerts) as string[],
    steps: row.steps,
    version: row.version,
    firstSeenAt: toDate(row.first_seen_at) ?? new Date(0),
    declaredId: facts.declaredId ?? row.runbook_id,
    good: facts.good ?? true,
    parser: facts.parser ?? 0,
    ...(row.standing && {
      standing: JSON.parse(row.standing) as StoredRunbook['standing'],
    }),
  };
}

/** A runbook out of all columns. */
export function toRunbookPage(row: RunbookRow): StoredRunbookPage {
  return {
    // What an older parser did not look for is found when the file is read next.
    commands: [],
    placeholders: [],
    ...(JSON.parse(row.body) as Pick<
      ParsedRunbook,
      'headings' | 'parameters' | 'outline' | 'links' | 'contentLine'
    >),
    ...toRunbook(row),
    content: row.content,
  };
}
