import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  readableDuration,
  type Runbook,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  OnDate,
  OutLink,
  Panel,
  Tag,
  When,
} from '../components';
import { useOnCall } from '../api/alertsHooks';
import { useText } from '../useText';
import { OnCallPeople } from './alerts/OnCallPeople';
import { useRunbooksTab } from './authoring/AuthorBar';

const useStyles = makeStyles(
  (theme: Theme) => ({
    facts: {
      margin: 0,
      fontSize: '0.88rem',
      '& > div': {
        padding: theme.spacing(0.6, 0),
        borderTop: `1px solid ${line(theme)}`,
        '&:first-child': { borderTop: 'none', paddingTop: 0 },
      },
      '& dt': { color: mutedInk(theme), fontSize: '0.82rem' },
      '& dd': { margin: 0, overflowWrap: 'anywhere', ...linksInText },
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 2 },
    name: { fontWeight: 700 },
    muted: { color: mutedInk(theme) },
    symptoms: { margin: 0, paddingLeft: theme.spacing(2.25) },
  }),
  { name: 'ProductOpsRunbookFacts' },
);

/** What the front matter and the file say about a runbook. */
export function RunbookFacts(props: { entityRef: string; runbook: Runbook }) {
  const { entityRef, runbook } = props;
  const tab = useRunbooksTab(entityRef);
  const classes = useStyles();
  const t = useText();
  const { owner, expectedDuration, lastReviewed, reviewDue, reviewEvery } =
    runbook;
  const onCall = useOnCall(entityRef).data?.people ?? [];
  const facts: [string, React.ReactNode][] = [
    [t('runbooks.owner'), owner && <EntityName entity={owner} />],
    [
      t('runbooks.firing.onCall'),
      onCall.length > 0 && <OnCallPeople people={onCall} />,
    ],
    [
      t('runbooks.duration'),
      expectedDuration && readableDuration(expectedDuration),
    ],
    [
      t('runbooks.reviewed'),
      lastReviewed ? (
        <When value={lastReviewed} />
      ) : (
        t('runbooks.neverReviewed')
      ),
    ],
    [t('runbooks.reviewDue'), reviewDue && <OnDate value={reviewDue} />],
    [
      t('runbooks.reviewEvery'),
      reviewEvery &&
        t('runbooks.every', {
          duration: readableDuration(reviewEvery, { long: true }),
        }),
    ],
    [
      t('runbooks.alerts'),
      runbook.alerts.length > 0 && (
        <span className={classes.tags}>
          {runbook.alerts.map((alert, index) => (
            <Tag key={index}>{alert}</Tag>
          ))}
        </span>
      ),
    ],
    [
      t('runbooks.symptoms'),
      runbook.symptoms && runbook.symptoms.length > 0 && (
        <ul className={classes.symptoms}>
          {runbook.symptoms.map(symptom => (
            <li key={symptom}>{symptom}</li>
          ))}
        </ul>
      ),
    ],
    [
      t('runbooks.authoring.recorded'),
      runbook.recorded && (
        <>
          <EntityName entity={runbook.recorded.by} />
          {', '}
          <When value={runbook.recorded.at} />
        </>
      ),
    ],
    [
      t('runbooks.file'),
      !runbook.recorded && (
        <>
          <OutLink url={runbook.sourceUrl}>{runbook.path}</OutLink>
          {runbook.editUrl && (
            <>
              {' · '}
              <OutLink url={runbook.editUrl}>{t('common.edit')}</OutLink>
            </>
          )}
        </>
      ),
    ],
    [
      t('runbooks.version'),
      <>
        <code title={runbook.version}>{runbook.version.slice(0, 8)}</code>
        {runbook.updatedAt && (
          <span className={classes.muted}>
            {' · '}
            <When value={runbook.updatedAt} />
          </span>
        )}
        {' · '}
        <Link to={tab({ versions: runbook.id })}>
          {t('runbooks.authoring.versions')}
        </Link>
      </>,
    ],
  ];
  return (
    <Panel title={t('runbooks.facts')}>
      <dl className={classes.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  );
}

/** What a run of the runbook asks for. */
export function RunbookParameters(props: {
  parameters: Runbook['parameters'];
}) {
  const classes = useStyles();
  const t = useText();
  if (props.parameters.length === 0) {
    return null;
  }
  return (
    <Panel title={t('runbooks.parameters')}>
      <dl className={classes.facts}>
        {props.parameters.map(parameter => {
          const rules = [
            t(parameter.required ? 'runbooks.required' : 'runbooks.optional'),
            parameter.enum &&
              t('runbooks.oneOf', { values: parameter.enum.join(', ') }),
            parameter.pattern &&
              t('runbooks.matches', { pattern: parameter.pattern }),
            parameter.default !== undefined &&
              t('runbooks.defaultValue', { value: parameter.default }),
          ].filter(Boolean);
          return (
            <div key={parameter.name}>
              <dt>
                <code className={classes.name}>{parameter.name}</code>
              </dt>
              <dd>
                {parameter.description}
                <div className={classes.muted}>{rules.join(' · ')}</div>
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
