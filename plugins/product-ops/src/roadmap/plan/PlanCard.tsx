import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ConflictIcon from '@material-ui/icons/Warning';
import type {
  EntityLink,
  PlanItem,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Tag } from '../../components';
import { useText } from '../../useText';
import { cardStyles } from '../cardStyles';
import { keepsItRunning, statusTone } from '../words';
import { periodWords } from './timeline/words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    ...cardStyles(theme),
    title: {
      padding: 0,
      minWidth: 0,
      textAlign: 'left',
      justifyContent: 'flex-start',
      fontSize: '0.92rem',
      fontWeight: 700,
      lineHeight: 1.35,
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
