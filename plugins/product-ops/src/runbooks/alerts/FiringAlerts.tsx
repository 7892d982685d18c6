import type { Alert } from '@productops/backstage-plugin-product-ops-common';
import { useAlerts } from '../../api/alertsHooks';
import {
  CalmLine,
  EntityName,
  Lines,
  Missing,
  Muted,
  Pager,
  Panel,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';
import { AlertRows } from './AlertRows';

/** The alerts that ended lately, quietly. */
function Ended(props: { alerts: readonly Alert[]; on: string }) {
  const { alerts, on } = props;
  const t = useText();
  return (
    <>
      <Muted>{t('runbooks.firing.recent')}</Muted>
      <Lines label={t('runbooks.firing.recent')}>
        {alerts.map(({ id, name, ended, entity }) => (
          <li key={id}>
            {name}{' '}
            <Muted>
              {entity && entity.ref !== on && (
                <>
                  <EntityName entity={entity} />
                  {' · '}
                </>
              )}
              {ended && (
                <>
                  {t(`runbooks.firing.${ended.because}`)}{' '}
                  <When value={ended.at} />
                </>
              )}
            </Muted>
          </li>
        ))}
      </Lines>
    </>
  );
}

/** The alerts of an entity and its parts, with what ended within a day; nothing where there are none. */
export function FiringAlerts(props: { entityRef: string }) {
  const entityRef = props.entityRef.toLocaleLowerCase('en-US');
  const t = useText();
  const url = useUrlState();
  const cursor = url.get('alerts');
  const { data, error, refetch } = useAlerts({
    entity: entityRef,
    limit: 10,
    ...(cursor && { cursor }),
  });
  // Calm is said by those who know: that nobody can say is another thing.
  if (!data && error) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={cursor ? () => url.patch({ alerts: undefined }) : undefined}
        what={t('runbooks.firing.what')}
      />
    );
  }
  if (!data || (data.totalItems === 0 && data.recent.length === 0)) {
    return null;
  }
  return (
    <Panel title={t('runbooks.firing.title')} count={data.totalItems}>
      {data.totalItems > 0 ? (
        <AlertRows alerts={data.items} onCall={data.onCall} on={entityRef} />
      ) : (
        <CalmLine>{t('runbooks.firing.none')}</CalmLine>
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={next => url.patch({ alerts: next })}
      />
      {data.recent.length > 0 && <Ended alerts={data.recent} on={entityRef} />}
    </Panel>
  );
}
