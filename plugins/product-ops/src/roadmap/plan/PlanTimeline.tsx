import { useMemo } from 'react';
import type { ListPlanItemsQuery } from '@productops/backstage-plugin-product-ops-common';
import { Missing, NoMatch, useEntityPath } from '../../components';
import { useText } from '../../useText';
import { entriesOfPlan, sectionsOfPlan } from './planEntries';
import { PlanTeaching } from './PlanTeaching';
import { addMonths, todayInUtc } from './timeline/days';
import { TimelineBoard } from './timeline/TimelineBoard';
import type { TimelineEntry } from './timeline/types';
import { useTimelineAddress } from './timeline/useWindow';
import {
  MOST_ITEMS,
  useAllPlanItems,
  usePlanConflicts,
  usePlanDependencies,
} from './usePlan';
import type { PlanQuery } from './usePlanQuery';

const NONE: never[] = [];

/** Of more items than can be drawn, those around the days that one looks at. */
function around(day: string): ListPlanItemsQuery {
  return {
    from: addMonths(day, -3),
    to: addMonths(day, 15),
    undated: 'exclude',
  };
}

/** All items of the plan on their days. */
export function PlanTimeline(props: {
  plan: PlanQuery;
  /** How many items the filters give, as far as is known. */
  total: number | undefined;
  onOpen: (entry: TimelineEntry) => void;
}) {
  const { plan, total, onOpen } = props;
  const { filter, groupBy, filtered, clear } = plan;
  const t = useText();
  const path = useEntityPath();
  const { from } = useTimelineAddress();
  const tooMany = (total ?? 0) > MOST_ITEMS;
  const query = {
    ...filter,
    ...(tooMany && around(from ?? `${todayInUtc().slice(0, 7)}-01`)),
  };
  const { pages, error, refetch, complete } = useAllPlanItems({
    ...query,
    groupBy,
  });
  const { data: dependencies = NONE } = usePlanDependencies(query);
  const { data: conflicts } = usePlanConflicts({ ...filter, limit: 100 });
  const entries = useMemo(
    () =>
      entriesOfPlan(
        (pages ?? []).flatMap(({ items }) => items),
        dependencies,
        conflicts?.items ?? [],
        t,
      ),
    [pages, dependencies, conflicts, t],
  );
  const sections = useMemo(
    () =>
      sectionsOfPlan(
        pages ?? [],
        ({ entity }) =>
          entity?.known
            ? path(entity, entity.kind === 'product' ? 'roadmap' : undefined)
            : undefined,
        t,
      ),
    [pages, path, t],
  );
  if (!pages) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={filtered ? clear : undefined}
        what={t('roadmap.plan.what')}
        rows={[420]}
      />
    );
  }
  if (entries.length === 0) {
    return filtered || tooMany ? (
      <NoMatch>{t('roadmap.noMatch')}</NoMatch>
    ) : (
      <PlanTeaching />
    );
  }
  const of = pages[0].totalItems;
  return (
    <>
      {(tooMany || (complete && of > entries.length)) && (
        <p role="status">
          {t('roadmap.plan.partly', {
            shown: String(entries.length),
            total: String(total ?? of),
          })}
        </p>
      )}
      <TimelineBoard
        label={t('roadmap.plan.timeline.label')}
        entries={entries}
        sections={sections}
        editable
        onOpen={onOpen}
      />
    </>
  );
}
