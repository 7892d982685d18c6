import type { ScmIntegrationRegistry } from '@backstage/integration';
import { posix } from 'node:path';

/**
 * The URL of a path beside a catalog-info file.
 *
 * @returns nothing when the catalog-info file has no proper URL, or when the path would lead out of its folder.
 */
export function resolveInside(
  integrations: ScmIntegrationRegistry,
  catalogInfoUrl: string,
  segments: readonly string[],
): string | undefined {
  try {
    const base = new URL(catalogInfoUrl);
    if (base.protocol !== 'https:' && base.protocol !== 'http:') {
      return undefined;
    }
    const url = integrations.resolveUrl({
      // Encoded, so that nothing of the path means more than its letters: neither `%2e%2e` nor `?`.
      url: segments.map(encodeSegment).join('/') || '.',
      base: catalogInfoUrl,
    });
    const resolved = new URL(url);
    if (resolved.origin !== base.origin) {
      return undefined;
    }
    const folder = posix.dirname(pathOf(base));
    const path = pathOf(resolved);
    const inside =
      path === folder ||
      path === `${folder}/` ||
      path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
    return inside && !path.split('/').includes('..') ? url : undefined;
  } catch {
    return undefined;
  }
}

function encodeSegment(segment: string): string {
  return encodeURI(segment).replace(/\?/g, '%3F').replace(/#/g, '%23');
}

/** The path inside the repository, as some hosts keep it in a query parameter, else that of the URL. */
function pathOf(url: URL): string {
  return url.searchParams.get('path') ?? url.pathname;
}
