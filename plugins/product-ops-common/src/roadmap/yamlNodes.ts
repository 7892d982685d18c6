import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Node,
  Pair,
  Scalar,
  visit,
  YAMLMap,
} from 'yaml';
import { ITEM_FIELDS, ItemFields, sameValue } from './items';
import type { TextEdit } from './textEdits';

/** What a field is in a file: milestones are names with values there. */
export function fileValueOf(field: keyof ItemFields, value: unknown): unknown {
  return field === 'milestones'
    ? new Map(
        (value as ItemFields['milestones']).map(milestone => [
          milestone.name,
          milestone.value,
        ]),
      )
    : value;
}

/** Whether an entry of a list in the file is the one that is asked for. */
export type SameEntry = (inFile: unknown, asked: unknown) => boolean;

/** The value of a field as a node that keeps whatever stays: quotes, comments and order of the old one. */
function mergedNode(
  document: Document,
  old: unknown,
  value: unknown,
  same: SameEntry,
): Node {
  if (isScalar(old) && typeof value !== 'object') {
    // A mark of the old text would keep its way of writing a number.
    if (old.value !== value) {
      old.value = value;
      delete old.source;
    }
    return old;
  }
  if (isSeq(old) && Array.isArray(value)) {
    const left = [...old.items];
    old.items = value.map(entry => {
      const at = left.findIndex(
        node => isNode(node) && same(node.toJS(document), entry),
      );
      return at < 0 ? document.createNode(entry) : left.splice(at, 1)[0];
    });
    return old;
  }
  if (isMap(old) && typeof value === 'object' && value !== null) {
    const entries =
      value instanceof Map
        ? [...(value as Map<string, unknown>)]
        : Object.entries(value);
    const pairs = new Map(
      old.items.map(pair => [
        isScalar(pair.key) ? String(pair.key.value) : '',
        pair,
      ]),
    );
    old.items = entries.map(([name, part]) => {
      const pair = pairs.get(name);
      if (!pair) {
        return document.createPair(name, part) as (typeof old.items)[number];
      }
      // A milestone may be written as a number.
      const stays =
        isScalar(pair.value) && String(pair.value.value) === String(part);
      if (!stays) {
        pair.value = mergedNode(document, pair.value, part, same);
      }
      return pair;
    });
    return old;
  }
  return document.createNode(value);
}

// What only double quotes give back as it was: blanks at an end, tabs, and what might end a line.
const fragile =
  /^\s|[^\S\n]$|\n\n$|[\r\t\u0085\u2028\u2029\uFEFF]|\p{Cc}(?<!\n)/u;

/** Writes a field by itself: `name: value`, with lines as long as they are. */
function written(name: string, value: Node): string {
  value.commentBefore = null;
  value.comment = null;
  value.spaceBefore = false;
  const quote = (node: Scalar) => {
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
    if (typeof node.value === 'string' && !quoted && fragile.test(node.value)) {
      node.type = 'QUOTE_DOUBLE';
    }
  };
  visit(value, { Scalar: (_, node) => quote(node) });
  const alone = new Document(null, { schema: 'core', version: '1.2' });
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(name), value));
  alone.contents = map as unknown as typeof alone.contents;
  return alone.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** How far to the right a place is. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Puts lines a number of blanks to the right; blank lines stay blank. */
export function indented(lines: string, column: number, first = true): string {
  const blanks = ' '.repeat(column);
  return lines
    .split('\n')
    .map((line, at) => (line && (first || at > 0) ? blanks + line : line))
    .join('\n');
}

/** Where the line of a value ends, a comment behind it included. */
export function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') {
    return offset;
  }
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

const rangeOf = (node: unknown): [number, number] => {
  const range = isNode(node) ? node.range : undefined;
  if (!range) {
    throw new Error('a value without a place');
  }
  return [range[0], range[1]];
};

/** How a field of an item is written anew, taken away, or added in its place among the others. */
export function fieldEdit(
  text: string,
  document: Document,
  item: YAMLMap,
  field: keyof ItemFields,
  value: unknown,
  same: SameEntry = sameValue,
): TextEdit | undefined {
  const gone =
    value === null ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0);
  const at = item.items.findIndex(
    ({ key }) => isScalar(key) && key.value === field,
  );
  const pair = item.items[at];
  if (pair && gone) {
    const from = rangeOf(pair.key)[0];
    const next = item.items[at + 1];
    if (at === 0 && next) {
      return { from, to: rangeOf(next.key)[0], text: '' };
    }
    const [, end] = rangeOf(pair.value);
    return {
      from: from - columnOf(text, from),
      to: lineEndAfter(text, end),
      text: '',
    };
  }
  if (gone) {
    return undefined;
  }
  const fileValue = fileValueOf(field, value);
  if (pair) {
    const block = isCollection(pair.value) && !pair.value.flow;
    const [from, to] = rangeOf(pair.value);
    const start = rangeOf(pair.key)[0];
    const node = mergedNode(document, pair.value, fileValue, same);
    const whole = written(field, node);
    if (block && isCollection(node) && !node.flow) {
      // Only what stands below the name is written anew, as far to the right as it was.
      const lines = whole.split('\n').slice(1);
      const shift = /^ */.exec(lines[0])![0].length;
      const body = lines.map(line => line.slice(shift)).join('\n');
      return { from, to, text: indented(body, columnOf(text, from), false) };
    }
    const ended = to > 0 && text[to - 1] === '\n';
    return {
      from: start,
      to,
      text: indented(
        ended ? whole : whole.replace(/\n$/, ''),
        columnOf(text, start),
        false,
      ),
    };
  }
  const order: readonly string[] = ['id', ...ITEM_FIELDS];
  const placeOf = ({ key }: { key: unknown }) => {
    const place = isScalar(key) ? order.indexOf(String(key.value)) : -1;
    return place < order.indexOf(field) ? place : -1;
  };
  const after = item.items.reduce((best, other) =>
    placeOf(other) > placeOf(best) ? other : best,
  );
  const column = columnOf(text, rangeOf(item.items[0].key)[0]);
  const end = lineEndAfter(text, rangeOf(after.value)[1]);
  const whole = written(field, document.createNode(fileValue));
  const broken = end > 0 && text[end - 1] !== '\n' ? '\n' : '';
  return { from: end, to: end, text: broken + indented(whole, column) };
}

/** A new item, as the lines of a list. */
export function itemLines(
  document: Document,
  itemId: string,
  fields: ItemFields,
): string {
  const parts = [
    written('id', document.createNode(itemId)),
    ...ITEM_FIELDS.flatMap(field => {
      const value = fields[field];
      return value === undefined || (Array.isArray(value) && !value.length)
        ? []
        : [written(field, document.createNode(fileValueOf(field, value)))];
    }),
  ];
  return `- ${indented(parts.join(''), 2, false)}`;
}
