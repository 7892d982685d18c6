import Typography from '@material-ui/core/Typography';
import type {
  ListOwnedEntitiesQuery,
  OwnedEntityPage,
} from '@productops/backstage-plugin-product-ops-common';
import { useOwnedEntities } from '../api/ownershipHooks';
import {
  Choice,
  CountLine,
  EntityName,
  FilterButton,
  OneFilterButton,
  Missing,
  Muted,
  Names,
  NoMatch,
  Pager,
  Row,
  Rows,
  SearchField,
  Strong,
  Toolbar,
  useUrlState,
} from '../components';
import { StageTag } from '../lifecycle';
import { TierTag, tierMeaning } from '../overview/TierTag';
import { useText } from '../useText';
import { ROLES, TIERS } from './graph/useGraphState';

const KINDS = [
  'product',
  'component',
  'api',
  'system',
  'resource',
  'domain',
] as const;

/** What the address asks. Values that the contract does not know are left out. */
function useOwnedQuery() {
  const url = useUrlState();
  const role = ROLES.find(known => known === url.get('role')) ?? 'owner';
  const kind = url.getAll('kind');
  const tier = TIERS.filter(known => url.getAll('tier').includes(known));
  const alone = url.get('alone') === 'true';
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListOwnedEntitiesQuery = {
    limit: 20,
    holder: url.get('holder') ?? '',
    ...(cursor && { cursor }),
    ...(role !== 'owner' && { role }),
    ...(kind.length && { kind }),
    ...(tier.length && { tier }),
    ...(alone && { alone }),
    ...(q && { q }),
  };
  return {
    url,
    query,
    selected: { role, kind, tier, alone, q },
    filtered: Boolean(kind.length || tier.length || alone || q),
    clear: () =>
      url.patch({
        kind: undefined,
        tier: undefined,
        alone: undefined,
        q: undefined,
      }),
  };
}

type OwnedState = ReturnType<typeof useOwnedQuery>;

function Filters(props: { state: OwnedState }) {
  const { url, selected, filtered, clear } = props.state;
  const t = useText();
  return (
    <Toolbar onClear={filtered ? clear : undefined} label={t('common.filters')}>
      <SearchField
        label={t('ownershipPage.owned.find')}
        value={selected.q ?? ''}
        onChange={q => url.patch({ q: q || undefined }, { replace: true })}
      />
      <OneFilterButton
        label={t('ownershipPage.owned.role')}
        options={ROLES.map(value => ({
          value,
          label: t(`ownershipPage.graph.role.${value}`),
        }))}
        selected={selected.role}
        onChange={role => url.patch({ role })}
      />
      <FilterButton
        label={t('ownershipPage.owned.kind')}
        options={KINDS.map(value => ({
          value,
          label: t(`ownershipPage.gaps.kinds.${value}`),
        }))}
        selected={selected.kind}
        onChange={kind => url.patch({ kind })}
      />
      <FilterButton
        label={t('overview.tier')}
        options={TIERS.map(value => ({
          value,
          label: value === 'none' ? t('tier.none') : tierMeaning(value, t),
        }))}
        selected={selected.tier}
        onChange={tier => url.patch({ tier })}
      />
      <Choice
        label={t('ownershipPage.owned.who')}
        value={selected.alone ? 'alone' : 'all'}
        options={(['all', 'alone'] as const).map(value => ({
          value,
          label: t(`ownershipPage.owned.${value}`),
        }))}
        onChange={value =>
          url.patch({ alone: value === 'alone' ? 'true' : undefined })
        }
      />
    </Toolbar>
  );
}

function Owned(props: { item: OwnedEntityPage['items'][number] }) {
  const { entity, tier, stage, gaps = [], others } = props.item;
  const t = useText();
  return (
    <Row
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          {tier !== undefined && <TierTag tier={tier} short />}
          {stage && <StageTag stage={stage} />}
          {gaps.length > 0 && (
            <Muted>
              {t('ownershipPage.owned.gaps', { count: gaps.length })}
            </Muted>
          )}
        </>
      }
    >
      {others.length === 0 ? (
        <Muted>{t('ownershipPage.owned.nobodyStays')}</Muted>
      ) : (
        <Muted>
          {t('ownershipPage.owned.stays')} <Names entities={others} inline />
        </Muted>
      )}
    </Row>
  );
}

function Found(props: { data: OwnedEntityPage; state: OwnedState }) {
  const { holder, items, totalItems, aloneItems, pageInfo } = props.data;
  const { url, selected, filtered } = props.state;
  const t = useText();
  const isOwner = selected.role === 'owner';
  const all = isOwner
    ? t('ownershipPage.owned.goneCount', { count: totalItems })
    : t('ownershipPage.owned.roleCount', { count: totalItems });
  const alone =
    aloneItems > 0 && !selected.alone
      ? ` ${t('ownershipPage.owned.aloneCount', { count: aloneItems })}`
      : '';
  return (
    <>
      <Typography variant="h6" component="h2">
        {isOwner
          ? t('ownershipPage.owned.ifGone', { holder: holder.title })
          : t('ownershipPage.owned.inRole', {
              holder: holder.title,
              role: t(`ownershipPage.graph.role.${selected.role}`),
            })}
      </Typography>
      <CountLine count={`${all}${alone}`} />
      {items.length === 0 ? (
        <NoMatch>
          {t(`ownershipPage.owned.${filtered ? 'noMatch' : 'none'}`)}
        </NoMatch>
      ) : (
        <Rows label={t('ownershipPage.owned.list')}>
          {items.map(item => (
            <Owned key={item.entity.ref} item={item} />
          ))}
        </Rows>
      )}
      <Pager pageInfo={pageInfo} onCursor={cursor => url.patch({ cursor })} />
    </>
  );
}

/** What would have no owner if a team went, or what a team has in a role; the address tells which. */
export function OwnedView() {
  const t = useText();
  const state = useOwnedQuery();
  const { query, filtered, clear } = state;
  const { data, error, refetch } = useOwnedEntities(query);
  return (
    <div>
      <Filters state={state} />
      {data ? (
        <Found data={data} state={state} />
      ) : (
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('ownershipPage.owned.what')}
          rows={[40, 320]}
        />
      )}
    </div>
  );
}
