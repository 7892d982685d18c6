import { Fragment, type ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  readableDuration,
  type RunbookHit,
  type RunbookSummary,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  Tag,
  toneColors,
  When,
} from '../components';
import { useText } from '../useText';
import { FreshnessTag, RunbookTypeTag } from './tags';

/** So many alerts are named in a row; the rest is a number. */
const ALERTS = 4;

const useStyles = makeStyles(
  (theme: Theme) => ({
    row: {
      padding: theme.spacing(1.5, 2),
      borderTop: `1px solid ${line(theme)}`,
      display: 'grid',
      gap: theme.spacing(0.5, 2),
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '&:first-child': { borderTop: 'none' },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    title: { fontWeight: 700, fontSize: '0.95rem', overflowWrap: 'anywhere' },
    summary: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      display: '-webkit-box',
      '-webkit-line-clamp': 2,
      '-webkit-box-orient': 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    passage: {
      fontSize: '0.88rem',
      overflowWrap: 'anywhere',
      '& mark': {
        fontWeight: 700,
        color: 'inherit',
        background: toneColors(theme, 'info').background,
        borderRadius: 3,
        padding: '0 2px',
      },
    },
    small: { color: mutedInk(theme), fontSize: '0.82rem', ...linksInText },
    why: {
      color: toneColors(theme, 'warn').ink,
      fontSize: '0.85rem',
      overflowWrap: 'anywhere',
    },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      alignItems: 'center',
      alignContent: 'flex-start',
      fontSize: '0.82rem',
      color: mutedInk(theme),
      marginTop: 4,
    },
    end: {
      display: 'flex',
      gap: theme.spacing(0.5),
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'flex-end',
      alignContent: 'flex-start',
      [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
    },
  }),
  { name: 'ProductOpsRunbookRow' },
);

/** A runbook in a list: of one entity, or of many with the entity and where its text matches. */
export function RunbookRow(props: {
  runbook: RunbookSummary & Partial<Pick<RunbookHit, 'entity' | 'passage'>>;
  to: string;
  /** What there is to say beside, above the title. */
  note?: ReactNode;
}) {
  const { runbook, to } = props;
  const { entity, passage } = runbook;
  const classes = useStyles();
  const t = useText();
  const { alerts, expectedDuration, lastReviewed, staleBecause = [] } = runbook;
  const small = [
    t('runbooks.steps', { count: runbook.steps }),
    expectedDuration &&
      t('runbooks.takes', { duration: readableDuration(expectedDuration) }),
  ].filter(Boolean);
  return (
    <li className={classes.row}>
      <div>
        {props.note}
        <Link to={to} className={classes.title}>
          {runbook.title}
        </Link>
        {passage ? (
          <div className={classes.passage}>
            {passage.map((piece, index) =>
              piece.match ? (
                <mark key={index}>{piece.text}</mark>
              ) : (
                <Fragment key={index}>{piece.text}</Fragment>
              ),
            )}
          </div>
        ) : (
          runbook.summary && (
            <div className={classes.summary}>{runbook.summary}</div>
          )
        )}
        <div className={classes.small}>
          {entity && (
            <>
              <EntityName entity={entity} />
              {' · '}
            </>
          )}
          {small.join(' · ')}
          {runbook.recorded && (
            <>
              {' · '}
              {t('runbooks.authoring.list.portal', {
                who: runbook.recorded.by.title,
              })}{' '}
              <When value={runbook.recorded.at} />
            </>
          )}
          {lastReviewed && (
            <>
              {' · '}
              {t('runbooks.reviewed')} <When value={lastReviewed} />
            </>
          )}
        </div>
        {staleBecause.length > 0 && (
          <div className={classes.why}>
            {staleBecause[0].message}
            {staleBecause.length > 1 &&
              ` ${t('runbooks.reviews.more', {
                number: String(staleBecause.length - 1),
              })}`}
          </div>
        )}
        {alerts.length > 0 && (
          <div className={classes.tags}>
            {t('runbooks.alerts')}
            {alerts.slice(0, ALERTS).map((alert, index) => (
              <Tag key={index}>{alert}</Tag>
            ))}
            {alerts.length > ALERTS &&
              t('runbooks.alertsMore', {
                number: String(alerts.length - ALERTS),
              })}
          </div>
        )}
      </div>
      <div className={classes.end}>
        <FreshnessTag runbook={runbook} />
        <RunbookTypeTag type={runbook.type} />
      </div>
    </li>
  );
}
