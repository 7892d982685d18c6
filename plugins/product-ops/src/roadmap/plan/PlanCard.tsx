import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ConflictIcon from '@material-ui/icons/Warning';
import type {
  EntityLink,
  PlanItem,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName, line, mutedInk, Tag, toneColors } from '../../components';
import { useText } from '../../useText';
import { keepsItRunning, statusTone } from '../words';
import { periodWords } from './timeline/words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      background: theme.palette.background.paper,
      border: `1px solid ${line(theme)}`,
      borderLeft: `4px solid ${toneColors(theme, 'info').border}`,
      borderRadius: 5,
      padding: theme.spacing(1, 1.25),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    running: { borderLeftColor: toneColors(theme, 'warn').border },
    title: {
      padding: 0,
      minWidth: 0,
      textAlign: 'left',
      justifyContent: 'flex-start',
      fontSize: '0.92rem',
      fontWeight: 700,
      lineHeight: 1.35,
    },
    small: { color: mutedInk(theme), fontSize: '0.8rem', marginTop: 2 },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.75),
    },
  }),
  { name: 'ProductOpsPlanCard' },
);

/** One item of any product, short. */
export function PlanCard(props: {
  item: PlanItem;
  entity: EntityLink | undefined;
  onOpen: () => void;
}) {
  const { item, entity, onOpen } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <article
      className={`${classes.root} ${
        keepsItRunning(item) ? classes.running : ''
      }`}
    >
      <Button className={classes.title} disableRipple onClick={onOpen}>
        {item.title}
      </Button>
      <div className={classes.small}>
        {entity && <EntityName entity={entity} />}
        {[item.category, (item.start || item.end) && periodWords(item, t)]
          .filter(Boolean)
          .map(part => ` · ${part}`)}
      </div>
      <div className={classes.tags}>
        <Tag tone={statusTone(item.status)}>
          {t(`roadmap.statuses.${item.status}`)}
        </Tag>
        {item.conflicts.map(kind => (
          <Tag key={kind} tone="bad" icon={<ConflictIcon aria-hidden />}>
            {t(`roadmap.plan.conflicts.kinds.${kind}`)}
          </Tag>
        ))}
      </div>
    </article>
  );
}
