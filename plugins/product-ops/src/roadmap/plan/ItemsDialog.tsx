import { useId } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useRoadmapItem } from '../../api/roadmapHooks';
import { line, Missing, mutedInk, Tag, useEntityPath } from '../../components';
import { useText } from '../../useText';
import { ItemAttention } from '../ItemAttention';
import { RoadmapItemDetails } from '../RoadmapItemDetails';
import { scoreOf, statusTone } from '../words';
import type { OpenItem } from './openItems';
import { periodWords } from './timeline/words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    items: {
      display: 'grid',
      gridAutoFlow: 'column',
      gridAutoColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.9rem',
      lineHeight: 1.45,
      [theme.breakpoints.down('xs')]: {
        gridAutoFlow: 'row',
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
      '& > section + section': {
        borderLeft: `1px solid ${line(theme)}`,
        paddingLeft: theme.spacing(3),
        [theme.breakpoints.down('xs')]: {
          borderLeft: 'none',
          paddingLeft: 0,
          borderTop: `1px solid ${line(theme)}`,
          paddingTop: theme.spacing(2),
        },
      },
    },
    title: { fontSize: '1.05rem', fontWeight: 700, margin: 0 },
    about: { color: mutedInk(theme), margin: theme.spacing(0.5, 0) },
    link: { marginTop: theme.spacing(1.5) },
    actions: { '& .MuiButton-root': { textTransform: 'none' } },
  }),
  { name: 'ProductOpsPlanItems' },
);

function Item(props: { item: OpenItem }) {
  const { entityRef, id, source } = props.item;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const { data, error, refetch } = useRoadmapItem({
    entity: entityRef,
    id,
    source: source === 'declared' || source === 'recorded' ? source : undefined,
  });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('roadmap.plan.item.what')}
        rows={[40, 120]}
      />
    );
  }
  const entity = parseEntityRef(entityRef);
  return (
    <section aria-label={data.title}>
      <h3 className={classes.title}>{data.title}</h3>
      <div className={classes.about}>
        <Tag tone={statusTone(data.status)}>
          {t(`roadmap.statuses.${data.status}`)}
        </Tag>{' '}
        {[
          data.category,
          periodWords(data, t),
          data.goal && t('roadmap.goal', { goal: data.goal }),
          scoreOf(data, t),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {data.attention.map(attention => (
        <ItemAttention key={attention.id} attention={attention} />
      ))}
      <RoadmapItemDetails item={data} />
      <div className={classes.link}>
        <Link to={`${path(entity, 'roadmap')}?item=${encodeURIComponent(id)}`}>
          {t('roadmap.plan.item.onRoadmap', { entity: entity.name })}
        </Link>
      </div>
    </section>
  );
}

/** One item in full, or two beside each other. */
export function ItemsDialog(props: { items: OpenItem[]; onClose: () => void }) {
  const { items, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth={items.length > 1 ? 'md' : 'sm'}
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('roadmap.plan.item.title', { count: items.length })}
      </DialogTitle>
      <DialogContent>
        <div className={classes.items}>
          {items.map(item => (
            <Item key={`${item.id}@${item.entityRef}`} item={item} />
          ))}
        </div>
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button color="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
