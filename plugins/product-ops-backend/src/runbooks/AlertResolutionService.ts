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

const MOST_CANDIDATES = 200;
const MOST_OTHERS = 50;
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
    const [visible, existing, readable] = await Promise.all([
      visibility.visibleFilter(options.credentials),
      directory.getEntities(refs),
      visibility.filterReadable(refs, options.credentials),
    ]);
    const answering = await answeringRunbooks(knex, {
      alert: alertKey(alert),
      visible,
      limit: MOST_CANDIDATES,
    });
    const candidateEntities = await directory.getEntities(
      answering.map(({ entityRef }) => entityRef),
    );
    const namedEntities = asked.flatMap(({ label, value, refs: possible }) => {
      const ref = possible.find(one => existing.has(one) && readable.has(one));
      const entity = ref && existing.get(ref);
      return entity ? [{ entity, label, value }] : [];
    });
    const toAlertEntity = await alertEntitiesOf(directory, [
      ...candidateEntities.values(),
      ...namedEntities.map(({ entity }) => entity),
    ]);
    const named: NamedByLabel[] = namedEntities
      .slice(0, MOST_NAMED)
      .map(one => ({ ...one, entity: toAlertEntity(one.entity) }));
    const today = hits.today();
    const resolved = resolveAlert({
      alert,
      named,
      candidates: answering.flatMap(found => {
        const entity = candidateEntities.get(found.entityRef);
        return entity
          ? [candidateOf(found, { entity: toAlertEntity(entity), today })]
          : [];
      }),
    });
    const ranked = [
      ...(resolved.chosen ? [resolved.chosen] : []),
      ...resolved.others.slice(0, MOST_OTHERS),
    ];
    const { hits: shown, links } = await hits.of(
      ranked.map(({ candidate }) => candidate.found),
      { ...options, also: named.map(({ entity }) => entity.ref) },
    );
    const candidates = shown.map((hit, index) => ({
      ...hit,
      because: ranked[index].because,
    }));
    return {
      alert,
      entities: named.map(({ entity, label, value }) => ({
        entity: links.link(entity.ref),
        label,
        value,
      })),
      ...(resolved.chosen && { chosen: candidates[0] }),
      ...(resolved.undecided && { undecided: resolved.undecided }),
      others: resolved.chosen ? candidates.slice(1) : candidates,
      nearest:
        ranked.length > 0 ? [] : await this.#nearest(alert, visible, options),
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
