import { YamlFile } from '@productops/backstage-plugin-product-ops-common';
import { FieldError, pathOf } from './describeSchemaError';

const MAX_ERRORS_SHOWN = 20;

/** The YAML document of one entity, and the name of its file. */
export interface EntitySource {
  file: string;
  document: YamlFile;
}

/**
 * One message of all errors, one a line, with file, line and column where the source is known; then in
 * the order of the file.
 */
export function describeErrors(options: {
  ref: string;
  errors: FieldError[];
  /** How many there are, which may be more than are described. */
  count: number;
  source?: EntitySource;
}): string {
  const { ref, errors, count, source } = options;
  const shown = errors.slice(0, MAX_ERRORS_SHOWN).map(error => {
    const text = `${pathOf(error.path)}: ${error.message}`;
    if (!source) {
      return { text, line: 0, column: 0 };
    }
    const { document, file } = source;
    const { line, column } = error.ofKey
      ? document.positionOfKey(error.path)
      : document.positionOf(error.path);
    return { text: `${file}:${line}:${column}: ${text}`, line, column };
  });
  shown.sort((a, b) => a.line - b.line || a.column - b.column);
  const hidden = count - shown.length;
  return [
    `${ref} has ${count} ${count === 1 ? 'error' : 'errors'}:`,
    ...shown.map(({ text }) => text),
    ...(hidden > 0 ? [`and ${hidden} more`] : []),
  ].join('\n  - ');
}
