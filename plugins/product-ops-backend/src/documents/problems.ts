import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';
import type { ReadResult } from './types';

/** A read that failed as a whole. */
export function failed(error: DocumentError, retry: boolean): ReadResult {
  return { outcome: 'failed', error, retry };
}

/** Nothing lies at the place. */
export function notThere(file: string, what: 'file' | 'folder'): DocumentError {
  return {
    code: 'not-found',
    message: `There is no such ${what}.`,
    file,
    expected: `a ${what} at this place beside the catalog-info file`,
  };
}

/** A file with more bytes than one may have. */
export function tooLarge(file: string, maxBytes: number): DocumentError {
  return {
    code: 'too-large',
    message: 'The file is too large to be read.',
    file,
    expected: `at most ${shownBytes(maxBytes)}`,
  };
}

/** Something that leads, by a link, out of the folder that it must stay in. */
export function leadsOutside(file: string): DocumentError {
  return {
    code: 'outside',
    message:
      'It is a link that leads out of the folder of the catalog-info file.',
    file,
    expected: 'a file inside that folder',
  };
}

/** A folder with more files than are read. */
export function tooManyFiles(file: string, maxFiles: number): DocumentError {
  return {
    code: 'too-many-files',
    message: `The folder has more Markdown files than are read: those after the first ${maxFiles} are left out.`,
    file,
    expected: `at most ${maxFiles} files`,
  };
}

/** A folder whose files are too much together. */
export function folderTooLarge(file: string, maxBytes: number): DocumentError {
  return {
    code: 'too-large',
    message:
      'The files of the folder are too large together: the rest is left out.',
    file,
    expected: `at most ${shownBytes(maxBytes)} in all`,
  };
}

/** A file that lies deeper than is read. */
export function tooDeep(file: string, maxDepth: number): DocumentError {
  return {
    code: 'too-deep',
    message: 'Folders as deep as this are not read.',
    file,
    expected: `at most ${maxDepth} folders below the runbooks folder`,
  };
}

/** A source that gave no answer in time. */
export function noAnswer(file: string, timeoutMs: number): DocumentError {
  return {
    code: 'unreachable',
    message: `The location did not answer within ${Math.round(
      timeoutMs / 1000,
    )} s.`,
    file,
    expected: 'an answer in time; it is tried again later',
  };
}

function shownBytes(bytes: number): string {
  return bytes >= 1024 * 1024
    ? `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
    : `${Math.round(bytes / 1024)} kB`;
}
