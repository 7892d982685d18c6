import { InputError } from '@backstage/errors';
import type {
  DocumentError,
  ParsedRunbook,
} from '@productops/backstage-plugin-product-ops-common';

const NAMED = 3;

function inWords({ line, message, expected }: DocumentError): string {
  return `${line ? `line ${line}: ` : ''}${message}${
    expected ? ` Expected ${expected}.` : ''
  }`;
}

/** What refuses a text with mistakes: `problems` has all of them with their place. */
export function refusalOf(problems: readonly DocumentError[]): InputError {
  return Object.assign(
    new InputError(
      `text: got ${problems.length} ${
        problems.length === 1 ? 'mistake' : 'mistakes'
      }; expected none. ${problems.slice(0, NAMED).map(inWords).join(' ')}`,
    ),
    { problems: problems.slice(0, 100) },
  );
}

/** A text that gives no title cannot give an id either. */
export const NO_TITLE: DocumentError = {
  code: 'no-title',
  message: 'The runbook has no title.',
  file: 'text',
  line: 1,
  column: 1,
  expected: 'a first heading, such as "# Fail over the gateway"',
};

/** What is wrong where the front matter of a written runbook gives it another id than it has. */
export function otherId(
  text: string,
  runbook: Pick<ParsedRunbook, 'id' | 'contentLine'>,
  id: string,
): DocumentError {
  const line = text
    .split('\n', runbook.contentLine)
    .findIndex(one => /^id[ \t]*:/.test(one));
  return {
    code: 'other-id',
    message: `The id is "${runbook.id}", and that of this runbook is "${id}": runs and reviews know it by that.`,
    file: 'text',
    line: line < 0 ? 1 : line + 1,
    column: 1,
    expected: `"id: ${id}", or no id`,
  };
}
