import { Link } from '@backstage/core-components';
import type { Alert } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Muted, Tag, useEntityPath, When } from '../../components';
import { useText } from '../../useText';
import { alertInAddress } from './ShownAlert';

/** One alert that fires, in a line, with the way to it on its entity, or to the runbook that answers it. */
export function FiringAlertText(props: { alert: Alert }) {
  const { alert } = props;
  const t = useText();
  const path = useEntityPath();
  const { entity, runbook } = alert;
  const to = runbook
    ? `${path(runbook.entity, 'runbooks')}?${alertInAddress(alert)}`
    : entity && path(entity, 'runbooks');
  return (
    <>
      <Tag tone="bad">{t('runbooks.firing.fires')}</Tag>{' '}
      {to ? <Link to={to}>{alert.name}</Link> : alert.name}{' '}
      <Muted>
        {entity && (
          <>
            <EntityName entity={entity} />
            {' · '}
          </>
        )}
        {t('runbooks.firing.since')} <When value={alert.startsAt} />
      </Muted>
    </>
  );
}
