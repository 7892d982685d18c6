import Button from '@material-ui/core/Button';
import type { ListOwnershipTransfersQuery } from '@productops/backstage-plugin-product-ops-common';
import { useTransfers } from '../api/ownershipHooks';
import {
  FilterButton,
  Missing,
  Pager,
  Toolbar,
  useUrlState,
} from '../components';
import { useText } from '../useText';
import { DecisionNotice } from './DecisionNotice';
import { Calm, CountLine, NoMatch, Rows } from './rows';
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
    selected: { state, team, entity },
    filtered: Boolean(state.length || team || entity),
    clear: () =>
      url.patch({ state: undefined, owner: undefined, entity: undefined }),
  };
}

function Filters(props: { state: ReturnType<typeof useTransfersQuery> }) {
  const { url, selected, filtered, clear } = props.state;
  const t = useText();
  return (
    <Toolbar label={t('common.filters')}>
      <FilterButton
        label={t('ownershipPage.transfers.state')}
        whenNone={t('ownershipPage.transfers.openOnly')}
        options={TRANSFER_STATES.map(value => ({
          value,
          label: t(`ownershipPage.transfers.states.${value}`),
        }))}
        selected={selected.state}
        onChange={state => url.patch({ state })}
      />
      {selected.team && (
        <FilterButton
          label={t('ownershipPage.transfers.team')}
          options={[{ value: selected.team, label: selected.team }]}
          selected={[selected.team]}
          onChange={([owner]) => url.patch({ owner })}
        />
      )}
      {selected.entity && (
        <FilterButton
          label={t('ownershipPage.transfers.entity')}
          options={[{ value: selected.entity, label: selected.entity }]}
          selected={[selected.entity]}
          onChange={([entity]) => url.patch({ entity })}
        />
      )}
      {filtered && (
        <Button color="primary" onClick={clear}>
          {t('common.clearFilters')}
        </Button>
      )}
    </Toolbar>
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
