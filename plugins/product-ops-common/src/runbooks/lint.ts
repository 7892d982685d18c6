import type { RunbookFinding } from '../api/types';
import { LINT_WORDS, secretIn, isDestructive } from './lintPatterns';
import type { ParsedRunbook } from './types';

const MOST_FINDINGS = 100;

/**
 * What the lint must know beside the runbook.
 *
 * @public
 */
export interface LintRunbookOptions {
  /** Whether the entity of the runbook has an owner, who then answers for the runbook too. */
  entityOwned?: boolean;
  /** Whether a relative link leads somewhere; nothing where that cannot be known. */
  leadsSomewhere?: (target: string) => boolean | undefined;
  /** Whether a page of another host is known not to be there. */
  isDead?: (address: string) => boolean;
}

/**
 * What of a runbook is linted.
 *
 * @public
 */
export type LintedRunbook = Pick<
  ParsedRunbook,
  | 'type'
  | 'owner'
  | 'helper'
  | 'content'
  | 'contentLine'
  | 'headings'
  | 'outline'
  | 'links'
  | 'commands'
>;

type Step = LintedRunbook['outline'][number];

const LIST_MARK = /^[\s>]{0,80}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

function someStep(
  steps: readonly Step[],
  holds: (step: Step) => boolean,
): boolean {
  return steps.some(step => holds(step) || someStep(step.steps, holds));
}

/** The lines of the file by their number; those of the front matter are empty. */
function lineReader(runbook: LintedRunbook): (line: number) => string {
  const lines = runbook.content.split('\n');
  return line => lines[line - runbook.contentLine] ?? '';
}

function structureFindings(
  runbook: LintedRunbook,
  options: LintRunbookOptions,
): RunbookFinding[] {
  const { headings, outline, commands, contentLine } = runbook;
  const lineOf = lineReader(runbook);
  const found: RunbookFinding[] = [];
  const add = (finding: Omit<RunbookFinding, 'line' | 'column'>) =>
    found.push({
      ...finding,
      line: headings[0]?.line ?? contentLine,
      column: 1,
    });
  if (!runbook.owner && !options.entityOwned) {
    add({
      rule: 'missing-owner',
      severity: 'warning',
      message: 'Nobody owns this runbook: neither it nor its entity says who.',
      expected: '"owner" in the front matter, such as group:sre',
    });
  }
  const listed = someStep(outline, ({ line }) => LIST_MARK.test(lineOf(line)));
  if (!listed && commands.length === 0) {
    add({
      rule: 'no-steps',
      severity: 'warning',
      message:
        'It has no steps: neither a numbered or task list nor a command.',
      expected: 'a numbered list of what to do',
    });
  }
  const says = (words: RegExp) => headings.some(({ text }) => words.test(text));
  // To change something on purpose and not look at it afterwards is worse than not to find the cause.
  const severity =
    runbook.type === 'recovery' || runbook.type === 'maintenance'
      ? 'warning'
      : 'info';
  if (
    !says(LINT_WORDS.verification) &&
    !someStep(outline, ({ expected }) => Boolean(expected))
  ) {
    add({
      rule: 'no-verification',
      severity,
      message: 'It does not say how one sees that it worked.',
      expected: 'a section "Verification", or what to expect in a step',
    });
  }
  if (!says(LINT_WORDS.rollback)) {
    add({
      rule: 'no-rollback',
      severity,
      message: 'It does not say how to undo what it does.',
      expected: 'a section "Rollback"',
    });
  }
  return found;
}

function linkFindings(
  runbook: LintedRunbook,
  { leadsSomewhere, isDead }: LintRunbookOptions,
): RunbookFinding[] {
  return runbook.links.flatMap(({ target, relative, image, line, column }) =>
    (relative ? leadsSomewhere?.(target) === false : isDead?.(target))
      ? [
          {
            rule: 'dead-link' as const,
            severity: 'warning' as const,
            message: `The ${image ? 'image' : 'link'} leads nowhere: ${
              target.length > 200 ? `${target.slice(0, 200)}…` : target
            }`,
            expected: relative
              ? 'the path of a file beside this one'
              : 'the address of a page that answers',
            line,
            column,
          },
        ]
      : [],
  );
}

/** For each command, whether what stands between the last heading and its end warns of anything. */
function warnings(
  runbook: LintedRunbook,
): (command: { line: number }) => boolean {
  const lines = runbook.content.split('\n');
  const headings = new Set(runbook.headings.map(({ line }) => line));
  const code = new Set(
    runbook.commands.flatMap(({ line, text }) =>
      text.split('\n').map((_, index) => line + 1 + index),
    ),
  );
  const warned: boolean[] = [];
  let warning = false;
  lines.forEach((text, index) => {
    const number = index + runbook.contentLine;
    // A command is no warning of itself, its comments are.
    const warns =
      (!code.has(number) || /^\s*(?:#|\/\/|--)/.test(text)) &&
      LINT_WORDS.warning.test(text.slice(0, 4000));
    // A heading may warn of its own section.
    warning = headings.has(number) ? warns : warning || warns;
    warned.push(warning);
  });
  return ({ line }) => warned[line - runbook.contentLine] ?? false;
}

function commandFindings(runbook: LintedRunbook): RunbookFinding[] {
  const isWarned = warnings(runbook);
  const lineOf = lineReader(runbook);
  const found: RunbookFinding[] = [];
  for (const command of runbook.commands) {
    const fenced = /(?:`{3}|~{3})/.test(lineOf(command.line)) ? 1 : 0;
    for (const [index, text] of command.text.split('\n').entries()) {
      const line = command.line + fenced + index;
      const secret = secretIn(text);
      if (secret) {
        found.push({
          rule: 'secret',
          severity: 'critical',
          // What it is, and never the secret itself.
          message: `There is ${secret} in a command, for everybody to read.`,
          expected: 'a placeholder, such as <token>, and the secret renewed',
          line,
          column: 1,
        });
      }
      if (isDestructive(text) && !isWarned({ line })) {
        found.push({
          rule: 'destructive',
          severity: 'warning',
          message: `This command destroys or interrupts something, and nothing warns of it: ${text
            .trim()
            .slice(0, 100)}`,
          expected: 'a sentence with "Warning:" in the same section, before it',
          line,
          column: 1,
        });
      }
    }
  }
  return found;
}

/**
 * What is wrong with the text of a runbook: dead links, no owner, no steps, no section on verification or
 * rollback, secrets in commands, destructive commands without a warning. A helper page needs no such sections.
 *
 * @returns at most 100 findings, each with the line and column of the file, in the order of the file. It takes time in
 *   proportion to the text and never throws.
 *
 * @public
 */
export function lintRunbook(
  runbook: LintedRunbook,
  options: LintRunbookOptions = {},
): RunbookFinding[] {
  return [
    ...(runbook.helper ? [] : structureFindings(runbook, options)),
    ...linkFindings(runbook, options),
    ...commandFindings(runbook),
  ]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MOST_FINDINGS);
}
