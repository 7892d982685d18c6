import { parseEntityRef } from '@backstage/catalog-model';

/** The path of a tab of the page of an entity in the portal. */
export function tabPath(entityRef: string, tab: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}/${tab}`;
}
