import type { ListOwnershipTransfersQuery } from '@productops/backstage-plugin-product-ops-common';
import { useTransfers } from '../api/ownershipHooks';
import {
  Calm,
  CountLine,
  Missing,
  NoMatch,
  Pager,
  Rows,
  useUrlState,
} from '../components';
import { useText } from '../useText';
import { DecisionNotice } from './DecisionNotice';
import { ListFilters } from './ListFilters';
import { TransferRow } from './TransferRow';
import { OPEN_STATES, TRANSFER_STATES } from './transferStates';
import { useDeciding } from './useDeciding';

/** What the address asks of the list of transfers. Values that the contract does not know are left out. */
function useTransfersQuery() {
  const url = useUrlState();
  const state = TRANSFER_STATES.filter(known =>
    url.getAll('state').includes(known),
  );
  const team = url.get('owner');
  const entity = url.get('entity');
  const cursor = url.get('cursor');
  const query: ListOwnershipTransfersQuery = {
    limit: 20,
    ...(cursor && { cursor }),
    state: state.length ? state : OPEN_STATES,
    ...(team && { team }),
    ...(entity && { entity }),
  };
  return {
    url,
    query,
    selected: { state, owner: team, entity },
    filtered: Boolean(state.length || team || entity),
    clear: () =>
      url.patch({ state: undefined, owner: undefined, entity: undefined }),
  };
}

function Filters(props: { state: ReturnType<typeof useTransfersQuery> }) {
  const { url, selected, filtered, clear } = props.state;
  const t = useText();
  return (
    <ListFilters
      url={url}
      state={{
        label: t('ownershipPage.transfers.state'),
        whenNone: t('ownershipPage.transfers.openOnly'),
      }}
      states={TRANSFER_STATES.map(value => ({
        value,
        label: t(`ownershipPage.transfers.states.${value}`),
      }))}
      selected={selected}
      filtered={filtered}
      onClear={clear}
    />
  );
}

/** Proposed changes of owners: what they are about, what comes along, and the buttons that decide them. */
export function TransfersView() {
  const t = useText();
  const state = useTransfersQuery();
  const { url, query, filtered, clear } = state;
  const deciding = useDeciding();
  const { data, error, refetch, isPlaceholderData } = useTransfers(query);
  if (!data) {
    return (
      <>
        {error && <Filters state={state} />}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('ownershipPage.transfers.what')}
          rows={[40, 240]}
        />
      </>
    );
  }
  return (
    <div>
      <Filters state={state} />
      <DecisionNotice deciding={deciding} />
      {data.items.length > 0 && (
        <>
          <CountLine
            count={t('ownershipPage.transfers.count', {
              count: data.totalItems,
            })}
          />
          <Rows
            label={t('ownershipPage.transfers.list')}
            updating={isPlaceholderData}
          >
            {data.items.map(transfer => (
              <TransferRow
                key={transfer.id}
                transfer={transfer}
                deciding={deciding}
              />
            ))}
          </Rows>
        </>
      )}
      {data.items.length === 0 && filtered && (
        <NoMatch>{t('ownershipPage.transfers.noMatch')}</NoMatch>
      )}
      {data.items.length === 0 && !filtered && (
        <Calm
          title={t('ownershipPage.transfers.emptyTitle')}
          text={t('ownershipPage.transfers.empty')}
        />
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </div>
  );
}
