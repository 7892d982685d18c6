import { Document, isMap, isScalar, isSeq, parseDocument, YAMLMap } from 'yaml';
import type { DocumentError } from '../api/types';
import { isItemId, readDependency } from './itemRefs';
import {
  entryOfDeclared,
  ITEM_FIELDS,
  ItemFields,
  patchFields,
  sameValue,
} from './items';
import { parseRoadmapFile } from './parseRoadmapFile';
import { applied, ChangedLines, changedLines, TextEdit } from './textEdits';
import type { DeclaredRoadmapItem } from './types';
import {
  ItemProblem,
  validateItemFields,
  validateItemPatch,
} from './validateItem';
import {
  columnOf,
  fieldEdit,
  indented,
  itemLines,
  lineEndAfter,
} from './yamlNodes';

/**
 * What is to be changed in a roadmap file: fields of an item, or a new item at the end.
 *
 * @public
 */
export type YamlChangeCommand =
  | { type: 'edit'; itemId: string; patch: unknown }
  | { type: 'add'; itemId: string; fields: unknown };

/**
 * A roadmap file after a change, or why there is none.
 *
 * @remarks
 *
 * `not-there`: it has no such item; `taken`: it has one already; `unreadable`: it does not parse, or has an error at the
 * item; `invalid`: the fields are wrong; `not-possible`: it is written in a way that cannot be changed safely.
 *
 * @public
 */
export type YamlChange =
  | {
      ok: true;
      /** The whole new text. */
      text: string;
      /** What differs, from the first changed line to the last one; both are empty where nothing does. */
      before: ChangedLines;
      after: ChangedLines;
    }
  | {
      ok: false;
      problem:
        | 'not-there'
        | 'taken'
        | 'unreadable'
        | 'invalid'
        | 'not-possible';
      message: string;
      errors?: DocumentError[];
      problems?: ItemProblem[];
    };

/** The end of the list, and how a new item is put there. */
function addition(
  text: string,
  document: Document,
  itemId: string,
  fields: ItemFields,
): TextEdit | undefined {
  const lines = itemLines(document, itemId, fields);
  const items = document.get('items', true);
  if (!isSeq(items) || !items.range) {
    return undefined;
  }
  const [from, to] = items.range;
  if (items.flow) {
    // An empty list in brackets is the only one that a block can stand for.
    const blanks = /[ \t]*$/.exec(text.slice(0, from))![0].length;
    return items.items.length === 0
      ? {
          from: from - blanks,
          to,
          text: `\n${indented(lines, 2).replace(/\n$/, '')}`,
        }
      : undefined;
  }
  const end =
    text.slice(text.lastIndexOf('\n', to - 1) + 1, to).trim() === ''
      ? text.lastIndexOf('\n', to - 1) + 1
      : lineEndAfter(text, to);
  const broken = text[end - 1] === '\n' ? '' : '\n';
  return {
    from: end,
    to: end,
    text: broken + indented(lines, columnOf(text, from)),
  };
}

/**
 * The text of a roadmap file after a change of one item. All else stays as it is written: comments, order, quotes, blank
 * lines and line ends. It never throws.
 *
 * @remarks
 *
 * The new text is read again before it is given out: the item says what was asked for, and no other one changed.
 *
 * @param options - `file` is what errors call the text; `entityRef` the full ref of the roadmap's entity
 *
 * @public
 */
export function changeRoadmapYaml(
  text: string,
  command: YamlChangeCommand,
  options: {
    file: string;
    entityRef: string;
    categories?: readonly string[];
    namespace?: string;
  },
): YamlChange {
  const { file, entityRef, categories, namespace } = options;
  const { itemId } = command;
  const refusal = (
    problem: Extract<YamlChange, { ok: false }>['problem'],
    message: string,
    more: { errors?: DocumentError[]; problems?: ItemProblem[] } = {},
  ): YamlChange => ({ ok: false, problem, message, ...more });
  const parse = (content: string) =>
    parseRoadmapFile(content, { file, namespace });
  const named = itemId.slice(0, 100);
  const parsed = parse(text);
  if (parsed.errors.length > 0) {
    return refusal('unreadable', `${file} has errors; mend them first`, {
      errors: parsed.errors,
    });
  }
  const current = parsed.items.find(({ id }) => id === itemId);
  const readOptions = { categories, namespace, entityRef, itemId };
  const entryOf = (item: DeclaredRoadmapItem) =>
    entryOfDeclared(item, { entityRef, rank: 'n0' });
  let wanted: ItemFields;
  if (command.type === 'edit') {
    if (!current) {
      return refusal('not-there', `${file} has no item "${named}"`);
    }
    const entry = entryOf(current);
    const read = validateItemPatch(command.patch, entry, readOptions);
    if (!read.ok) {
      return refusal('invalid', read.problems[0].message, read);
    }
    wanted = patchFields(entry, read.fields);
  } else {
    if (current) {
      return refusal('taken', `${file} has an item "${named}" already`);
    }
    if (!isItemId(itemId)) {
      return refusal('invalid', `"${named}" cannot be the id of an item`);
    }
    const read = validateItemFields(command.fields, readOptions);
    if (!read.ok) {
      return refusal('invalid', read.problems[0].message, read);
    }
    wanted = read.fields;
  }
  const impossible = () =>
    refusal(
      'not-possible',
      `${file} is written in a way that cannot be changed without touching the rest: change it by hand`,
    );
  let result: string;
  try {
    const document = parseDocument(text, { schema: 'core', version: '1.2' });
    const edits: Array<TextEdit | undefined> = [];
    if (current) {
      const entry = entryOf(current);
      const list = document.get('items', true);
      const item = isSeq(list)
        ? list.items.find(
            (node): node is YAMLMap =>
              isMap(node) &&
              isScalar(node.get('id', true)) &&
              node.get('id') === itemId,
          )
        : undefined;
      const changed = ITEM_FIELDS.filter(
        field => !sameValue(entry[field], wanted[field]),
      );
      if (!item || (item.flow && changed.length > 0)) {
        return impossible();
      }
      // An item may be named in several ways: the one in the file stays.
      const targetOf = (ref: unknown) => {
        const target = readDependency(String(ref), namespace);
        return target && `${target.id}@${target.entity ?? entityRef}`;
      };
      changed.forEach(field =>
        edits.push(
          fieldEdit(
            text,
            document,
            item,
            field,
            wanted[field],
            field === 'dependsOn'
              ? (a, b) => targetOf(a) === targetOf(b)
              : undefined,
          ),
        ),
      );
    } else {
      const edit = addition(text, document, itemId, wanted);
      if (!edit) {
        return impossible();
      }
      edits.push(edit);
    }
    result = applied(
      text,
      edits.flatMap(edit => edit ?? []),
    );
  } catch {
    return impossible();
  }
  const again = parse(result);
  const written = again.items.find(({ id }) => id === itemId);
  const others = (items: readonly DeclaredRoadmapItem[]) =>
    JSON.stringify(
      items.flatMap(({ line: _, ...item }) =>
        item.id === itemId ? [] : [item],
      ),
    );
  const asked =
    again.errors.length === 0 &&
    written &&
    ITEM_FIELDS.every(field =>
      sameValue(entryOf(written)[field], wanted[field]),
    ) &&
    others(again.items) === others(parsed.items);
  return asked
    ? { ok: true, text: result, ...changedLines(text, result) }
    : impossible();
}
