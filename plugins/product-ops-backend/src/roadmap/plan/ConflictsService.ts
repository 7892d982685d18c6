import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  itemKeyOf,
  type ConflictKind,
  type Facet,
  type ListPlanConflictsQuery,
  type PlanConflict,
  type PlanConflictPage,
  type RoadmapConflict,
  type Severity,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import { matchItems } from './matchItems';
import type { PlanAccess } from './PlanAccess';
import type { PlanModel } from './PlanModel';
import type { PlanViews } from './PlanViews';
import { summaryOf } from './summaryOf';

type Options = { credentials: BackstageCredentials };

/** What conflicts a question finds. */
interface Found {
  conflicts: readonly RoadmapConflict[];
  kinds: Facet;
  severities: Facet;
}

/** Where plans contradict each other or the facts. */
export class ConflictsService {
  readonly #access: PlanAccess;
  readonly #views: PlanViews;

  static create(options: {
    access: PlanAccess;
    views: PlanViews;
  }): ConflictsService {
    return new ConflictsService(options);
  }

  private constructor(options: Parameters<typeof ConflictsService.create>[0]) {
    this.#access = options.access;
    this.#views = options.views;
  }

  /** A page of the conflicts in which an item that matches takes part, the most urgent first. */
  async list(
    query: ListPlanConflictsQuery,
    options: Options,
  ): Promise<PlanConflictPage> {
    const page = pageOf(query);
    const { kind, severity } = query;
    const { model, filter } = await this.#access.see(query, options);
    const { all, ofItem } = await model.conflicts();
    const { conflicts, kinds, severities } = model.answer(
      `conflicts ${JSON.stringify([filter, kind ?? null, severity ?? null])}`,
      () => {
        const found = new Set(
          matchItems(model, filter).items.flatMap(
            item => ofItem.get(itemKeyOf(item)) ?? [],
          ),
        );
        return find(
          all.filter(conflict => found.has(conflict)),
          { kind, severity },
        );
      },
    );
    const shown = conflicts.slice(page.offset, page.offset + page.limit);
    return {
      items: shown.map(conflict => this.#show(model, conflict)),
      totalItems: conflicts.length,
      kinds,
      severities,
      entities: await this.#views.entities(
        model,
        shown.flatMap(({ items }) => items),
      ),
      pageInfo: pageInfoOf(page, conflicts.length),
    };
  }

  #show(model: PlanModel, conflict: RoadmapConflict): PlanConflict {
    const named = ({
      entityRef,
      itemId,
    }: {
      entityRef: string;
      itemId: string;
    }) => ({
      entityRef,
      id: itemId,
    });
    return {
      ...conflict,
      items: conflict.items.flatMap(item => {
        const known = model.inForce.get(itemKeyOf(item));
        return known ? [summaryOf(known)] : [];
      }),
      actions: conflict.actions.map(({ item, ...action }) => ({
        ...action,
        item: named(item),
      })),
    };
  }
}

function find(
  conflicts: readonly RoadmapConflict[],
  {
    kind,
    severity,
  }: { kind?: readonly ConflictKind[]; severity?: readonly Severity[] },
): Found {
  const ofKind = (one: RoadmapConflict) =>
    !kind?.length || kind.includes(one.kind);
  const ofSeverity = (one: RoadmapConflict) =>
    !severity?.length || severity.includes(one.severity);
  return {
    conflicts: conflicts.filter(one => ofKind(one) && ofSeverity(one)),
    kinds: facetOf(conflicts.filter(ofSeverity).map(one => one.kind)),
    severities: facetOf(conflicts.filter(ofKind).map(one => one.severity)),
  };
}

function facetOf(values: readonly string[]): Facet {
  const counts = new Map<string, number>();
  values.forEach(value => counts.set(value, (counts.get(value) ?? 0) + 1));
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([value, count]) => ({ value, label: value, count }));
}
