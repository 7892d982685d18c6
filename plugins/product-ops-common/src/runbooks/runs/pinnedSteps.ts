import type { RunbookRunPinnedStep, RunbookStep } from '../../api/types';

const MAX_TITLE = 200;

/**
 * The steps of a version as a run is pinned to them: in the order of the text, each before its sub-steps.
 *
 * @public
 */
export function pinnedStepsOf(
  outline: readonly RunbookStep[],
): RunbookRunPinnedStep[] {
  const pinned: RunbookRunPinnedStep[] = [];
  const waiting = [...outline].reverse();
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { id, line } = step;
    pinned.push({ id, title: titleOf(step), line });
    waiting.push(...[...step.steps].reverse());
  }
  return pinned;
}

function titleOf({ text, commands, section, id }: RunbookStep): string {
  const written = [text, ...commands.map(command => command.text)]
    .map(plainLine)
    .find(Boolean);
  const letters = [...(written ?? section ?? id)];
  return letters.length > MAX_TITLE
    ? `${letters.slice(0, MAX_TITLE - 1).join('')}…`
    : letters.join('');
}

/** The first line that says something, as plain text. */
function plainLine(markdown: string): string {
  const [line = ''] = markdown
    .slice(0, 2000)
    .split('\n')
    .flatMap(one => one.trim() || []);
  return line
    .replace(/!?\[([^\]]{0,500})\]\([^)\s]{0,500}\)/g, '$1')
    .replace(/^(?:#{1,6}|[-*+>])[ \t]+/, '')
    .replace(/[`*]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
