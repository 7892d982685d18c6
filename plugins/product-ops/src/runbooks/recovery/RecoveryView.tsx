import type {
  ListRecoveryQuery,
  RecoveryEntry,
} from '@productops/backstage-plugin-product-ops-common';
import {
  readableDay,
  readableDuration,
  RECOVERY_OBJECTIVES,
} from '@productops/backstage-plugin-product-ops-common';
import { useRecoveryList } from '../../api/recoveryHooks';
import {
  CalmLine,
  EntityName,
  FilterButton,
  Row,
  RowList,
  Strong,
  Missing,
  Muted,
  Pager,
  Panel,
  Tag,
  Toolbar,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { EntityFilters } from '../page/EntityFilters';
import { Verdicts } from './Verdicts';
import { promisesOf, toneOfProof } from './words';

const STATES = [
  'proven',
  'missed',
  'unmeasured',
  'never',
  'overdue',
  'conflict',
] as const;
const TIERS = [1, 2, 3, 4];
const FILTERS = ['state', 'tier', 'product', 'team', 'cursor'] as const;

function Entry(props: { entry: RecoveryEntry }) {
  const { entry } = props;
  const { entity, tier, promised, rolledUp, proof, last, due } = entry;
  const t = useText();
  return (
    <Row
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Tag tone={toneOfProof(proof)}>
            {t(`runbooks.recovery.states.${proof}`)}
          </Tag>
          {due?.overdue && (
            <Tag tone="warn">
              {t('runbooks.recovery.overdue', { day: readableDay(due.on) })}
            </Tag>
          )}
          {entry.conflicts.length > 0 && (
            <Tag tone="bad">{t('runbooks.recovery.states.conflict')}</Tag>
          )}
        </>
      }
    >
      {last && (promised.rto || promised.rpo) ? (
        <Verdicts promised={promised} drill={last} />
      ) : (
        <div>
          {t('runbooks.recovery.promised')}: {promisesOf(t, promised)}
        </div>
      )}
      <Muted>
        {[
          ...(tier
            ? [t('runbooks.recovery.tier', { tier: String(tier) })]
            : []),
          ...RECOVERY_OBJECTIVES.flatMap(objective => {
            const rolled = rolledUp[objective];
            return rolled
              ? [
                  t('runbooks.recovery.rolledUp', {
                    what: t(`runbooks.recovery.${objective}`),
                    duration: readableDuration(rolled.duration),
                    name: rolled.entity.title,
                  }),
                ]
              : [];
          }),
          ...(entry.planned
            ? [
                t('runbooks.recovery.planned', {
                  day: readableDay(entry.planned),
                }),
              ]
            : []),
        ].join(' · ')}
      </Muted>
    </Row>
  );
}

/** What is promised of recovery and what drills have proven, by product. */
export function RecoveryView() {
  const t = useText();
  const url = useUrlState();
  const state = STATES.filter(one => url.getAll('state').includes(one));
  const tier = TIERS.filter(one => url.getAll('tier').includes(String(one)));
  const product = url.get('product');
  const team = url.get('team');
  const cursor = url.get('cursor');
  const query: ListRecoveryQuery = {
    limit: 50,
    ...(state.length && { state }),
    ...(tier.length && { tier }),
    ...(product && { product }),
    ...(team && { team }),
    ...(cursor && { cursor }),
  };
  const { data, error, refetch } = useRecoveryList(query);
  const filtered = Boolean(state.length || tier.length || product || team);
  const clear = () =>
    url.patch(Object.fromEntries(FILTERS.map(name => [name, undefined])));
  return (
    <>
      {data && (
        <p>
          {data.summary.tier1.total > 0 && (
            <strong>
              {t('runbooks.recovery.summaryTier1', data.summary.tier1)}{' '}
            </strong>
          )}
          {t('runbooks.recovery.summaryAll', data.summary.all)}
        </p>
      )}
      <Toolbar
        label={t('common.filters')}
        onClear={filtered ? clear : undefined}
      >
        <FilterButton
          label={t('runbooks.recovery.state')}
          options={STATES.map(value => ({
            value,
            label: t(`runbooks.recovery.states.${value}`),
          }))}
          selected={state}
          onChange={values => url.patch({ state: values, cursor: undefined })}
        />
        <FilterButton
          label={t('runbooks.recovery.tierLabel')}
          options={TIERS.map(value => ({
            value: String(value),
            label: t('runbooks.recovery.tier', { tier: String(value) }),
          }))}
          selected={tier.map(String)}
          onChange={values => url.patch({ tier: values, cursor: undefined })}
        />
        <EntityFilters />
      </Toolbar>
      {data ? (
        <Panel title={t('runbooks.recovery.title')} count={data.totalItems}>
          {data.items.length > 0 ? (
            <RowList label={t('runbooks.recovery.title')}>
              {data.items.map(entry => (
                <Entry key={entry.entity.ref} entry={entry} />
              ))}
            </RowList>
          ) : (
            <CalmLine>
              {t(
                filtered
                  ? 'runbooks.recovery.noMatch'
                  : 'runbooks.recovery.none',
              )}
            </CalmLine>
          )}
          <Pager
            pageInfo={data.pageInfo}
            onCursor={next => url.patch({ cursor: next })}
          />
        </Panel>
      ) : (
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || cursor ? clear : undefined}
          what={t('runbooks.recovery.what')}
        />
      )}
    </>
  );
}
