import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Composition,
  RelatedEntities,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  Panel,
  Teach,
} from '../components';
import { PARTS_LINES } from '../documents';
import { hasStage } from '../kinds';
import { StageTag } from '../lifecycle';
import { useText } from '../useText';

/** So many parts are listed; the rest is a number. */
const SHOWN = 8;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    part: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 1),
      flexWrap: 'wrap',
      padding: theme.spacing(0.8, 0),
      borderTop: `1px solid ${line(theme)}`,
      fontSize: '0.9rem',
      '&:first-child': { borderTop: 'none', paddingTop: 0 },
    },
    kind: { color: mutedInk(theme), fontSize: '0.85rem' },
    name: { minWidth: 0 },
    heading: {
      fontSize: '0.85rem',
      fontWeight: 700,
      marginTop: theme.spacing(1.5),
    },
    inline: { fontSize: '0.9rem', ...linksInText },
    more: { color: mutedInk(theme), fontSize: '0.85rem' },
  }),
  { name: 'ProductOpsMadeOf' },
);

function Inline(props: { title: string; related: RelatedEntities }) {
  const { title, related } = props;
  const classes = useStyles();
  const t = useText();
  if (related.total === 0) {
    return null;
  }
  const shown = related.items.slice(0, SHOWN);
  return (
    <>
      <Typography component="h3" className={classes.heading}>
        {title}
      </Typography>
      <div className={classes.inline}>
        {shown.map(({ entity }, index) => (
          <span key={entity.ref}>
            {index > 0 && ', '}
            <EntityName entity={entity} />
          </span>
        ))}{' '}
        {related.total > shown.length && (
          <span className={classes.more}>
            {t('common.more', { number: String(related.total - shown.length) })}
          </span>
        )}
      </div>
    </>
  );
}

/** What it is built of, with the stage of each part; what it needs, and what needs it. */
export function MadeOfPanel(props: { composition: Composition }) {
  const { parts, dependsOn, dependents } = props.composition;
  const classes = useStyles();
  const t = useText();
  const shown = parts.items.slice(0, SHOWN);
  return (
    <Panel
      title={t('overview.madeOf')}
      count={parts.total > 0 ? parts.total : undefined}
    >
      {parts.total === 0 ? (
        <Teach
          text={t('overview.noParts')}
          lines={[
            {
              label: t('common.addTo', { file: 'catalog-info.yaml' }),
              text: PARTS_LINES,
            },
          ]}
        />
      ) : (
        <ul className={classes.list}>
          {shown.map(({ entity, stage }) => (
            <li key={entity.ref} className={classes.part}>
              <span className={classes.name}>
                <EntityName entity={entity} />{' '}
                <span className={classes.kind}>{entity.kind}</span>
              </span>
              {stage && hasStage(entity, stage) && <StageTag stage={stage} />}
            </li>
          ))}
          {parts.total > shown.length && (
            <li className={`${classes.part} ${classes.more}`}>
              {t('common.more', { number: String(parts.total - shown.length) })}
            </li>
          )}
        </ul>
      )}
      <Inline title={t('overview.dependsOn')} related={dependsOn} />
      <Inline title={t('overview.dependents')} related={dependents} />
    </Panel>
  );
}
