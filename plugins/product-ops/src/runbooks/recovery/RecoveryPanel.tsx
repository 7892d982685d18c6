import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import {
  readableDay,
  readableDuration,
  type EntityLink,
  type EntityRecovery,
} from '@productops/backstage-plugin-product-ops-common';
import { useRecovery } from '../../api/recoveryHooks';
import {
  EntityName,
  Lines,
  Muted,
  Pager,
  Panel,
  Subheading,
  Tag,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';
import { Drilling } from './Drilling';
import { PlanDialog } from './PlanDialog';
import { PlanLines } from './PlanLines';
import { Verdicts } from './Verdicts';
import { promisesOf, toneOfProof, verdictOf } from './words';

function Way(props: { way: readonly EntityLink[] }) {
  const t = useText();
  return props.way.length > 0 ? (
    <Muted>
      {' '}
      {t('runbooks.recovery.way', {
        names: props.way.map(({ title }) => title).join(' → '),
      })}
    </Muted>
  ) : null;
}

function Conflicts(props: { recovery: EntityRecovery }) {
  const { conflicts } = props.recovery;
  const t = useText();
  if (conflicts.length === 0) {
    return null;
  }
  return (
    <>
      <Subheading>{t('runbooks.recovery.conflicts')}</Subheading>
      <Lines label={t('runbooks.recovery.conflicts')}>
        {conflicts.map(({ objective, promised, theirs, entity, way }) => (
          <li key={`${objective} ${entity.ref}`}>
            {t('runbooks.recovery.conflict', {
              what: t(`runbooks.recovery.${objective}`),
              promised: readableDuration(promised),
              theirs: readableDuration(theirs),
              name: entity.title,
            })}
            <Way way={way} />
          </li>
        ))}
      </Lines>
    </>
  );
}

function RestsOn(props: { recovery: EntityRecovery }) {
  const { items, totalItems } = props.recovery.restsOn;
  const t = useText();
  return (
    <>
      <Subheading>{t('runbooks.recovery.restsOn')}</Subheading>
      {items.length > 0 ? (
        <Lines label={t('runbooks.recovery.restsOn')}>
          {items.map(({ entity, promised, way }) => (
            <li key={entity.ref}>
              <EntityName entity={entity} />{' '}
              {promised.rto || promised.rpo
                ? promisesOf(t, promised)
                : t('runbooks.recovery.unknown')}
              <Way way={way} />
            </li>
          ))}
          {totalItems > items.length && (
            <li>
              {t('runbooks.recovery.more', {
                number: String(totalItems - items.length),
              })}
            </li>
          )}
        </Lines>
      ) : (
        <Muted>{t('runbooks.recovery.restsOnNothing')}</Muted>
      )}
    </>
  );
}

function Drills(props: { recovery: EntityRecovery }) {
  const { items, pageInfo } = props.recovery.drills;
  const t = useText();
  const url = useUrlState();
  return (
    <>
      <Subheading>{t('runbooks.recovery.drills')}</Subheading>
      {items.length > 0 ? (
        <Lines label={t('runbooks.recovery.drills')}>
          {items.map(drill => (
            <li key={drill.run}>
              <Link to={url.hrefWith({ run: drill.run, runbook: undefined })}>
                {drill.runbook.title}
              </Link>{' '}
              <Tag tone={toneOfProof(drill.proof)}>
                {t(`runbooks.recovery.states.${drill.proof}`)}
              </Tag>{' '}
              <Muted>
                <When value={drill.at} />
                {(['time', 'loss'] as const).map(of => {
                  const verdict = verdictOf(t, {
                    of,
                    drill,
                    promised: drill[of].promised,
                  });
                  return verdict ? ` · ${verdict}` : '';
                })}
              </Muted>
            </li>
          ))}
        </Lines>
      ) : (
        <Muted>{t('runbooks.recovery.noDrills')}</Muted>
      )}
      <Pager
        pageInfo={pageInfo}
        onCursor={next => url.patch({ drills: next })}
      />
    </>
  );
}

/** What an entity promises of recovery, what that rests on, what drills have proven, and those to come. */
export function RecoveryPanel(props: { entityRef: string }) {
  const { entityRef } = props;
  const t = useText();
  const url = useUrlState();
  const cursor = url.get('drills');
  const [planning, setPlanning] = useState(false);
  const { data } = useRecovery(entityRef, {
    limit: 10,
    ...(cursor && { cursor }),
  });
  if (
    !data ||
    (!data.promised.rto &&
      !data.promised.rpo &&
      data.runbooks.length === 0 &&
      data.drills.totalItems === 0)
  ) {
    return null;
  }
  const { promised, last, due } = data;
  return (
    <Panel
      title={t('runbooks.recovery.title')}
      action={
        data.may.plan && (
          <Button variant="outlined" onClick={() => setPlanning(true)}>
            {t('runbooks.recovery.plan')}
          </Button>
        )
      }
    >
      <div>
        <Tag tone={toneOfProof(data.proof)}>
          {t(`runbooks.recovery.states.${data.proof}`)}
        </Tag>
        <Verdicts promised={promised} drill={last} />
        {due && (
          <Muted>
            {t(
              due.overdue
                ? 'runbooks.recovery.overdue'
                : 'runbooks.recovery.due',
              { day: readableDay(due.on) },
            )}
          </Muted>
        )}
      </div>
      <Conflicts recovery={data} />
      <RestsOn recovery={data} />
      <Subheading>{t('runbooks.recovery.backup')}</Subheading>
      {data.backup ?? <Muted>{t('runbooks.recovery.noBackup')}</Muted>}
      <Drilling recovery={data} />
      <Drills recovery={data} />
      <Subheading>{t('runbooks.recovery.plans')}</Subheading>
      <PlanLines recovery={data} />
      {planning && (
        <PlanDialog recovery={data} onClose={() => setPlanning(false)} />
      )}
    </Panel>
  );
}
