import { AuthService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  InputError,
  NotFoundError,
  NotImplementedError,
} from '@backstage/errors';
import {
  AuthProviderRouteHandlers,
  AuthResolverContext,
  prepareBackstageIdentityResponse,
  ProfileInfo,
} from '@backstage/plugin-auth-node';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { listPeople } from './people';

/** Names the person whose session is asked for, as an entity ref. */
export const SIGN_IN_AS_HEADER = 'x-sign-in-as';

export interface DevelopmentProviderOptions {
  resolverContext: AuthResolverContext;
  auth: AuthService;
  catalog: CatalogService;
}

/**
 * The provider's routes: `GET start?search=` lists whom one can be, `GET refresh` answers with the session of the person
 * named by the header. The header is one that browsers send across origins only after asking, so that no other site can
 * get a session by a link or a form.
 */
export function createDevelopmentProvider(
  options: DevelopmentProviderOptions,
): AuthProviderRouteHandlers {
  const { resolverContext, auth, catalog } = options;
  return {
    async start(req, res) {
      const search =
        typeof req.query.search === 'string' ? req.query.search : '';
      res.json(await listPeople({ auth, catalog, search }));
    },

    async refresh(req, res) {
      const entityRef = readPerson(req.header(SIGN_IN_AS_HEADER));
      const profile = await readProfile(resolverContext, entityRef);
      const result = await resolverContext.signInWithCatalogUser({ entityRef });
      res.json({
        profile,
        providerInfo: {},
        backstageIdentity: prepareBackstageIdentityResponse(result),
      });
    },

    async logout(_req, res) {
      res.end();
    },

    async frameHandler() {
      throw new NotImplementedError(
        'The development sign-in has no pop-up window',
      );
    },
  };
}

function readPerson(header: string | undefined): string {
  if (!header) {
    throw new InputError(
      `Whom to sign in as? Expected an entity ref in the header ${SIGN_IN_AS_HEADER}, such as user:default/jo`,
    );
  }
  let ref;
  try {
    ref = parseEntityRef(header, {
      defaultKind: 'User',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
  } catch (error) {
    throw new InputError(`"${header}" is not an entity ref`, error);
  }
  if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw new InputError(
      `Expected a person to sign in as, such as user:default/jo; "${header}" is a ${ref.kind}`,
    );
  }
  return stringifyEntityRef(ref);
}

/** No picture: it would be loaded from wherever the catalog says, and the portal needs no network but its own. */
async function readProfile(
  resolverContext: AuthResolverContext,
  entityRef: string,
): Promise<ProfileInfo> {
  try {
    const { entity } = await resolverContext.findCatalogUser({ entityRef });
    const profile = entity.spec?.profile;
    const { displayName, email } =
      profile && typeof profile === 'object' && !Array.isArray(profile)
        ? profile
        : { displayName: undefined, email: undefined };
    return {
      displayName:
        typeof displayName === 'string' ? displayName : entity.metadata.name,
      email: typeof email === 'string' ? email : undefined,
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      throw new NotFoundError(`The catalog has no person ${entityRef}`);
    }
    throw error;
  }
}
