import type { Code, InlineCode, Root } from 'mdast';
import { nodesOf } from './markdown';
import type { RunbookCommand, RunbookPlaceholder } from './types';

/** More names than this are no parameters that somebody fills in. */
const MOST_PLACEHOLDERS = 200;
/** What is written further right in a line of code is not looked at. */
const LONGEST_LINE = 4000;

/** The place in the text that was parsed, and what makes it a place in the file. */
interface Context {
  source: string;
  lineOffset: number;
}

/** The code blocks in the order of the text, each with the place where it begins. */
export function commandsOf(
  root: Root,
  { lineOffset }: Pick<Context, 'lineOffset'>,
): RunbookCommand[] {
  const commands: RunbookCommand[] = [];
  for (const node of nodesOf(root)) {
    if (node.type === 'code') {
      const { line, column } = node.position!.start;
      commands.push({
        ...(node.lang && { language: node.lang.slice(0, 50) }),
        text: node.value,
        line: line + lineOffset,
        column,
      });
    }
  }
  return commands;
}

// A `<` before it is that of a here-document; a blank before its end is that of a redirection.
const ANGLED = /(?<!<)<([A-Za-z_](?:[A-Za-z0-9_. -]{0,60}[A-Za-z0-9_])?)>/g;
const VARIABLE = /\$(?:\{([A-Z][A-Z0-9_]{1,62})\}|([A-Z][A-Z0-9_]{1,62})\b)/g;
const ASSIGNED =
  /(?:^|[\s;&|(])(?:([A-Z][A-Z0-9_]{1,62})=|(?:for|read)[ \t]{1,8}([A-Z][A-Z0-9_]{1,62}))/g;
/** Variables that shells and awk set. */
const BUILT_IN = [
  'HOME',
  'PATH',
  'PWD',
  'USER',
  'SHELL',
  'HOSTNAME',
  'NF',
  'NR',
];
/** What programs print for nothing. */
const NOTHING = new Set([
  'none',
  'nil',
  'null',
  'unknown',
  'unset',
  'no value',
]);

/** The lines of a piece of code as they stand in the file, without the fences around them. */
function* linesOf(
  node: Code | InlineCode,
  { source, lineOffset }: Context,
): Generator<{ text: string; line: number; column: number }> {
  const { start, end } = node.position!;
  const lines = source.slice(start.offset, end.offset).split('\n');
  const fenced = node.type === 'code' && /^(?:`{3}|~{3})/.test(lines[0]);
  for (const [index, text] of lines.entries()) {
    if (!(fenced && index === 0)) {
      yield {
        text: text.slice(0, LONGEST_LINE),
        line: start.line + index + lineOffset,
        column: index === 0 ? start.column : 1,
      };
    }
  }
}

/**
 * What somebody must fill in before the commands can be used: `<namespace>` in any code, `$NAMESPACE` and
 * `${NAMESPACE}` in code blocks. A variable that a command of the runbook or the shell sets is none, and so is one in
 * lower case: templates and loops are full of them.
 */
export function placeholdersOf(
  root: Root,
  context: Context,
): RunbookPlaceholder[] {
  const assigned = new Set(BUILT_IN);
  const found = new Map<string, RunbookPlaceholder>();
  for (const node of nodesOf(root)) {
    if (node.type !== 'code' && node.type !== 'inlineCode') {
      continue;
    }
    for (const { text, line, column } of linesOf(node, context)) {
      const note = (name: string, match: RegExpMatchArray) => {
        const old = found.get(match[0]);
        if (old) {
          old.uses += 1;
        } else {
          const at = column + (match.index ?? 0);
          found.set(match[0], {
            name,
            text: match[0],
            line,
            column: at,
            uses: 1,
          });
        }
      };
      for (const match of text.matchAll(ANGLED)) {
        if (!NOTHING.has(match[1].toLowerCase())) {
          note(match[1], match);
        }
      }
      if (node.type === 'code') {
        for (const match of text.matchAll(ASSIGNED)) {
          assigned.add(match[1] ?? match[2]);
        }
        for (const match of text.matchAll(VARIABLE)) {
          note(match[1] ?? match[2], match);
        }
      }
    }
  }
  return [...found.values()]
    .filter(({ name, text }) => !text.startsWith('$') || !assigned.has(name))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MOST_PLACEHOLDERS);
}
