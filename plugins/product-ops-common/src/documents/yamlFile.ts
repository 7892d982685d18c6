import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseDocument,
  visit,
} from 'yaml';
import type { DocumentError } from '../api/types';
import { DEFAULT_DOCUMENT_LIMITS } from './limits';
import { tooComplexAt } from './yamlComplexity';

/**
 * A place in a text: line and column, both from 1.
 *
 * @public
 */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * The path to a value in a YAML document: field names, and places in lists from 0.
 *
 * @public
 */
export type YamlPath = ReadonlyArray<string | number>;

/**
 * A YAML text that was read, with the places of its values.
 *
 * @public
 */
export interface YamlFile {
  /** What it says, as plain values; nothing when there are errors. */
  value: unknown;
  /** Why it could not be read, in the order of the text. */
  errors: DocumentError[];
  /** The place of a value. Where there is none, that of the nearest one around it. */
  positionOf(path: YamlPath): TextPosition;
  /** The place of a field's name. Where there is none, that of the nearest value around it. */
  positionOfKey(path: YamlPath): TextPosition;
}

/** How many values all aliases together may stand for. */
const MAX_ALIASED_VALUES = 100;

const codes: Record<string, string> = {
  MULTIPLE_DOCS: 'yaml-documents',
  RESOURCE_EXHAUSTION: 'yaml-too-complex',
};

/** Keys that a map has twice. The library compares every pair of keys, which a large map makes slow. */
function duplicateKeys(document: Document): Array<[Node, Node, string]> {
  const found: Array<[Node, Node, string]> = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<unknown, Node>();
      for (const { key } of map.items) {
        if (isScalar(key)) {
          const first = seen.get(key.value);
          if (first) {
            found.push([first, key, String(key.value)]);
          } else {
            seen.set(key.value, key);
          }
        }
      }
    },
  });
  return found;
}

/** The place of the first alias: what it stands for may be too much. */
function firstAlias(document: Document | undefined): number {
  let offset = 0;
  if (document) {
    visit(document, {
      Alias(_, { range }) {
        offset = range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
  }
  return offset;
}

/**
 * Reads a YAML text without running anything in it: YAML 1.2, where dates stay texts. It never throws.
 *
 * @param options - `file` is what errors call the text; `firstLine` is the line of the file where the
 *   text starts
 *
 * @public
 */
export function readYaml(
  text: string,
  options: { file: string; firstLine?: number; maxFileBytes?: number },
): YamlFile {
  const { file, firstLine = 1 } = options;
  const maxFileBytes =
    options.maxFileBytes ?? DEFAULT_DOCUMENT_LIMITS.maxFileBytes;
  const lines = new LineCounter();
  const place = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return {
      line: Math.max(1, line) + firstLine - 1,
      column: Math.max(1, col),
    };
  };
  const start = { line: firstLine, column: 1 };
  const failed = (errors: DocumentError[]): YamlFile => ({
    value: undefined,
    errors,
    positionOf: () => start,
    positionOfKey: () => start,
  });
  if (text.length > maxFileBytes) {
    return failed([
      {
        code: 'too-large',
        message: `The file has ${text.length} characters.`,
        file,
        expected: `at most ${maxFileBytes} bytes`,
      },
    ]);
  }
  const complex = tooComplexAt(text);
  if (complex !== undefined) {
    return failed([
      {
        code: 'yaml-too-complex',
        message:
          'The YAML is nested too deeply here, or has too many lines or marks.',
        file,
        line: complex + firstLine - 1,
        column: 1,
        expected: 'a document of ordinary depth',
      },
    ]);
  }
  let document: Document | undefined;
  let value: unknown;
  try {
    document = parseDocument(text, {
      schema: 'core',
      version: '1.2',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
    // Where the text goes wrong for the first time counts: what comes after it mostly follows from it.
    const errors: DocumentError[] = [
      ...document.errors.slice(0, 1),
      ...document.warnings,
    ].map(problem => ({
      code: codes[problem.code] ?? 'yaml-syntax',
      message:
        problem.code === 'MULTIPLE_DOCS'
          ? 'A second YAML document starts here.'
          : `The YAML does not parse: ${problem.message.slice(0, 300)}`,
      file,
      ...place(problem.pos[0]),
      expected:
        problem.code === 'MULTIPLE_DOCS' ? 'one document' : 'valid YAML 1.2',
    }));
    if (errors.length === 0) {
      for (const [first, second, name] of duplicateKeys(document)) {
        errors.push({
          code: 'duplicate-field',
          message: `The field "${name.slice(
            0,
            100,
          )}" is there twice; the first is on line ${
            place(first.range?.[0] ?? 0).line
          }.`,
          file,
          ...place(second.range?.[0] ?? 0),
          expected: 'each field once',
        });
      }
    }
    if (errors.length > 0) {
      return failed(errors);
    }
    value = document.toJS({ maxAliasCount: MAX_ALIASED_VALUES });
  } catch (error) {
    const aliases = error instanceof ReferenceError;
    return failed([
      {
        code: aliases ? 'yaml-aliases' : 'yaml-too-complex',
        message: aliases
          ? 'The anchors and aliases cannot be resolved, or stand for too many values.'
          : 'The YAML is nested too deeply.',
        file,
        ...(aliases ? place(firstAlias(document)) : start),
        expected: aliases
          ? `values written out, or aliases that stand for at most ${MAX_ALIASED_VALUES} values`
          : 'a document of ordinary depth',
      },
    ]);
  }

  const parsed = document;
  const find = (path: YamlPath, ofKey: boolean): TextPosition => {
    let node: unknown = parsed.contents;
    let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
    for (const [index, step] of path.entries()) {
      const container: unknown = isAlias(node) ? node.resolve(parsed) : node;
      let next: unknown;
      let key: unknown;
      if (isMap(container)) {
        const pair = container.items.find(
          item => isScalar(item.key) && String(item.key.value) === String(step),
        );
        next = pair?.value;
        key = pair?.key;
      } else if (isSeq(container)) {
        next = container.items[Number(step)];
      }
      const shown =
        ofKey && index === path.length - 1 && isNode(key) ? key : next ?? key;
      if (!isNode(shown) || !shown.range) {
        break;
      }
      offset = shown.range[0];
      node = next;
    }
    return place(offset);
  };
  return {
    value,
    errors: [],
    positionOf: path => find(path, false),
    positionOfKey: path => find(path, true),
  };
}
