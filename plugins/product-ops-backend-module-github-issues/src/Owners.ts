import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Finds the people of the catalog that go by a name on GitHub. */
export class Owners {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): Owners {
    return new Owners(options.catalog, options.auth);
  }

  private constructor(catalog: CatalogService, auth: AuthService) {
    this.#catalog = catalog;
    this.#auth = auth;
  }

  /** Refs of users by name in lower case, of those who are in the catalog; with one request. */
  async find(logins: Iterable<string>): Promise<Map<string, string>> {
    const names = [...new Set([...logins].map(ownerName))].filter(name =>
      /^[a-z0-9][a-z0-9-]{0,38}$/.test(name),
    );
    const found = new Map<string, string>();
    if (names.length === 0) {
      return found;
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: names.map(name => `user:default/${name}`),
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    names.forEach((name, at) => {
      if (items[at]) {
        found.set(name, `user:default/${name}`);
      }
    });
    return found;
  }
}

/** The name in the catalog of somebody on GitHub. */
export function ownerName(login: string): string {
  return login.toLocaleLowerCase('en-US');
}
