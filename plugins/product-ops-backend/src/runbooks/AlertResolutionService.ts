import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type NamedByLabel,
  resolveAlert,
  type RunbookResolution,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { Visibility } from '../permissions/types';
import { alertEntitiesOf, askedOf, candidateOf } from './alertCandidates';
import { alertKey, answeringRunbooks } from './alerts';
import type { RunbookHits } from './RunbookHits';
import { searchNames } from './rows';
import { type RunbookTextSearch, searchWordsOf } from './search';

/** The chosen one and twenty others: more of them help nobody to choose. */
const MOST_ANSWERS = 21;
const MOST_NAMED = 10;
const NEAREST = 10;

export interface AlertResolutionServiceOptions {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  search: RunbookTextSearch;
  hits: RunbookHits;
}

/** Which runbook answers an alert. */
export class AlertResolutionService {
  readonly #options: AlertResolutionServiceOptions;

  static create(
    options: AlertResolutionServiceOptions,
  ): AlertResolutionService {
    return new AlertResolutionService(options);
  }

  private constructor(options: AlertResolutionServiceOptions) {
    this.#options = options;
  }

  /**
   * The runbook that answers an alert for the entity that its labels name, of what the caller may read.
   *
   * @param query - labels as `name=value`
   */
  async resolve(
    query: { alert: string; label?: readonly string[] },
    options: { credentials: BackstageCredentials },
  ): Promise<RunbookResolution> {
    const { knex, directory, visibility, hits } = this.#options;
    const alert = query.alert.trim();
    const asked = askedOf(query.label ?? []);
    const refs = asked.flatMap(one => one.refs);
    const today = hits.today();
    const [visible, existing, toNamed, readable] = await Promise.all([
      visibility.visibleFilter(options.credentials),
      directory.getEntities(refs),
      alertEntitiesOf(directory, refs),
      visibility.filterReadable(refs, options.credentials),
    ]);
    const named: NamedByLabel[] = asked
      .flatMap(({ label, value, refs: possible }) => {
        const ref = possible.find(
          one => existing.has(one) && readable.has(one),
        );
        const entity = ref && existing.get(ref);
        return entity ? [{ entity: toNamed(entity), label, value }] : [];
      })
      .slice(0, MOST_NAMED);
    const namedRefs = named.map(({ entity }) => entity.ref);
    const key = alertKey(alert);
    const found = await answeringRunbooks(knex, {
      alerts: [key],
      visible,
      named: namedRefs,
      partOf: named.flatMap(({ entity }) => entity.partOf ?? []),
      today,
      limit: MOST_ANSWERS,
    });
    const answering = found.get(key) ?? [];
    const answeringRefs = answering.map(({ entityRef }) => entityRef);
    const [{ hits: shown, links, entities }, toAlertEntity] = await Promise.all(
      [
        hits.of(answering, { ...options, also: namedRefs }),
        alertEntitiesOf(directory, answeringRefs),
      ],
    );
    const { chosen, others, undecided } = resolveAlert({
      alert,
      named,
      candidates: answering.flatMap((one, index) => {
        const entity = entities.get(one.entityRef);
        return entity
          ? [
              candidateOf(
                { ...one, hit: shown[index] },
                { entity: toAlertEntity(entity), today },
              ),
            ]
          : [];
      }),
    });
    const toCandidate = ({ candidate, because }: (typeof others)[number]) => ({
      ...candidate.found.hit,
      because,
    });
    return {
      alert,
      entities: named.map(({ entity, label, value }) => ({
        entity: links.link(entity.ref),
        label,
        value,
      })),
      ...(chosen && { chosen: toCandidate(chosen) }),
      ...(undecided && { undecided }),
      others: others.map(toCandidate),
      nearest:
        answering.length > 0
          ? []
          : await this.#nearest(alert, visible, options),
    };
  }

  async #nearest(
    alert: string,
    visible: Awaited<ReturnType<Visibility['visibleFilter']>>,
    options: { credentials: BackstageCredentials },
  ) {
    const { search, hits } = this.#options;
    const words = searchWordsOf(searchNames([alert]));
    if (words.length === 0) {
      return [];
    }
    const { found } = await search.find(words, {
      filter: { visible },
      page: { offset: 0, limit: NEAREST },
      any: true,
    });
    return (await hits.of(found, options)).hits;
  }
}
