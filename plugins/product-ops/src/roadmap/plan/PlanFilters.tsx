import {
  type PlanFacets,
  ROADMAP_STATUSES,
} from '@productops/backstage-plugin-product-ops-common';
import {
  Choice,
  FilterButton,
  MoreFilters,
  SearchField,
  SortField,
  Toolbar,
} from '../../components';
import { useText } from '../../useText';
import { HORIZONS } from '../useRoadmapQuery';
import { GROUPINGS, LAYOUTS, type PlanQuery } from './usePlanQuery';

const FACETS = ['team', 'product', 'domain', 'goal', 'category'] as const;

/** What of the plan shows, and how; all of it is in the address. */
export function PlanFilters(props: {
  plan: PlanQuery;
  /** Nothing while they are on their way. */
  facets: PlanFacets | undefined;
}) {
  const { plan, facets } = props;
  const { url, layout, groupBy, selected, filtered, clear } = plan;
  const t = useText();
  const countOf = (name: 'status' | 'horizon', value: string) =>
    facets && {
      count: facets[name].find(one => one.value === value)?.count ?? 0,
    };
  return (
    <Toolbar onClear={filtered ? clear : undefined} label={t('common.filters')}>
      <Choice
        label={t('common.view')}
        value={layout}
        options={LAYOUTS.map(value => ({
          value,
          label: t(`roadmap.plan.layouts.${value}`),
        }))}
        onChange={value =>
          url.patch({ as: value === 'timeline' ? undefined : value })
        }
      />
      {layout !== 'board' && (
        <SortField
          label={t('roadmap.plan.groupBy')}
          value={groupBy}
          options={GROUPINGS.map(value => ({
            value,
            label: t(`roadmap.plan.groupings.${value}`),
          }))}
          onChange={group =>
            url.patch({ group: group === 'product' ? undefined : group })
          }
        />
      )}
      <SearchField
        label={t('roadmap.searchLabel')}
        value={selected.q ?? ''}
        onChange={q => url.patch({ q: q || undefined }, { replace: true })}
      />
      <MoreFilters
        set={
          [...FACETS, 'status' as const, 'horizon' as const].filter(
            name => selected[name].length > 0,
          ).length
        }
      >
        {FACETS.map(name => (
          <FilterButton
            key={name}
            label={t(`roadmap.plan.filters.${name}`)}
            options={facets?.[name] ?? []}
            selected={selected[name]}
            onChange={values => url.patch({ [name]: values })}
          />
        ))}
        <FilterButton
          label={t('roadmap.status')}
          options={ROADMAP_STATUSES.map(value => ({
            value,
            label: t(`roadmap.statuses.${value}`),
            ...countOf('status', value),
          }))}
          selected={selected.status}
          whenNone={layout === 'board' ? t('roadmap.openOnly') : undefined}
          onChange={status => url.patch({ status })}
        />
        <FilterButton
          label={t('roadmap.horizon')}
          options={HORIZONS.map(value => ({
            value,
            label: t(`roadmap.horizons.${value}`),
            ...countOf('horizon', value),
          }))}
          selected={selected.horizon}
          onChange={horizon => url.patch({ horizon })}
        />
      </MoreFilters>
    </Toolbar>
  );
}
