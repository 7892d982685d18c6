import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  parseRunbook,
  pinnedStepsOf,
} from '@productops/backstage-plugin-product-ops-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Portal } from './lib/portal';
import { Postgres } from './lib/postgres';
import { insertAll, openSuiteDatabase } from './lib/suiteDatabase';
import { readRealRunbooks } from './runbookText';

const RUNS_A_RUNBOOK = 5;
const EVENTS_A_RUN = 20;
/** One in so many runs goes on. */
export const OPEN_OF = 10;
const RUNS_AT_ONCE = 5000;

/** What the portal was filled with. */
export interface FilledRunbooks {
  runbooks: number;
  runs: number;
  events: number;
  alerts: string[];
  entities: string[];
}

/** The id of a run by its number, from 1 on. */
export function runId(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

/**
 * Puts runbooks, runs and their events straight into the suite's tables.
 *
 * As many runbooks as are asked for, on the entities that can have one; five runs of each, with twenty events.
 */
export async function fillRunbooksAndRuns(
  portal: Portal,
  postgres: Postgres,
  runbookCount: number,
  say: (line: string) => void,
): Promise<FilledRunbooks> {
  const database = openSuiteDatabase(postgres);
  try {
    const refs = portal.catalog.entities
      .filter(({ kind }) => !['User', 'Group', 'Location'].includes(kind))
      .map(entity => stringifyEntityRef(entity).toLocaleLowerCase('en-US'));
    const alerts = await fillRunbooks(database, refs, runbookCount);
    say(`There are ${runbookCount} runbooks`);
    const runs = runbookCount * RUNS_A_RUNBOOK;
    await fillRuns(database, runs);
    const [{ count }] = await database('runbook_run_events').count({
      count: '*',
    });
    say(`There are ${runs} runs with ${count} events`);
    await database.raw(
      'analyze runbooks, runbook_alerts, runbook_runs, runbook_run_events',
    );
    return {
      runbooks: runbookCount,
      runs,
      events: Number(count),
      alerts,
      entities: refs,
    };
  } finally {
    await database.destroy();
  }
}

/** Runbooks of the entities, with the text and the structure of real ones. Gives the alerts that they answer. */
async function fillRunbooks(
  database: Knex,
  refs: readonly string[],
  count: number,
): Promise<string[]> {
  const real = (await readRealRunbooks()).flatMap(file => {
    const { runbook } = parseRunbook(file.content, file);
    return runbook && !runbook.helper && runbook.steps > 0 ? [runbook] : [];
  });
  const now = new Date();
  const alerts = new Set<string>();
  const rows = [];
  const alertRows = [];
  const pins = [];
  for (let index = 0; index < count; index += 1) {
    const ref = refs[index % refs.length];
    // An entity's second one is the next of the real ones, so that no entity has one twice.
    const turn = Math.floor(index / refs.length);
    const runbook = real[(index + turn) % real.length];
    const { headings, parameters, outline, links, content } = runbook;
    const { commands, placeholders, contentLine } = runbook;
    // Many answer one alert, as they do where each team has its own.
    const keys = runbook.alerts.map(alert => alert.toLocaleLowerCase('en-US'));
    for (const alert of new Set(keys)) {
      alerts.add(alert);
      alertRows.push({ alert, entity_ref: ref, runbook_id: runbook.id });
    }
    if (index < real.length) {
      pins.push({
        pin: hash(`${index}`),
        body: JSON.stringify({ content, outline, links: [] }),
        kept_at: now,
      });
    }
    rows.push({
      entity_ref: ref,
      runbook_id: runbook.id,
      path: `runbooks/${runbook.path}`,
      title: runbook.title,
      sort_title: runbook.title.toLocaleLowerCase('en-US').slice(0, 255),
      type: runbook.type,
      helper: false,
      alerts: JSON.stringify(runbook.alerts),
      steps: runbook.steps,
      version: hash(content),
      search_text: runbook.title.toLocaleLowerCase('en-US'),
      search_names: [runbook.title, ...runbook.alerts].join('\n'),
      facts: JSON.stringify({ summary: runbook.summary, good: true }),
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
      first_seen_at: now,
    });
  }
  await insertAll(database, 'runbooks', rows);
  await insertAll(database, 'runbook_alerts', alertRows);
  await insertAll(database, 'runbook_run_pins', pins);
  return [...alerts];
}

/** Runs of those runbooks with their logs, of which the last ones still go on. */
async function fillRuns(database: Knex, runs: number): Promise<void> {
  const pinned: Array<{
    entity_ref: string;
    runbook_id: string;
    title: string;
    version: string;
    body: string;
  }> = await database('runbooks')
    .orderBy('entity_ref')
    .select('entity_ref', 'runbook_id', 'title', 'version', 'body');
  const keptPins: string[] = await database('runbook_run_pins').pluck('pin');
  for (let from = 0; from < runs; from += RUNS_AT_ONCE) {
    const rows = [];
    for (
      let number = from;
      number < Math.min(runs, from + RUNS_AT_ONCE);
      number += 1
    ) {
      const runbook = pinned[number % pinned.length];
      const { outline } = JSON.parse(runbook.body);
      const open = number % OPEN_OF === 0;
      const at = new Date(1_700_000_000_000 + number * 60_000);
      rows.push({
        id: runId(number + 1),
        request: hash(`${number}`),
        entity_ref: runbook.entity_ref,
        runbook_id: runbook.runbook_id,
        version: runbook.version,
        pin: keptPins[number % keptPins.length],
        title: runbook.title,
        type: 'incident',
        status: open ? 'running' : 'closed',
        closed: !open,
        reason: JSON.stringify({ kind: 'alert', text: `Alert ${number}` }),
        reason_kind: 'alert',
        parameters: '{}',
        started_by: `user:default/user-${number % 500}`,
        started_at: at,
        lead: `user:default/user-${number % 500}`,
        outcome: open ? null : 'succeeded',
        closed_at: open ? null : at,
        seq: EVENTS_A_RUN,
        steps: JSON.stringify(
          pinnedStepsOf(outline).map(({ id }) => ({ id, state: 'done' })),
        ),
      });
    }
    await insertAll(database, 'runbook_runs', rows);
  }
  const batches = Math.ceil(runs / RUNS_AT_ONCE);
  for (let batch = 0; batch < batches; batch += 1) {
    await database.raw(
      `insert into runbook_run_events (run_id, seq, event_id, type, by, at, body)
       select lpad(to_hex(n), 8, '0') || '-0000-4000-8000-000000000000', s,
         lpad(to_hex(n), 8, '0') || '-0000-4000-9000-' || lpad(to_hex(s), 12, '0'),
         case when s = 1 then 'started' when s = :last and n % :open <> 1 then 'close' else 'note' end,
         'user:default/user-' || (n % 500), to_timestamp(1700000000 + n * 60 + s),
         case when s = 1 then '{"reason":{"kind":"alert","text":"It fires"},"parameters":{},"version":"1","steps":[]}'
           when s = :last and n % :open <> 1 then '{"outcome":"succeeded"}'
           else '{"note":"The queue is short again"}' end
       from generate_series(cast(:from as int), cast(:to as int)) n,
         generate_series(1, cast(:last as int)) s`,
      {
        from: batch * RUNS_AT_ONCE + 1,
        to: Math.min(runs, (batch + 1) * RUNS_AT_ONCE),
        last: EVENTS_A_RUN,
        open: OPEN_OF,
      },
    );
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
