import type {
  DeadPage,
  RunbookLink,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { chunksOf, inList, toDate } from '../../database/sql';
import type { RunbookRow } from '../rows';
import { CHECKS, keyOf, LINKS } from './tables';

const MOST_OF_A_RUNBOOK = 200;
const LONGEST = 2000;

/** A row of `runbook_links`. */
interface LinkRow {
  entity_ref: string;
  runbook_id: string;
  link: string;
  url: string;
  host: string;
  line: number;
  column: number;
}

/** Keeps which pages of other hosts runbooks link to, in place of what they linked to before. */
export async function keepLinks(
  trx: Knex,
  entityRef: string,
  runbooks: { gone: readonly string[]; changed: readonly RunbookRow[] },
): Promise<void> {
  const { gone, changed } = runbooks;
  const ids = [...gone, ...changed.map(row => row.runbook_id)];
  for (const chunk of chunksOf(ids, 500)) {
    await trx(LINKS)
      .where({ entity_ref: entityRef })
      .whereIn('runbook_id', chunk)
      .delete();
  }
  for (const chunk of chunksOf(changed.flatMap(linksOf), 100)) {
    await trx(LINKS).insert(chunk);
  }
}

function linksOf(row: RunbookRow): LinkRow[] {
  if (row.helper) {
    return [];
  }
  const { links = [] } = JSON.parse(row.body) as { links?: RunbookLink[] };
  const found = new Map<string, LinkRow>();
  for (const { target, line, column } of links) {
    const page = found.size < MOST_OF_A_RUNBOOK && pageOf(target);
    if (page && !found.has(page.link)) {
      found.set(page.link, {
        entity_ref: row.entity_ref,
        runbook_id: row.runbook_id,
        ...page,
        line,
        column,
      });
    }
  }
  return [...found.values()];
}

/** The page that an address leads to; nothing for what is no page of another host, or has a name and password in it. */
function pageOf(
  target: string,
): Pick<LinkRow, 'link' | 'url' | 'host'> | undefined {
  if (!URL.canParse(target)) {
    return undefined;
  }
  const url = new URL(target);
  url.hash = '';
  const isPage =
    ['http:', 'https:'].includes(url.protocol) &&
    !url.username &&
    !url.password &&
    url.href.length <= LONGEST &&
    url.host.length <= 255;
  return isPage
    ? {
        link: createHash('sha256').update(url.href).digest('hex'),
        url: url.href,
        host: url.host,
      }
    : undefined;
}

/** Which links of a runbook lead to dead pages, to be asked for each of its links. */
export async function deadLinksOf(
  knex: Knex,
  entityRef: string,
  runbookId: string,
): Promise<(target: string) => boolean> {
  const dead: string[] = await knex(`${LINKS} as l`)
    .join(`${CHECKS} as c`, 'c.link', 'l.link')
    .where({ 'l.entity_ref': entityRef, 'l.runbook_id': runbookId })
    .whereNotNull('c.dead_since')
    .pluck('l.link');
  const links = new Set(dead);
  return target => links.has(pageOf(target)?.link ?? '');
}

/** The dead pages that runbooks of some entities link to, by runbook. */
export async function deadPagesOf(
  trx: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, DeadPage[]>> {
  const rows: Array<LinkRow & { dead_since: Date | string | number }> =
    await trx(`${LINKS} as l`)
      .join(`${CHECKS} as c`, 'c.link', 'l.link')
      .where(inList(trx, 'l.entity_ref', entityRefs))
      .whereNotNull('c.dead_since')
      .select('l.entity_ref', 'l.runbook_id', 'l.url', 'l.line', 'c.dead_since')
      .orderBy('l.line');
  const found = new Map<string, DeadPage[]>();
  for (const row of rows) {
    const key = keyOf(row.entity_ref, row.runbook_id);
    const ofRunbook = found.get(key) ?? [];
    found.set(key, ofRunbook);
    ofRunbook.push({
      url: row.url,
      line: row.line,
      at: toDate(row.dead_since)!.toISOString(),
    });
  }
  return found;
}
