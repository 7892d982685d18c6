import type { DocumentError } from '../api/types';

/**
 * An error in a declared file: what is wrong, where, and what was expected.
 *
 * @public
 */
export type DocumentProblem = DocumentError;

/**
 * An error as one line of text, the way compilers write it: `roadmap.yaml:4:11: ... Expected ...`.
 *
 * @public
 */
export function formatDocumentError(error: DocumentError): string {
  const place = [error.file, error.line, error.column]
    .filter(part => part !== undefined)
    .join(':');
  const expected = error.expected ? ` Expected ${error.expected}.` : '';
  return `${place}: ${error.message}${expected}`;
}
