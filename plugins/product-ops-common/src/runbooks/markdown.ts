import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { RunbookHeading, RunbookLink } from './types';

/** Reads Markdown with tables and task lists, which is all that steps need of GitHub's dialect. */
export function readMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
}

/** All nodes of a tree, in the order of the text, without recursion. */
export function* nodesOf(root: Root): Generator<Nodes> {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        stack.push(node.children[index]);
      }
    }
  }
}

/** What GitHub makes of a heading for its address: lower case, no punctuation, `-` for blanks. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

/** The headings with slugs that are unique on the page. */
export function headingsOf(root: Root, lineOffset: number): RunbookHeading[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const headings: RunbookHeading[] = [];
  for (const node of nodesOf(root)) {
    if (node.type === 'heading') {
      const text = toString(node).trim().slice(0, 500);
      const base = slugOf(text) || 'section';
      let slug = base;
      let count = counts.get(base) ?? 0;
      while (taken.has(slug)) {
        count += 1;
        slug = `${base}-${count}`;
      }
      counts.set(base, count);
      taken.add(slug);
      const line = node.position!.start.line + lineOffset;
      headings.push({ depth: node.depth, text, slug, line });
    }
  }
  return headings;
}

function isRelative(target: string): boolean {
  return target !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(target);
}

/** The links and images, those by reference at the place of their definition. */
export function linksOf(root: Root, lineOffset: number): RunbookLink[] {
  const links: RunbookLink[] = [];
  const images = new Set<string>();
  for (const node of nodesOf(root)) {
    if (node.type === 'imageReference') {
      images.add(node.identifier);
    }
  }
  for (const node of nodesOf(root)) {
    if (
      node.type === 'link' ||
      node.type === 'image' ||
      node.type === 'definition'
    ) {
      links.push({
        target: node.url.slice(0, 2000),
        image:
          node.type === 'image' ||
          (node.type === 'definition' && images.has(node.identifier)),
        relative: isRelative(node.url),
        line: node.position!.start.line + lineOffset,
        column: node.position!.start.column,
      });
    }
  }
  return links;
}

/** The first paragraph as plain text on one line, cut at a length. */
export function summaryOf(root: Root, length: number): string | undefined {
  const paragraph = root.children.find(({ type }) => type === 'paragraph');
  const text = paragraph && toString(paragraph).replace(/\s+/g, ' ').trim();
  if (!text) {
    return undefined;
  }
  const characters = [...text];
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
