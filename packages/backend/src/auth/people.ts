import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Someone to sign in as, with what helps to choose. */
export interface Person {
  entityRef: string;
  displayName: string;
  title?: string;
  teams: string[];
}

/** The list is for choosing by eye; whoever is beyond it is found by search. */
const MAX_PEOPLE = 200;
const MAX_SEARCH_LENGTH = 100;

export interface ListPeopleOptions {
  auth: AuthService;
  catalog: CatalogService;
  search: string;
}

/** People of the catalog by display name, and how many match in total. */
export async function listPeople(
  options: ListPeopleOptions,
): Promise<{ people: Person[]; total: number }> {
  const { auth, catalog } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const term = options.search.trim().slice(0, MAX_SEARCH_LENGTH);

  const { items, totalItems } = await catalog.queryEntities(
    {
      filter: { kind: 'user' },
      fields: ['kind', 'metadata', 'spec.profile', 'relations'],
      limit: MAX_PEOPLE,
      orderFields: [{ field: 'spec.profile.displayName', order: 'asc' }],
      fullTextFilter: term
        ? {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'metadata.description',
              'spec.profile.displayname',
              'spec.profile.displayName',
              'relations.memberof',
            ],
          }
        : undefined,
    },
    { credentials },
  );

  const teamRefs = [...new Set(items.flatMap(teamsOf))];
  const teams = teamRefs.length
    ? await catalog.getEntitiesByRefs(
        {
          entityRefs: teamRefs,
          fields: ['kind', 'metadata', 'spec.profile'],
        },
        { credentials },
      )
    : { items: [] };
  const teamNames = new Map(
    teamRefs.map((ref, index) => [ref, nameOf(teams.items[index], ref)]),
  );

  return {
    people: items.map(user => ({
      entityRef: stringifyEntityRef(user),
      displayName: nameOf(user, stringifyEntityRef(user)),
      title: user.metadata.description,
      teams: teamsOf(user).map(ref => teamNames.get(ref) ?? ref),
    })),
    total: totalItems,
  };
}

function teamsOf(user: Entity): string[] {
  return (user.relations ?? [])
    .filter(relation => relation.type === RELATION_MEMBER_OF)
    .map(relation => relation.targetRef);
}

/** The name people use: of the profile, else the title, else the name that the ref carries. */
function nameOf(entity: Entity | undefined, entityRef: string): string {
  const profile = entity?.spec?.profile;
  if (profile && typeof profile === 'object' && !Array.isArray(profile)) {
    if (typeof profile.displayName === 'string') {
      return profile.displayName;
    }
  }
  return entity?.metadata.title ?? parseEntityRef(entityRef).name;
}
