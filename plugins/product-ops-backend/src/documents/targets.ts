import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';
import type { DocumentKind } from './types';

const EXPECTED: Record<DocumentKind, string> = {
  roadmap:
    'a file in the folder of the catalog-info file, such as roadmap.yaml',
  runbooks: 'a folder beside the catalog-info file, such as runbooks/',
};

/** A target as an error shows it: one line, cut, without control characters. */
export function shownTarget(target: string): string {
  const plain = Array.from(target, sign => (sign < ' ' ? ' ' : sign)).join('');
  return plain.length > 200 ? `${plain.slice(0, 197)}...` : plain;
}

/**
 * Takes a target apart that must lead to something inside the folder of the catalog-info file.
 *
 * @returns the parts of the path, or what is wrong with it. An empty list is the folder itself, which
 *   only runbooks may be.
 */
export function splitTarget(
  target: string,
  kind: DocumentKind,
): { segments: string[] } | { error: DocumentError } {
  const refuse = (message: string) => ({
    error: {
      code: 'target',
      message,
      file: shownTarget(target),
      expected: EXPECTED[kind],
    },
  });
  if (target.length > 1000) {
    return refuse('The path is too long.');
  }
  if (target.includes('\0')) {
    return refuse('The path has a NUL character in it.');
  }
  if (target.includes('\\')) {
    return refuse(
      'The path has a backslash in it; its parts are separated by /.',
    );
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return refuse('A URL is not read from here, only a relative path.');
  }
  if (target.startsWith('/') || target.startsWith('~')) {
    return refuse('An absolute path is not read, only a relative one.');
  }
  const segments = target.split('/').filter(part => part && part !== '.');
  if (segments.includes('..')) {
    return refuse('The path leaves the folder of the catalog-info file.');
  }
  if (kind === 'roadmap' && (segments.length === 0 || target.endsWith('/'))) {
    return refuse('The path names no file.');
  }
  return { segments };
}

/** Whether a file of a runbooks folder is one to read. */
export function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

/** Whether any part of the path is hidden by a leading dot, as `.git` is. */
export function isHidden(path: string): boolean {
  return path.split('/').some(part => part.startsWith('.'));
}
