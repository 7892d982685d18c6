import { ProductOpsClient } from '@productops/backstage-plugin-product-ops-common';
import { portalUrl } from './address';

/** Asks a portal's backend (that of all journeys, unless told otherwise) as a person of the catalog. */
export async function backendAs(entityRef: string, url = portalUrl()) {
  const response = await fetch(`${url}/api/auth/development/refresh`, {
    headers: {
      'x-sign-in-as': entityRef,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await response.json();
  const token: string = backstageIdentity.token;
  const productOps = new ProductOpsClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `${url}/api/${pluginId}`,
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
    /** Registers a catalog-info file, unless that was done before. */
    async register(target: string): Promise<void> {
      const answer = await fetch(`${url}/api/catalog/locations`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ type: 'url', target }),
      });
      if (!answer.ok && answer.status !== 409) {
        throw new Error(
          `${target} could not be registered: ${await answer.text()}`,
        );
      }
    },
    /** The full refs of all entities of a kind, as the catalog has them. */
    async refsOfKind(kind: string): Promise<string[]> {
      const answer = await fetch(
        `${url}/api/catalog/entities/by-query?limit=1000&fields=kind,metadata.name,metadata.namespace&filter=kind=${kind}`,
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
