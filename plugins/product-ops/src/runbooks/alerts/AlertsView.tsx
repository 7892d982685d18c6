import type { ListAlertsQuery } from '@productops/backstage-plugin-product-ops-common';
import { useAlerts } from '../../api/alertsHooks';
import { FilterButton, Muted, useUrlState } from '../../components';
import { useText } from '../../useText';
import { FilteredList } from '../page/FilteredList';
import { useListFilters } from '../page/useListFilters';
import { AlertRows } from './AlertRows';

/** The alerts of all entities that fire, the most severe first, and why those are unmatched that are. */
export function AlertsView() {
  const t = useText();
  const url = useUrlState();
  const matched = ['true', 'false'].find(one => url.get('matched') === one);
  const list = useListFilters({ matched });
  const query: ListAlertsQuery = {
    limit: 20,
    ...(matched && { matched: matched === 'true' }),
    ...list.asked,
  };
  return (
    <FilteredList
      title={t('runbooks.firing.title')}
      what={t('runbooks.firing.what')}
      none={t('runbooks.firing.none')}
      noMatch={t('runbooks.firing.noMatch')}
      list={list}
      page={useAlerts(query)}
      filters={
        <FilterButton
          label={t('runbooks.firing.matched')}
          options={[
            { value: 'true', label: t('runbooks.firing.withRunbook') },
            { value: 'false', label: t('runbooks.firing.without') },
          ]}
          selected={matched ? [matched] : []}
          onChange={values => url.patch({ matched: values[values.length - 1] })}
        />
      }
      below={({ truncated, may }) => (
        <>
          {truncated && <Muted>{t('runbooks.firing.truncated')}</Muted>}
          {!may.readUnmatched && <Muted>{t('runbooks.firing.hidden')}</Muted>}
        </>
      )}
    >
      {({ items, onCall }) => <AlertRows alerts={items} onCall={onCall} />}
    </FilteredList>
  );
}
