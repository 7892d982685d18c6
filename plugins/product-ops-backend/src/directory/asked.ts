import { readEntityRef } from '@productops/backstage-plugin-product-ops-common';

const MAX_WORDS = 10;

/** A ref as it is asked for: a name alone is that of a group, if not told else. */
export function refOf(text: string, defaultKind = 'group'): string {
  return (
    readEntityRef(text, { defaultKind }) ?? text.toLocaleLowerCase('en-US')
  );
}

/** The words of a search, in lower case, ten at most. */
export function wordsOf(text = ''): string[] {
  return text
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
}
