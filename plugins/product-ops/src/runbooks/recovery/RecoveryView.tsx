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
  EntityName,
  FilterButton,
  Row,
  RowList,
  Strong,
  Muted,
  Tag,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { FilteredList } from '../page/FilteredList';
import { useListFilters } from '../page/useListFilters';
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
  const list = useListFilters({ state, tier });
  const query: ListRecoveryQuery = {
    limit: 50,
    ...(state.length && { state }),
    ...(tier.length && { tier }),
    ...list.asked,
  };
  const page = useRecoveryList(query);
  const summary = page.data?.summary;
  return (
    <>
      {summary && (
        <p>
          {summary.tier1.total > 0 && (
            <strong>
              {t('runbooks.recovery.summaryTier1', summary.tier1)}{' '}
            </strong>
          )}
          {t('runbooks.recovery.summaryAll', summary.all)}
        </p>
      )}
      <FilteredList
        title={t('runbooks.recovery.title')}
        what={t('runbooks.recovery.what')}
        none={t('runbooks.recovery.none')}
        noMatch={t('runbooks.recovery.noMatch')}
        list={list}
        page={page}
        filters={
          <>
            <FilterButton
              label={t('runbooks.recovery.state')}
              options={STATES.map(value => ({
                value,
                label: t(`runbooks.recovery.states.${value}`),
              }))}
              selected={state}
              onChange={values => url.patch({ state: values })}
            />
            <FilterButton
              label={t('runbooks.recovery.tierLabel')}
              options={TIERS.map(value => ({
                value: String(value),
                label: t('runbooks.recovery.tier', { tier: String(value) }),
              }))}
              selected={tier.map(String)}
              onChange={values => url.patch({ tier: values })}
            />
          </>
        }
      >
        {({ items }) => (
          <RowList label={t('runbooks.recovery.title')}>
            {items.map(entry => (
              <Entry key={entry.entity.ref} entry={entry} />
            ))}
          </RowList>
        )}
      </FilteredList>
    </>
  );
}
