import { ProductOpsClient } from '@productops/backstage-plugin-product-ops-common';
import { portalUrl } from './address';

/** Asks the portal's backend as a person of the catalog, as the portal itself does. */
export async function backendAs(entityRef: string) {
  const response = await fetch(`${portalUrl()}/api/auth/development/refresh`, {
    headers: {
      'x-sign-in-as': entityRef,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await response.json();
  const token: string = backstageIdentity.token;
  const productOps = new ProductOpsClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `${portalUrl()}/api/${pluginId}`,
    },
    fetchApi: {
      fetch: (input, init) => {
        const request = new Request(input, init);
        request.headers.set('Authorization', `Bearer ${token}`);
        return fetch(request);
      },
    },
  });

  return {
    productOps,
    /** The full refs of all entities of a kind, as the catalog has them. */
    async refsOfKind(kind: string): Promise<string[]> {
      const answer = await fetch(
        `${portalUrl()}/api/catalog/entities/by-query?limit=1000&fields=kind,metadata.name,metadata.namespace&filter=kind=${kind}`,
        { headers: { Authorization: `Bearer ${token}` } },
      );
      const { items } = (await answer.json()) as {
        items: Array<{
          kind: string;
          metadata: { name: string; namespace?: string };
        }>;
      };
      return items.map(item =>
        `${item.kind}:${item.metadata.namespace ?? 'default'}/${
          item.metadata.name
        }`.toLocaleLowerCase('en-US'),
      );
    },
  };
}
