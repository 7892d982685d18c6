import type { RunbookHit } from '@productops/backstage-plugin-product-ops-common';
import { MATCH_END, MATCH_START } from './search';

type Pieces = NonNullable<RunbookHit['passage']>;

/** A passage is some thirty words; where words are endless, more of them is not looked at. */
const LONGEST = 4_000;
const MOST_PIECES = 100;

/** Tags that people write in Markdown; others may be places to fill in: `<namespace>`. */
const TAGS =
  /<\/?(?:a|b|br|code|details|em|i|img|kbd|p|pre|strong|sub|summary|sup)(?:[ \t][^<>]{0,500})?\/?>/gi;

/** A word or more between single stars or underscores; what was found may stand at either side. */
const EMPHASIS = new RegExp(
  `(^|[\\s(${MATCH_START}])[*_](?=[^\\s*_])([^*_\\n]{1,300})[*_](?=[\\s).,;:!?${MATCH_END}]|$)`,
  'gm',
);

const CLEANINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/<!--[^<]{0,1000}?(?:-->|$)/g, ' '],
  [TAGS, ' '],
  // Fences with their language.
  [/^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm, ' '],
  [/`{3,}/g, ' '],
  // Lines between the head of a table and its rows, and rules between sections.
  [/^[ \t]*[|:*_-][|:*_ \t-]{2,}$/gm, ' '],
  // What begins a line: quotes, headings, items and tasks.
  [/^[ \t]*(?:>[ \t]?){1,9}/gm, ''],
  [/^[ \t]*#{1,6}[ \t]+/gm, ''],
  [/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, ''],
  // Links and images, also one that the passage cuts.
  [
    /!?\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+"[^"\n]{0,200}")?\)?/g,
    '$1',
  ],
  [/!?\[([^[\]\n]{1,500})\]\[[^[\]\n]{0,200}\]/g, '$1'],
  // What is left of one that begins before the passage, or ends after it.
  [/^([^[\]\n]{1,300})\]\([^()\s]{0,2000}\)/, '$1'],
  [/!\[|\[(?=[^\]]{0,300}$)/g, ''],
  [/[ \t]?\|[ \t]?/g, ' '],
  [/\*\*|__(?=\S)|(?<=\S)__|`/g, ''],
  [EMPHASIS, '$1$2'],
  [/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1'],
];

/**
 * A passage of a Markdown text as people read it, without the marks of Markdown, in pieces of plain text, so that a page
 * need not trust any mark in it.
 */
export function piecesOf(passage: string): Pieces {
  const plain = CLEANINGS.reduce(
    (text, [marks, instead]) => text.replace(marks, instead),
    passage.slice(0, LONGEST),
  );
  const [before, ...rest] = plain
    .replace(/\s+/g, ' ')
    .trim()
    .split(MATCH_START);
  const pieces = [
    { text: before.replaceAll(MATCH_END, '') },
    ...rest.flatMap(afterStart),
  ];
  return pieces.filter(({ text }) => text !== '').slice(0, MOST_PIECES);
}

function afterStart(text: string): Pieces {
  const [match, ...after] = text.split(MATCH_END);
  return [{ text: match, match: true }, { text: after.join('') }];
}
