import type { ReactNode } from 'react';
import type { PageInfo } from '@productops/backstage-plugin-product-ops-common';
import { CalmLine, Missing, Pager, Panel, Toolbar } from '../../components';
import { useText } from '../../useText';
import { EntityFilters } from './EntityFilters';
import type { ListFilters } from './useListFilters';

/** One page of a list of all entities, below its filters. */
export function FilteredList<
  Page extends { totalItems: number; items: unknown[]; pageInfo: PageInfo },
>(props: {
  title: string;
  /** What is on its way, or has failed. */
  what: string;
  /** Said where there is nothing at all. */
  none: string;
  /** Said where nothing matches the filters. */
  noMatch: string;
  list: ListFilters;
  page: { data: Page | undefined; error: Error | null; refetch: () => void };
  /** The filters of the list's own. */
  filters: ReactNode;
  children: (page: Page) => ReactNode;
  /** What is to be said below the page. */
  below?: (page: Page) => ReactNode;
}) {
  const { title, what, none, noMatch, list, filters, children, below } = props;
  const { data, error, refetch } = props.page;
  const t = useText();
  return (
    <>
      <Toolbar label={t('common.filters')} onClear={list.onClear}>
        {filters}
        <EntityFilters />
      </Toolbar>
      {data ? (
        <Panel title={title} count={data.totalItems}>
          {data.items.length > 0 ? (
            children(data)
          ) : (
            <CalmLine>{list.filtered ? noMatch : none}</CalmLine>
          )}
          <Pager
            pageInfo={data.pageInfo}
            onCursor={next => list.url.patch({ cursor: next })}
          />
          {below?.(data)}
        </Panel>
      ) : (
        <Missing
          error={error}
          onRetry={refetch}
          onClear={list.onClearFailed}
          what={what}
        />
      )}
    </>
  );
}
