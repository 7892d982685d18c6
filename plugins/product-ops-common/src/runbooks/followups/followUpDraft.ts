import type { RunbookRunEvent, RunbookRunReason } from '../../api/types';
import type { RunState, RunStep } from '../runs/state';
import { plainMarkdown } from '../runs/plainMarkdown';

const MAX_TITLE = 255;
const MAX_DESCRIPTION = 20_000;

/**
 * What a follow-up is about: a run or one of its steps, or a runbook that is not right any more.
 *
 * @public
 */
export type FollowUpSubject =
  | {
      runbook: { title: string };
      run: { reason: RunbookRunReason; state: RunState };
      step?: RunStep;
      /** What somebody is called, by ref. */
      nameOf(ref: string): string;
    }
  | { runbook: { title: string }; because: readonly string[] };

/**
 * A roadmap item as it is proposed before anybody has changed a word.
 *
 * @public
 */
export interface FollowUpDraft {
  /** At most 255 characters. */
  title: string;
  /** Markdown, in which whatever people wrote is text. */
  description: string;
  /** What fails is mended in the product; what is written wrong, in the text. */
  category: 'reliability' | 'maintenance';
}

/**
 * The roadmap item that follows from a failed or wrong step, from a run, or from a stale runbook: what to do, and what
 * was learned by whom, so that who plans it need not ask.
 *
 * @public
 */
export function followUpDraft(subject: FollowUpSubject): FollowUpDraft {
  const draft =
    'run' in subject ? draftOfRun(subject) : draftOfRunbook(subject);
  return {
    ...draft,
    title: cut(draft.title, MAX_TITLE),
    description: cut(draft.description, MAX_DESCRIPTION),
  };
}

function draftOfRunbook({
  runbook,
  because,
}: Extract<FollowUpSubject, { because: readonly string[] }>): FollowUpDraft {
  return {
    title: `Bring the runbook “${runbook.title}” up to date`,
    description: because.map(reason => `- ${plainMarkdown(reason)}`).join('\n'),
    category: 'maintenance',
  };
}

function draftOfRun({
  runbook,
  run: { reason, state },
  step,
  nameOf,
}: Extract<FollowUpSubject, { run: object }>): FollowUpDraft {
  const why = `Learned in a run of “${plainMarkdown(runbook.title)}” (${
    reason.kind
  }: ${plainMarkdown(reason.text)}).`;
  const said = (event: RunbookRunEvent, what: string) =>
    `- ${plainMarkdown(nameOf(event.by))}: ${what}${
      event.note ? `: ${plainMarkdown(event.note)}` : ''
    }`;
  const linesOf = ({ id, title, state: now, last, remarks }: RunStep) => {
    const at = `step ${plainMarkdown(id)}, “${plainMarkdown(title)}”`;
    return [
      ...(now === 'failed' && last ? [said(last, `${at} failed`)] : []),
      ...remarks.flatMap(event =>
        event.type === 'flag'
          ? [
              said(
                event,
                event.problem === 'missing'
                  ? `something is missing at ${at}`
                  : `${at} is wrong`,
              ),
            ]
          : [],
      ),
    ];
  };
  const steps = step ? [step] : state.steps;
  const lines = [
    ...steps.flatMap(linesOf),
    ...(step
      ? []
      : state.remarks.flatMap(event =>
          event.type === 'flag'
            ? [said(event, `the runbook is ${event.problem ?? 'wrong'}`)]
            : [],
        )),
    ...(!step && state.closing
      ? [`- At the end: ${plainMarkdown(state.closing)}`]
      : []),
  ];
  return {
    title: titleOf(runbook.title, reason, step),
    description: [why, lines.join('\n')].filter(Boolean).join('\n\n'),
    category:
      step && step.state !== 'failed' && step.remarks.some(isFlag)
        ? 'maintenance'
        : 'reliability',
  };
}

function isFlag({ type }: RunbookRunEvent): boolean {
  return type === 'flag';
}

function titleOf(
  runbook: string,
  reason: RunbookRunReason,
  step: RunStep | undefined,
): string {
  if (!step) {
    return reason.kind === 'drill'
      ? `Make the recovery keep its promise: “${runbook}”`
      : `Follow up “${reason.text}”`;
  }
  const name = `step ${step.id}, “${step.title}”, of “${runbook}”`;
  if (step.state === 'failed') {
    return `Mend ${name}`;
  }
  return step.remarks.some(({ problem }) => problem === 'missing')
    ? `Add what is missing at ${name}`
    : `Correct ${name}`;
}

function cut(text: string, length: number): string {
  const letters = [...text];
  return text.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .slice(0, length - 1)}…`;
}
