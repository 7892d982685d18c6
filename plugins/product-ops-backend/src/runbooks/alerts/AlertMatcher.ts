import {
  resolveAlert,
  type AlertEntity,
  type NamedByLabel,
  type RankedCandidate,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryEntity, DirectoryStore } from '../../directory/types';
import {
  alertEntitiesOf,
  askedOf,
  candidateOf,
  type FoundCandidate,
} from '../alertCandidates';
import { alertKey, answeringRunbooks } from '../alerts';
import type { StoredAlert } from './AlertStore';

const MOST_CANDIDATES = 50;
const MOST_NAMED = 10;

/** What of the catalog an alert is about, and what answers it, as somebody may know it. */
export interface MatchedAlert {
  alert: StoredAlert;
  /** What its labels name, else what has the only runbook for it. */
  entity?: AlertEntity;
  /** Who owns the entity. */
  ownerRef?: string;
  chosen?: RankedCandidate<FoundCandidate>;
  /** Why none is chosen though some answer. */
  undecided?: string;
}

/** Finds what alerts are about and which runbooks answer them: as many questions for a thousand as for one. */
export class AlertMatcher {
  readonly #knex: Knex;
  readonly #directory: DirectoryStore;

  static create(options: {
    knex: Knex;
    directory: DirectoryStore;
  }): AlertMatcher {
    return new AlertMatcher(options);
  }

  private constructor(options: { knex: Knex; directory: DirectoryStore }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
  }

  /**
   * Of all alerts those that somebody may know of: those of an entity that they may read, and with `unmatched` those of
   * none. Which entity it is does not hang on who asks: else the labels of a hidden one would be shown as nobody's.
   */
  async match(
    alerts: readonly StoredAlert[],
    options: {
      readable: (ref: string) => boolean;
      unmatched: boolean;
      today: string;
    },
  ): Promise<MatchedAlert[]> {
    if (alerts.length === 0) {
      return [];
    }
    const asked = new Map(
      alerts.map(({ id, labels }) => [
        id,
        askedOf(
          Object.entries(labels).map(([name, value]) => `${name}=${value}`),
        ),
      ]),
    );
    const refs = new Set([...asked.values()].flat().flatMap(one => one.refs));
    const [existing, toNamed] = await Promise.all([
      this.#directory.getEntities(refs),
      alertEntitiesOf(this.#directory, refs),
    ]);
    const answering = await answeringRunbooks(this.#knex, {
      alerts: [...new Set(alerts.map(({ name }) => alertKey(name)))],
      // Whose they are does not hang on who asks.
      visible: 'all',
      named: [...existing.keys()],
      partOf: [...existing.values()].flatMap(one => toNamed(one).partOf ?? []),
      today: options.today,
      limit: MOST_CANDIDATES,
    });
    const answeringRefs = new Set(
      [...answering.values()].flat().map(({ entityRef }) => entityRef),
    );
    const [having, toAlertEntity] = await Promise.all([
      this.#directory.getEntities(answeringRefs),
      alertEntitiesOf(this.#directory, answeringRefs),
    ]);
    const entities = new Map([...existing, ...having]);
    const namedOf = (alert: StoredAlert): NamedByLabel[] =>
      (asked.get(alert.id) ?? [])
        .flatMap(({ label, value, refs: possible }) => {
          const found = first(possible, existing);
          return found ? [{ entity: toNamed(found), label, value }] : [];
        })
        .slice(0, MOST_NAMED);
    const candidatesOf = (alert: StoredAlert): FoundCandidate[] =>
      (answering.get(alertKey(alert.name)) ?? []).flatMap(found => {
        const entity = having.get(found.entityRef);
        return entity
          ? [
              candidateOf(found, {
                entity: toAlertEntity(entity),
                today: options.today,
              }),
            ]
          : [];
      });
    return alerts.flatMap((alert): MatchedAlert[] => {
      const named = namedOf(alert);
      const candidates = candidatesOf(alert);
      const of = { alert: alert.name };
      const entity =
        named[0]?.entity ??
        resolveAlert({ ...of, named, candidates }).chosen?.candidate.entity;
      if (entity ? !options.readable(entity.ref) : !options.unmatched) {
        return [];
      }
      const { chosen, undecided } = resolveAlert({
        ...of,
        named: named.filter(one => options.readable(one.entity.ref)),
        candidates: candidates.filter(one => options.readable(one.entity.ref)),
      });
      // What is nobody's has no runbook either, though for this reader only one may be left.
      const runbook = entity ? chosen : undefined;
      const ownerRef = entity && entities.get(entity.ref)?.ownerRef;
      return [
        {
          alert,
          ...(entity && { entity }),
          ...(ownerRef && { ownerRef }),
          ...(runbook && { chosen: runbook }),
          ...(undecided && { undecided }),
        },
      ];
    });
  }
}

function first(
  refs: readonly string[],
  entities: ReadonlyMap<string, DirectoryEntity>,
): DirectoryEntity | undefined {
  const ref = refs.find(one => entities.has(one));
  return ref === undefined ? undefined : entities.get(ref);
}
