import type {
  Drill,
  DrillMeasure,
  EntityLink,
  RunbookRunEvent,
  RunbookRunRecord,
} from '../../api/types';
import { readableDuration } from '../../product';
import { plainMarkdown as plain } from './plainMarkdown';
import { runElapsedMs, runStateOf, type RunState } from './state';

/** Text as it was, in a fence that nothing in it ends. */
function fenced(text: string): string {
  const longest = Math.max(
    2,
    ...[...text.matchAll(/`+/g)].map(([run]) => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function address(url: string): string {
  return `<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>`;
}

/**
 * A time as words: whole minutes and hours, seconds below a minute.
 *
 * @public
 */
export function readableElapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) {
    return `${seconds} s`;
  }
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * The record of a run as a Markdown page that says to somebody who was not there what has happened, by whom and when.
 * Whatever people wrote in it is text there.
 *
 * @public
 */
export function runRecordMarkdown(record: RunbookRunRecord): string {
  const { run, events, people } = record;
  const state = runStateOf(events);
  const names = new Map(people.map(link => [link.ref, link]));
  const name = (ref: string | undefined) => plain(nameOf(names, ref));
  const title = (id: string | undefined) => {
    const step = state.steps.find(one => one.id === id);
    return step ? `step ${plain(step.id)}, “${plain(step.title)}”` : 'the run';
  };
  return [
    `# ${plain(run.runbook.title)}: ${state.outcome ?? state.status}`,
    summaryOf(record, state, name),
    '## Steps',
    stepsOf(state, name) || 'The runbook has no steps.',
    '## What happened',
    events.map(event => happened(event, { name, title })).join('\n'),
    '',
  ].join('\n\n');
}

function nameOf(
  names: ReadonlyMap<string, EntityLink>,
  ref: string | undefined,
): string {
  return (ref && (names.get(ref)?.title ?? ref)) || 'nobody';
}

function summaryOf(
  { run, drill }: RunbookRunRecord,
  state: RunState,
  name: (ref: string | undefined) => string,
): string {
  const { reason, runbook, entity } = run;
  const rows: Array<[string, string | undefined]> = [
    ['Of', `${plain(entity.title)} (${plain(entity.ref)})`],
    ['Why', `${reason.kind}: ${plain(reason.text)}`],
    ['See', reason.link && address(reason.link)],
    ['Started', `${run.startedAt} by ${name(state.startedBy)}`],
    [
      'Closed',
      state.closedAt && `${state.closedAt} by ${name(state.closedBy)}`,
    ],
    ['In charge at the end', name(state.lead)],
    [
      'Took',
      `${readableElapsed(runElapsedMs(state, run.startedAt))} without pauses${
        runbook.expectedDuration
          ? `; expected ${readableDuration(runbook.expectedDuration)}`
          : ''
      }`,
    ],
    ['Outcome', state.outcome],
    ['Data lost', state.dataLoss && readableDuration(state.dataLoss)],
    ...drillRows(drill),
    ['Said at the end', state.closing && plain(state.closing)],
    ['Version', plain(runbook.version)],
    ...Object.entries(state.parameters).map(
      ([key, value]): [string, string] => [
        `Parameter ${plain(key)}`,
        plain(value),
      ],
    ),
  ];
  return rows
    .flatMap(([key, value]) => (value ? [`- **${key}:** ${value}`] : []))
    .join('\n');
}

/** What was promised when the drill was closed, beside what was measured, and whether it was held. */
function drillRows(drill: Drill | undefined): Array<[string, string]> {
  if (!drill) {
    return [];
  }
  const said = ({ promised, ms, result, overMs = 0 }: DrillMeasure) => {
    const wanted = promised
      ? `promised ${readableDuration(promised)}`
      : 'nothing promised';
    const measured =
      ms === undefined ? 'not measured' : `measured ${readableElapsed(ms)}`;
    const verdict = {
      kept: ': held',
      missed: `: missed by ${readableElapsed(overMs)}`,
      unmeasured: '',
      unpromised: '',
    }[result];
    return `${wanted}, ${measured}${verdict}`;
  };
  const proof = {
    proven: 'it has proven what was promised',
    missed: 'it has missed what was promised',
    unmeasured: 'not everything promised was measured',
    failed: 'it proves nothing, since it did not succeed',
    never: 'there was none',
  }[drill.proof];
  return [
    ['Recovery time', said(drill.time)],
    ['Data loss', said(drill.loss)],
    ['As a drill', proof],
  ];
}

function stepsOf(
  { steps }: RunState,
  name: (ref: string | undefined) => string,
): string {
  return steps
    .map(({ id, title, state, last, remarks }) => {
      const who = last ? ` by ${name(last.by)} at ${last.at}` : '';
      const note = last?.note ? `: ${plain(last.note)}` : '';
      const flags = remarks
        .filter(({ type }) => type === 'flag')
        .map(
          ({ problem, note: why }) =>
            `; marked ${problem}: ${plain(why ?? '')}`,
        );
      return `- ${plain(id)} ${plain(
        title,
      )}: **${state}**${who}${note}${flags.join('')}`;
    })
    .join('\n');
}

function happened(
  event: RunbookRunEvent,
  { name, title }: Record<'name' | 'title', (id: string | undefined) => string>,
): string {
  const { type, step, state, problem, note, link, output, outcome } = event;
  const what = {
    started: `started the run: ${plain(event.reason?.text ?? '')}`,
    step: `set ${title(step)} to ${state}`,
    flag: `marked ${title(step)} as ${problem}`,
    attach: `attached to ${title(step)}`,
    note: `noted on ${title(step)}`,
    pause: 'paused the run',
    resume: 'resumed the run',
    'hand-over': `handed the run over to ${name(event.to)}`,
    close: `closed the run: ${outcome}`,
  }[type];
  const parts = [
    `- ${event.at} ${name(event.by)} ${what}`,
    note && `: ${plain(note)}`,
    link && ` ${address(link)}`,
    output &&
      `\n\n${fenced(output)
        .split('\n')
        .map(line => `  ${line}`)
        .join('\n')}\n`,
  ];
  return parts.filter(Boolean).join('');
}
