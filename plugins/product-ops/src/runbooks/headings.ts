import type { Runbook } from '@productops/backstage-plugin-product-ops-common';

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The rendered heading that an address fragment names. The renderer gives headings other ids than the backend,
 * and the same id to headings of the same text, so they are matched by text and by which of them it is.
 */
export function headingElement(
  root: HTMLElement,
  headings: Runbook['headings'],
  hash: string,
): HTMLElement | undefined {
  let slug = hash.slice(1);
  try {
    slug = decodeURIComponent(slug);
  } catch {
    // Not encoded, then.
  }
  const index = headings.findIndex(heading => heading.slug === slug);
  if (index < 0) {
    return undefined;
  }
  const text = plain(headings[index].text);
  const nth = headings
    .slice(0, index)
    .filter(heading => plain(heading.text) === text).length;
  const same = [
    ...root.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6'),
  ].filter(element => plain(element.textContent ?? '') === text);
  return same[nth] ?? same[0];
}
