import { useEffect } from 'react';
import type {
  ListOwnershipVerificationsQuery,
  VerificationPage,
} from '@productops/backstage-plugin-product-ops-common';
import { useVerifications } from '../api/ownershipHooks';
import {
  Calm,
  Choice,
  CountLine,
  Missing,
  NoMatch,
  Pager,
  useUrlState,
} from '../components';
import { useText } from '../useText';
import { ListFilters } from './ListFilters';
import { useAnswering } from './useAnswering';
import { VerificationList } from './VerificationList';
import { AnswersTold } from './VerificationOutcomes';

const STATES = ['overdue', 'due', 'upcoming'] as const;

/** What the address asks of the list of verifications. Values that the contract does not know are left out. */
function useVerificationsQuery() {
  const url = useUrlState();
  const state = STATES.filter(known => url.getAll('state').includes(known));
  const mine = url.get('mine') === 'true';
  const owner = url.get('owner');
  const entity = url.get('entity');
  const cursor = url.get('cursor');
  const query: ListOwnershipVerificationsQuery = {
    limit: 50,
    ...(cursor && { cursor }),
    ...(state.length && { state }),
    ...(owner && { owner }),
    ...(entity && { entity }),
    ...(mine && { mine }),
  };
  return {
    url,
    query,
    selected: { state, mine, owner, entity },
    filtered: Boolean(state.length || owner || entity),
    clear: () =>
      url.patch({
        state: undefined,
        owner: undefined,
        entity: undefined,
        mine: undefined,
      }),
  };
}

function Filters(props: {
  state: ReturnType<typeof useVerificationsQuery>;
  counts?: VerificationPage['counts'];
}) {
  const { url, selected, filtered, clear } = props.state;
  const t = useText();
  return (
    <ListFilters
      url={url}
      state={{
        label: t('ownershipPage.verify.searchState'),
        whenNone: t('ownershipPage.verify.dueOnly'),
      }}
      states={STATES.map(value => ({
        value,
        label: t(`ownershipPage.verify.states.${value}`),
        ...(props.counts && { count: props.counts[value] }),
      }))}
      selected={selected}
      filtered={filtered}
      onClear={clear}
      end={
        <Choice
          label={t('ownershipPage.verify.whose')}
          value={selected.mine ? 'mine' : 'all'}
          options={[
            { value: 'all', label: t('ownershipPage.verify.all') },
            { value: 'mine', label: t('ownershipPage.verify.mine') },
          ]}
          onChange={value =>
            url.patch({ mine: value === 'mine' ? 'true' : undefined })
          }
        />
      }
    />
  );
}

/** What is due to be verified, answered one by one or several at once. */
export function VerificationsView() {
  const t = useText();
  const state = useVerificationsQuery();
  const { url, query, selected, filtered, clear } = state;
  const answering = useAnswering();
  const { data, error, refetch, isPlaceholderData } = useVerifications(query);

  // The last answers empty the last page: go back to the first.
  const beyond = Boolean(
    data && !isPlaceholderData && query.cursor && data.items.length === 0,
  );
  useEffect(() => {
    if (beyond) {
      url.patch({}, { replace: true });
    }
  }, [beyond, url]);

  if (!data) {
    return (
      <>
        {error && <Filters state={state} />}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('ownershipPage.verify.what')}
          rows={[40, 320]}
        />
      </>
    );
  }
  return (
    <div>
      <Filters state={state} counts={data.counts} />
      <AnswersTold answering={answering} />
      {data.items.length > 0 && (
        <>
          <CountLine
            count={t('ownershipPage.verify.count', { count: data.totalItems })}
          />
          <VerificationList
            items={data.items}
            answering={answering}
            updating={isPlaceholderData}
          />
        </>
      )}
      {data.items.length === 0 && filtered && (
        <NoMatch>{t('ownershipPage.verify.noMatch')}</NoMatch>
      )}
      {data.items.length === 0 && !filtered && (
        <Calm
          title={t('ownershipPage.verify.emptyTitle')}
          text={
            selected.mine
              ? t('ownershipPage.verify.emptyMine')
              : t('ownershipPage.verify.empty')
          }
        />
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </div>
  );
}
