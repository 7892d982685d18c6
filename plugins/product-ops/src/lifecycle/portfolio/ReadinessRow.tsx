import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import type {
  Readiness,
  ReadinessGroup,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  toneColors,
  type UrlPatch,
  useEntityPath,
} from '../../components';
import { useText } from '../../useText';
import { StageTag } from '../StageTag';
import { missed } from './missed';
import { ReadinessBar } from './ReadinessBar';
import type { ReadinessState } from './useReadinessQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr)',
      gap: theme.spacing(0.5, 2.5),
      alignItems: 'center',
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${line(theme)}`,
      fontSize: '0.9rem',
      '&:first-child': { borderTop: 'none' },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    title: {
      fontWeight: 700,
      overflowWrap: 'anywhere',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
    },
    muted: {
      color: mutedInk(theme),
      fontSize: '0.85rem',
      fontWeight: 400,
      ...linksInText,
    },
    numbers: { fontVariantNumeric: 'tabular-nums' },
    missing: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 0.75) },
    complete: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      '& svg': { color: toneColors(theme, 'ok').ink, fontSize: '1.1rem' },
    },
  }),
  { name: 'ProductOpsReadinessRow' },
);

/** What one sees of a group in more detail: of all but a check, what checks it misses. */
function drill(
  by: 'team' | 'product' | 'stage' | 'check',
  value: string,
): UrlPatch {
  switch (by) {
    case 'team':
      return { by: 'check', owner: value };
    case 'product':
      return { by: 'check', product: value };
    case 'stage':
      return { by: 'check', stage: value };
    default:
      return { by: 'entity', check: value };
  }
}

function Title(props: { group: ReadinessGroup; state: ReadinessState }) {
  const { group, state } = props;
  const { by, url } = state;
  const t = useText();
  if (by === 'entity') {
    return group.entity ? (
      <>
        <EntityName entity={group.entity} />
        {group.stage && <StageTag stage={group.stage} />}
      </>
    ) : (
      <>{group.title}</>
    );
  }
  const none = {
    team: t('readiness.nobody'),
    product: t('readiness.noProduct'),
    stage: t('products.noStage'),
    check: t('common.none'),
  };
  const title = group.value === 'none' ? none[by] : group.title;
  return (
    <Link
      to={url.hrefWith(drill(by, group.value))}
      aria-label={
        by === 'check'
          ? t('readiness.seeEntities', { title })
          : t('readiness.seeChecks', { title })
      }
    >
      {title}
    </Link>
  );
}

/** What is missing of a group, by how it is; one calm line where nothing is. */
function Missing(props: { group: ReadinessGroup; by: ReadinessState['by'] }) {
  const { group, by } = props;
  const { failed, open, waived } = group.readiness;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const text = [
    failed > 0 && t('readiness.failed', { count: failed }),
    open > 0 && t('readiness.open', { count: open }),
    waived > 0 && t('readiness.waived', { count: waived }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <div className={`${classes.muted} ${classes.missing}`}>
      {missed(group) === 0 && (
        <span className={classes.complete}>
          <CheckIcon aria-hidden />
          {t('readiness.complete')}
        </span>
      )}
      {text && (
        <span>{by === 'check' ? text : t('readiness.ofChecks', { text })}</span>
      )}
      {by === 'entity' && group.entity?.known && missed(group) > 0 && (
        <Link
          to={path(group.entity, 'lifecycle')}
          aria-label={t('readiness.remedyOf', { entity: group.title })}
        >
          {t('readiness.remedy')}
        </Link>
      )}
    </div>
  );
}

/** Entities as the shares of a bar: those that are ready, and the others. */
function entitiesOf({ ready, entities }: ReadinessGroup): Readiness {
  return {
    demanded: entities,
    passed: ready,
    failed: entities - ready,
    open: 0,
    waived: 0,
    notApplicable: 0,
  };
}

/** One group, or one entity: what it is, how ready, and what is missing. */
export function ReadinessRow(props: {
  group: ReadinessGroup;
  state: ReadinessState;
}) {
  const { group, state } = props;
  const { demanded, passed, waived } = group.readiness;
  const classes = useStyles();
  const t = useText();
  const counts = {
    ready: String(group.ready),
    entities: String(group.entities),
  };
  const texts = {
    check: t('readiness.passOf', counts),
    entity: t('readiness.metOf', {
      met: String(passed + waived),
      demanded: String(demanded),
    }),
    other: t('readiness.readyOf', counts),
  };
  const { by } = state;
  const single = by === 'check' || by === 'entity';
  return (
    <li className={classes.row}>
      <div className={classes.title}>
        <Title group={group} state={state} />
      </div>
      <div className={classes.numbers}>
        <ReadinessBar readiness={single ? group.readiness : entitiesOf(group)}>
          {single ? texts[by] : texts.other}
        </ReadinessBar>
      </div>
      <Missing group={group} by={by} />
    </li>
  );
}
