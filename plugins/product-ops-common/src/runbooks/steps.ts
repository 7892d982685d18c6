import type { Code, List, ListItem, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { RunbookStep } from '../api/types';

const MAX_TEXT = 5000;

/** A step before the tree is complete and places can be numbered. */
type Draft = Omit<RunbookStep, 'id' | 'steps'> & { steps: Draft[] };

interface Context {
  /** The Markdown that the tree was made from. */
  source: string;
  /** What to add to the tree's lines to get those of the file. */
  lineOffset: number;
}

const expectedPrefix =
  /^\s*[*_]*expect(?:ed)?(?:\s+(?:result|output))?[*_]*\s*:[*_]*\s*/i;
const expectedSentence = /^\s*[*_]*you should (?:now )?see\b/i;
const outputAnnounced = /\boutput\b[^.:]*:\s*$/i;

const announcement =
  /^(?:(?:the|an)\s+)?(?:(?:example|sample|expected)\s+)?output(?:\s+\w+){0,2}\s*:$/i;

function isProcedure(list: List): boolean {
  return (
    Boolean(list.ordered) ||
    list.children.some(({ checked }) => typeof checked === 'boolean')
  );
}

/** The Markdown of a node, without the indentation of what it stands in. */
function markdownOf(node: RootContent, { source }: Context): string {
  const { start, end } = node.position!;
  const indentation = start.column - 1;
  return source
    .slice(start.offset, end.offset)
    .split('\n')
    .map((line, index) =>
      index === 0
        ? line
        : line.replace(/^[ \t]*/, space => space.slice(indentation)),
    )
    .join('\n')
    .trim();
}

function lineOf(node: RootContent, { lineOffset }: Context): number {
  return node.position!.start.line + lineOffset;
}

function commandOf(node: Code, context: Context) {
  return {
    ...(node.lang && { language: node.lang.slice(0, 50) }),
    text: node.value,
    line: lineOf(node, context),
  };
}

/** Puts the parts of a step where they belong: text, commands, expected result, sub-steps. */
function fill(
  draft: Draft,
  children: readonly RootContent[],
  context: Context,
  section: string | undefined,
): Draft {
  const text: string[] = [];
  const expected: string[] = [];
  let outputNext = false;
  for (const child of children) {
    const markdown = () => markdownOf(child, context);
    if (child.type === 'code') {
      if (outputNext) {
        // "Example output:" alone says nothing without the output itself.
        if (announcement.test(text.at(-1) ?? '')) {
          text.pop();
        }
        expected.push(markdown());
      } else {
        draft.commands.push(commandOf(child, context));
      }
    } else if (child.type === 'list' && containsProcedure(child)) {
      draft.steps.push(...draftsOf([child], context, section));
    } else if (child.type === 'paragraph') {
      const shown = markdown();
      outputNext = outputAnnounced.test(shown) || expectedPrefix.test(shown);
      if (expectedPrefix.test(shown) || expectedSentence.test(shown)) {
        const result = shown.replace(expectedPrefix, '');
        if (result) {
          expected.push(result);
        }
      } else {
        text.push(shown);
      }
      continue;
    } else {
      text.push(markdown());
    }
    outputNext = false;
  }
  draft.text = [draft.text, ...text]
    .filter(Boolean)
    .join('\n\n')
    .slice(0, MAX_TEXT);
  if (expected.length > 0) {
    draft.expected = expected.join('\n\n').slice(0, MAX_TEXT);
  }
  return draft;
}

function containsProcedure(node: RootContent): boolean {
  return (
    (node.type === 'list' && isProcedure(node)) ||
    ('children' in node &&
      node.type !== 'paragraph' &&
      node.type !== 'heading' &&
      node.children.some(containsProcedure))
  );
}

function stepOf(
  item: ListItem,
  context: Context,
  section: string | undefined,
): Draft {
  const draft: Draft = {
    ...(section && { section }),
    text: '',
    commands: [],
    line: lineOf(item, context),
    steps: [],
  };
  return fill(draft, item.children, context, section);
}

/** The steps of ordered and task lists, wherever they stand; in plain lists and quotes too. */
function draftsOf(
  nodes: readonly RootContent[],
  context: Context,
  outerSection?: string,
): Draft[] {
  const drafts: Draft[] = [];
  let section = outerSection;
  let last: Draft | undefined;
  for (const node of nodes) {
    if (node.type === 'heading') {
      section = toString(node).slice(0, 255);
      last = undefined;
    } else if (node.type === 'list' && isProcedure(node)) {
      const under = section;
      const steps = node.children.map(item => stepOf(item, context, under));
      drafts.push(...steps);
      last = steps.at(-1);
    } else if (node.type === 'code' && last) {
      // A fence that is not indented ends the list for Markdown, and not for who wrote it.
      last.commands.push(commandOf(node, context));
    } else {
      last = undefined;
      if (
        'children' in node &&
        node.type !== 'paragraph' &&
        containsProcedure(node)
      ) {
        drafts.push(
          ...draftsOf(node.children as RootContent[], context, section),
        );
      }
    }
  }
  return drafts;
}

/** One step per section, nested as the headings are. The heading of the whole page is none. */
function sectionsOf(root: Root, context: Context): Draft[] {
  const top: Draft[] = [];
  const open: Array<{ depth: number; draft: Draft; content: RootContent[] }> =
    [];
  const all: typeof open = [];
  const intro: RootContent[] = [];
  root.children.forEach((node, index) => {
    if (node.type === 'heading' && !(index === 0 && node.depth === 1)) {
      const title = toString(node).slice(0, 255);
      const draft: Draft = {
        section: title,
        text: title,
        commands: [],
        line: lineOf(node, context),
        steps: [],
      };
      while (open.length > 0 && open[open.length - 1].depth >= node.depth) {
        open.pop();
      }
      (open.at(-1)?.draft.steps ?? top).push(draft);
      const section = { depth: node.depth, draft, content: [] };
      open.push(section);
      all.push(section);
    } else if (node.type !== 'heading') {
      (open.at(-1)?.content ?? intro).push(node);
    }
  });
  all.forEach(({ draft, content }) => {
    fill(draft, content, context, draft.section);
  });
  if (all.length === 0 && intro.length > 0) {
    const draft: Draft = {
      text: '',
      commands: [],
      line: lineOf(intro[0], context),
      steps: [],
    };
    return [fill(draft, intro, context, undefined)];
  }
  return top;
}

function numbered(drafts: readonly Draft[], prefix = ''): RunbookStep[] {
  return drafts.map((draft, index) => {
    const id = `${prefix}${index + 1}`;
    return { ...draft, id, steps: numbered(draft.steps, `${id}.`) };
  });
}

/** The steps of a runbook: of its ordered and task lists, or one per section when it has none. */
export function stepsOf(root: Root, context: Context): RunbookStep[] {
  const drafts = draftsOf(root.children, context);
  return numbered(drafts.length > 0 ? drafts : sectionsOf(root, context));
}

/** How many steps there are, sub-steps included. */
export function countSteps(steps: readonly RunbookStep[]): number {
  return steps.reduce((sum, step) => sum + 1 + countSteps(step.steps), 0);
}
