import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  gapRuleOf,
  stageOf,
  type AnsweredFor,
  type GetPersonOwnershipQuery,
  type PersonOwnership,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { wordsOf } from '../directory/asked';
import { entityNotFound } from '../permissions/CatalogVisibility';
import { answeredBy, type Answering } from './answering';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { countsOf } from './OwnershipTree';
import type { TransferStore } from './TransferStore';
import type { OwnedEntity } from './types';
import type { Standings, VerificationStandings } from './VerificationStandings';
import { entitiesOf } from './visibleEntities';

const MAX_TEAMS = 50;
const MAX_TRANSFERS = 10;
const MAX_HOLDERS = 1000;
const URGENCY = { overdue: 0, due: 1, upcoming: 2 } as const;

export interface PersonOwnershipServiceOptions {
  models: OwnershipModels;
  transfers: TransferStore;
  standings: VerificationStandings;
  stages: readonly StageDefinition[];
}

/** What one person answers for, and what is to be done about it. */
export class PersonOwnershipService {
  readonly #options: PersonOwnershipServiceOptions;

  static create(
    options: PersonOwnershipServiceOptions,
  ): PersonOwnershipService {
    return new PersonOwnershipService(options);
  }

  private constructor(options: PersonOwnershipServiceOptions) {
    this.#options = options;
  }

  async get(
    ref: string,
    query: GetPersonOwnershipQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<PersonOwnership> {
    const page = pageOf(query);
    const [model, standings] = await Promise.all([
      this.#options.models.forCaller(credentials),
      this.#options.standings.current(),
    ]);
    const person = model.people.get(ref);
    if (!person) {
      throw entityNotFound(ref);
    }
    const answered = answeredBy(model, ref);
    const transfers = await this.#openTransfers(model, [ref, ...person.teams]);
    const words = wordsOf(query.q);
    const found = [...answered]
      .filter(
        ([{ title, name }, ways]) =>
          (!query.how?.length ||
            ways.some(({ how }) => query.how?.includes(how))) &&
          words.every(word =>
            `${title} ${name}`.toLocaleLowerCase('en-US').includes(word),
          ),
      )
      .sort(([a], [b]) => byUrgency(a, b, standings));
    const refs = [...answered.keys()].map(entity => entity.ref);
    const inState = (state: string) =>
      refs.filter(entity => standings.get(entity) === state).length;
    const inWay = (way: Answering['how']) =>
      [...answered.values()].filter(ways => ways.some(({ how }) => how === way))
        .length;
    return {
      person: linkIn(model, ref),
      teams: {
        total: person.teams.length,
        items: person.teams.slice(0, MAX_TEAMS).map(team => ({
          team: linkIn(model, team),
          counts: countsOf([
            ...new Set(
              [...model.withDescendants(team)].flatMap(below =>
                model.held('owner', below),
              ),
            ),
          ]),
        })),
      },
      counts: {
        all: countsOf([...answered.keys()]),
        owner: inWay('owner'),
        team: inWay('team'),
        role: inWay('role'),
      },
      verifications: { due: inState('due'), overdue: inState('overdue') },
      transfers,
      items: found
        .slice(page.offset, page.offset + page.limit)
        .map(([entity, ways]) => this.#view(model, entity, ways, standings)),
      totalItems: found.length,
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  async #openTransfers(
    model: OwnershipModel,
    holders: readonly string[],
  ): Promise<PersonOwnership['transfers']> {
    const { transfers, total } = await this.#options.transfers.list({
      filter: {
        holders: holders.slice(0, MAX_HOLDERS),
        states: ['proposed', 'accepted'],
        ...entitiesOf(model),
      },
      page: { offset: 0, limit: MAX_TRANSFERS },
    });
    return {
      total,
      items: transfers.map(
        ({ id, entityRef, from, to, state, proposedAt }) => ({
          id,
          entity: linkIn(model, entityRef),
          ...(from && { from: linkIn(model, from) }),
          to: linkIn(model, to),
          state,
          proposedAt: proposedAt.toISOString(),
        }),
      ),
    };
  }

  #view(
    model: OwnershipModel,
    entity: OwnedEntity,
    ways: readonly Answering[],
    standings: Standings,
  ): AnsweredFor {
    const { ref, ownerRef, tier, declaredLifecycle, gaps } = entity;
    return {
      entity: linkIn(model, ref),
      ...(ownerRef && { owner: linkIn(model, ownerRef) }),
      ...(tier && { tier }),
      ...(declaredLifecycle && {
        stage: stageOf(declaredLifecycle, this.#options.stages),
      }),
      ...(gaps.length > 0 && { gaps: gaps.map(gapRuleOf) }),
      verification: standings.get(ref) ?? 'upcoming',
      how: ways.map(({ how, role, via }) => ({
        how,
        ...(role && { role }),
        ...(via && { via: linkIn(model, via) }),
      })),
    };
  }
}

function byUrgency(a: OwnedEntity, b: OwnedEntity, standings: Standings) {
  const urgency = ({ ref }: OwnedEntity) =>
    URGENCY[standings.get(ref) ?? 'upcoming'];
  return (
    urgency(a) - urgency(b) ||
    (a.tier ?? 9) - (b.tier ?? 9) ||
    (a.title < b.title ? -1 : Number(a.title > b.title)) ||
    (a.ref < b.ref ? -1 : 1)
  );
}
