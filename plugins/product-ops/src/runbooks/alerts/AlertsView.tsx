import type { ListAlertsQuery } from '@productops/backstage-plugin-product-ops-common';
import { useAlerts } from '../../api/alertsHooks';
import {
  CalmLine,
  FilterButton,
  Missing,
  Muted,
  Pager,
  Panel,
  Toolbar,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { EntityFilters } from '../page/EntityFilters';
import { AlertRows } from './AlertRows';

const FILTERS = ['matched', 'product', 'team'] as const;

/** The alerts of all entities that fire, the most severe first, and why those are unmatched that are. */
export function AlertsView() {
  const t = useText();
  const url = useUrlState();
  const matched = ['true', 'false'].find(one => url.get('matched') === one);
  const product = url.get('product');
  const team = url.get('team');
  const cursor = url.get('cursor');
  const query: ListAlertsQuery = {
    limit: 20,
    ...(matched && { matched: matched === 'true' }),
    ...(product && { product }),
    ...(team && { team }),
    ...(cursor && { cursor }),
  };
  const { data, error, refetch } = useAlerts(query);
  const filtered = Boolean(matched || product || team);
  const clear = () =>
    url.patch(Object.fromEntries(FILTERS.map(name => [name, undefined])));
  return (
    <>
      <Toolbar
        label={t('common.filters')}
        onClear={filtered ? clear : undefined}
      >
        <FilterButton
          label={t('runbooks.firing.matched')}
          options={[
            { value: 'true', label: t('runbooks.firing.withRunbook') },
            { value: 'false', label: t('runbooks.firing.without') },
          ]}
          selected={matched ? [matched] : []}
          onChange={values => url.patch({ matched: values[values.length - 1] })}
        />
        <EntityFilters />
      </Toolbar>
      {data ? (
        <Panel title={t('runbooks.firing.title')} count={data.totalItems}>
          {data.items.length > 0 ? (
            <AlertRows alerts={data.items} onCall={data.onCall} />
          ) : (
            <CalmLine>
              {t(filtered ? 'runbooks.firing.noMatch' : 'runbooks.firing.none')}
            </CalmLine>
          )}
          <Pager
            pageInfo={data.pageInfo}
            onCursor={next => url.patch({ cursor: next })}
          />
          {data.truncated && <Muted>{t('runbooks.firing.truncated')}</Muted>}
          {!data.may.readUnmatched && (
            <Muted>{t('runbooks.firing.hidden')}</Muted>
          )}
        </Panel>
      ) : (
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || cursor ? clear : undefined}
          what={t('runbooks.firing.what')}
        />
      )}
    </>
  );
}
