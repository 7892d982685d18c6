import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import DriftIcon from '@material-ui/icons/CallSplit';
import MoveIcon from '@material-ui/icons/TrendingFlat';
import type {
  Readiness,
  StageColumn,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  Tag,
  useEntityPath,
} from '../../components';
import { readableMoment } from '../../components/moments';
import { TierTag } from '../../overview/TierTag';
import { useText } from '../../useText';
import { ReadinessBar } from './ReadinessBar';

type Item = StageColumn['items'][number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    card: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(1.1, 1.25),
      display: 'grid',
      gap: theme.spacing(0.5),
      minWidth: 0,
      fontSize: '0.85rem',
      overflowWrap: 'anywhere',
      ...linksInText,
    },
    title: {
      fontSize: '0.95rem',
      fontWeight: 700,
      lineHeight: 1.35,
      '& a': { textDecoration: 'none' },
    },
    head: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'baseline',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 1),
      '& > :last-child': { flex: 'none' },
    },
    days: { whiteSpace: 'nowrap', fontWeight: 700 },
    muted: { color: mutedInk(theme) },
    tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  }),
  { name: 'ProductOpsStageCard' },
);

function Days(props: { item: Item }) {
  const { since, days, atLeast } = props.item;
  const classes = useStyles();
  const t = useText();
  if (!since || days === undefined) {
    return (
      <span className={classes.muted}>{t('stageBoard.unknownSince')}</span>
    );
  }
  return (
    <time
      dateTime={since}
      title={readableMoment(since)}
      className={classes.days}
    >
      {days === 0
        ? t(atLeast ? 'stageBoard.firstSeenToday' : 'stageBoard.today')
        : t(atLeast ? 'stageBoard.atLeast' : 'stageBoard.days', {
            count: days,
          })}
    </time>
  );
}

function Checks(props: { item: Item; readiness: Readiness }) {
  const { demanded, passed, waived } = props.readiness;
  const { entity } = props.item;
  const t = useText();
  const path = useEntityPath();
  const met = passed + waived;
  const text =
    met === demanded
      ? t('stageBoard.allReady', { count: demanded })
      : t('stageBoard.ready', {
          met: String(met),
          demanded: String(demanded),
        });
  return (
    <ReadinessBar readiness={props.readiness}>
      <Link
        to={path(entity, 'lifecycle')}
        aria-label={t('stageBoard.readinessOf', { entity: entity.title, text })}
      >
        {text}
      </Link>
    </ReadinessBar>
  );
}

/** One entity on the stage board. */
export function StageCard(props: { item: Item }) {
  const { item } = props;
  const { entity, owner, tier, drift, transition, readiness } = item;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const state = transition?.state === 'approved' ? 'approved' : 'requested';
  return (
    <Paper elevation={0} component="article" className={classes.card}>
      <Typography component="h3" className={classes.title}>
        <Link to={path(entity)} title={entity.ref}>
          {entity.title}
        </Link>
      </Typography>
      <div className={classes.head}>
        <Days item={item} />
        {tier !== undefined && <TierTag tier={tier} short />}
      </div>
      <div className={classes.muted}>
        {owner ? <EntityName entity={owner} /> : t('ownership.unowned')}
      </div>
      {readiness && readiness.demanded > 0 && (
        <Checks item={item} readiness={readiness} />
      )}
      {(transition || drift) && (
        <div className={classes.tags}>
          {transition && (
            <Tag tone="info" icon={<MoveIcon aria-hidden />}>
              {t(`stageBoard.${state}`, { stage: transition.to.title })}
            </Tag>
          )}
          {drift && (
            <Tag
              tone="warn"
              icon={<DriftIcon aria-hidden />}
              title={t('stageBoard.driftHint')}
            >
              {t('stageBoard.drift')}
            </Tag>
          )}
        </div>
      )}
    </Paper>
  );
}
