import { Link } from '@backstage/core-components';
import type {
  Alert,
  AlertOnCall,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  OutLink,
  Row,
  RowList,
  Snippet,
  Strong,
  Tag,
  type Tone,
  useEntityPath,
  When,
} from '../../components';
import { useText } from '../../useText';
import { OnCallPeople } from './OnCallPeople';
import { alertInAddress } from './ShownAlert';
import { StartFromAlert } from './StartFromAlert';

// The words come from outside: an object would have some of its own, such as `constructor`.
const TONES = new Map<string, Tone>([
  ['critical', 'bad'],
  ['page', 'bad'],
  ['error', 'bad'],
  ['warning', 'warn'],
]);

/** What the severity is called in the alert, coloured where its word is a usual one. */
function Severity(props: { severity: string }) {
  const { severity } = props;
  return <Tag tone={TONES.get(severity.toLowerCase())}>{severity}</Tag>;
}

/** The runbook that answers an alert, opened with the labels of the alert. */
function AlertRunbookLink(props: { alert: Alert }) {
  const { alert } = props;
  const t = useText();
  const path = useEntityPath();
  return alert.runbook ? (
    <div>
      {t('runbooks.firing.runbook')}:{' '}
      <Link
        to={`${path(alert.runbook.entity, 'runbooks')}?${alertInAddress(
          alert,
        )}`}
      >
        {alert.runbook.title}
      </Link>{' '}
      {alert.runbook.stale && <Tag tone="warn">{t('runbooks.stale')}</Tag>}
    </div>
  ) : null;
}

/** Alerts that fire: what each is about, the runbook that answers it, who is on call, and the button that starts a run. */
export function AlertRows(props: {
  alerts: readonly Alert[];
  onCall: readonly AlertOnCall[];
  /** The entity on whose page they are, which is not said again. */
  on?: string;
}) {
  const { alerts, onCall, on } = props;
  const t = useText();
  return (
    <RowList label={t('runbooks.firing.title')}>
      {alerts.map(alert => {
        const { entity, unmatched } = alert;
        const people = onCall.find(
          one => one.entity.ref === entity?.ref,
        )?.people;
        return (
          <Row
            key={alert.id}
            head={
              <>
                <Strong>{alert.name}</Strong>
                {alert.severity && <Severity severity={alert.severity} />}
                <Muted>
                  {entity && entity.ref !== on && (
                    <>
                      <EntityName entity={entity} />
                      {' · '}
                    </>
                  )}
                  {t('runbooks.firing.since')} <When value={alert.startsAt} />
                  {' · '}
                  {alert.url ? (
                    <OutLink url={alert.url}>{alert.source}</OutLink>
                  ) : (
                    alert.source
                  )}
                </Muted>
              </>
            }
            actions={<StartFromAlert alert={alert} />}
          >
            {alert.summary && <div>{alert.summary}</div>}
            <AlertRunbookLink alert={alert} />
            {people && (
              <Muted>
                {t('runbooks.firing.onCall')}: <OnCallPeople people={people} />
              </Muted>
            )}
            {unmatched && (
              <>
                <Muted>{unmatched.text}</Muted>
                {unmatched.lines && (
                  <Snippet
                    label={t('runbooks.firing.lines')}
                    text={unmatched.lines}
                  />
                )}
              </>
            )}
          </Row>
        );
      })}
    </RowList>
  );
}
