import {
  rollUp,
  tighterObjectives,
  type ListRecoveryQuery,
  type RecoveryCounts,
  type RecoveryEntry,
  type RecoveryObjectives,
  type RecoveryPage,
  type RolledUp,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { pageInfoOf, pageOf } from '../../database/pages';
import { inList } from '../../database/sql';
import { refOf } from '../../directory/asked';
import { ENTITIES } from '../../directory/tables';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { Visibility } from '../../permissions/types';
import { withSubteams } from '../../permissions/withSubteams';
import { narrowToEntities, type EntityFilter } from '../entityFilter';
import type { RunAccess } from '../runs/RunAccess';
import type { DrillPlanStore } from './DrillPlanStore';
import { toDrillView, type DrillStore } from './DrillStore';
import type { RecoveryGround } from './RecoveryGround';
import { toRolledUp } from './recoveryView';

export interface PortfolioServiceOptions {
  knex: Knex;
  access: RunAccess;
  directory: DirectoryStore;
  drills: DrillStore;
  ground: RecoveryGround;
  plans: DrillPlanStore;
  visibility: Visibility;
  now?: () => Date;
}

/** An entry whose entities have no titles yet. */
type Bare = Omit<RecoveryEntry, 'entity' | 'rolledUp'> & {
  ref: string;
  rolledUp: RolledUp;
};

/** The recovery of the products, and of other entities that promise something. */
export class PortfolioService {
  readonly #options: PortfolioServiceOptions;

  static create(options: PortfolioServiceOptions): PortfolioService {
    return new PortfolioService(options);
  }

  private constructor(options: PortfolioServiceOptions) {
    this.#options = options;
  }

  async list(
    query: ListRecoveryQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<RecoveryPage> {
    const { access } = this.#options;
    const page = pageOf(query);
    const all = await this.#entries(query, credentials);
    const states = new Set<string>(query.state);
    const listed =
      states.size > 0
        ? all.filter(entry => statesOf(entry).some(one => states.has(one)))
        : all;
    const shown = listed.slice(page.offset, page.offset + page.limit);
    const [links, planned] = await Promise.all([
      access.links(
        shown.flatMap(({ ref, rolledUp: { rto, rpo } }) => [
          ref,
          ...(rto ? [rto.ref] : []),
          ...(rpo ? [rpo.ref] : []),
        ]),
        credentials,
      ),
      this.#options.plans.nextDays(shown.map(({ ref }) => ref)),
    ]);
    return {
      items: shown.map(({ ref, rolledUp, ...entry }) => {
        const day = planned.get(ref);
        return {
          ...entry,
          entity: links.link(ref),
          rolledUp: toRolledUp(rolledUp, links),
          ...(day && { planned: day }),
        };
      }),
      totalItems: listed.length,
      pageInfo: pageInfoOf(page, listed.length),
      summary: {
        all: countsOf(all),
        tier1: countsOf(all.filter(({ tier }) => tier === 1)),
      },
    };
  }

  /** All that the caller may read and that the filters leave, the most critical first. */
  async #entries(
    query: ListRecoveryQuery,
    credentials: CallerCredentials,
  ): Promise<Bare[]> {
    const { directory, drills, ground, visibility } = this.#options;
    const product = query.product && refOf(query.product, 'product');
    const team = query.team && refOf(query.team);
    const visible = await visibility.visibleFilter(credentials);
    if (
      product &&
      !(await visibility.filterReadable([product], credentials)).has(product)
    ) {
      return [];
    }
    const promising = await ground.promising();
    const rows = await this.#rows([...promising.keys()], {
      visible,
      ...(product && { product }),
      ...(team && {
        owners: await withSubteams([team], { directory, visible }),
      }),
    });
    const refs = rows
      .filter(({ tier }) => !query.tier || query.tier.includes(tier ?? 0))
      .map(({ ref }) => ref);
    const [graph, standings] = await Promise.all([
      ground.graph(visible),
      drills.standings(refs),
    ]);
    const rolled = rollUp(graph, refs);
    const tiers = new Map(rows.map(({ ref, tier }) => [ref, tier]));
    const now = (this.#options.now?.() ?? new Date()).toISOString();
    return refs.map((ref): Bare => {
      const promised: RecoveryObjectives = promising.get(ref) ?? {};
      const rolledUp = rolled.get(ref) ?? {};
      const standing = standings.get(ref);
      const tier = tiers.get(ref) ?? undefined;
      const last = standing?.last && toDrillView(standing.last, promised);
      const due = drills.dueOf(tier, { standing, now });
      return {
        ref,
        ...(tier && { tier }),
        promised,
        rolledUp,
        conflicts: tighterObjectives(promised, {
          rto: rolledUp.rto?.duration,
          rpo: rolledUp.rpo?.duration,
        }).map(({ objective }) => objective),
        proof: last?.proof ?? 'never',
        ...(last && { last }),
        ...(due && { due }),
      };
    });
  }

  async #rows(
    promising: readonly string[],
    filter: EntityFilter,
  ): Promise<Array<{ ref: string; tier: number | null }>> {
    const { knex } = this.#options;
    const query = knex(`${ENTITIES} as r`)
      .where(any =>
        any
          .where({ 'r.kind': 'product' })
          .orWhere(inList(knex, 'r.entity_ref', promising)),
      )
      .select({ ref: 'r.entity_ref', tier: 'r.tier' })
      .orderByRaw('coalesce(r.tier, 9), r.sort_title, r.entity_ref');
    narrowToEntities(query, knex, { ...filter, alias: 'r' });
    return query;
  }
}

/** What a filter may ask an entry for. */
function statesOf({ proof, due, conflicts }: Bare): string[] {
  return [
    proof === 'failed' ? 'missed' : proof,
    ...(due?.overdue ? ['overdue'] : []),
    ...(conflicts.length > 0 ? ['conflict'] : []),
  ];
}

function countsOf(entries: readonly Bare[]): RecoveryCounts {
  const states = entries.flatMap(statesOf);
  const of = (state: string) => states.filter(one => one === state).length;
  return {
    total: entries.length,
    proven: of('proven'),
    missed: of('missed'),
    unmeasured: of('unmeasured'),
    never: of('never'),
    overdue: of('overdue'),
    conflict: of('conflict'),
  };
}
