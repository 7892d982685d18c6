import { useId } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import type {
  RoadmapItem,
  RoadmapItemDetails as Item,
} from '@productops/backstage-plugin-product-ops-common';
import { isNotFound } from '../../../api/errors';
import { useRoadmapItem } from '../../../api/roadmapHooks';
import {
  linksInText,
  Missing,
  mutedInk,
  Subheading,
  Tag,
} from '../../../components';
import { type Text, useText } from '../../../useText';
import { ItemGround } from '../../../runbooks/followups/ItemGround';
import { ItemFeedback } from '../../feedback/ItemFeedback';
import { ItemAttention } from '../../ItemAttention';
import { RoadmapItemDetails } from '../../RoadmapItemDetails';
import { periodOf, scoreOf, statusTone } from '../../words';
import { itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import { ItemComments } from './ItemComments';
import { ItemHistory } from './ItemHistory';

/** The origins of items that follow from runs and runbooks. */
const FOLLOWS = /^(?:run|drill|runbook):/;

const useStyles = makeStyles(
  (theme: Theme) => ({
    paper: {
      width: 520,
      maxWidth: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(2, 3, 3),
      overflowWrap: 'anywhere',
      fontSize: '0.9rem',
      lineHeight: 1.45,
      '& .MuiButton-root': { textTransform: 'none' },
      ...linksInText,
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    title: { fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.3 },
    close: { flex: 'none', marginTop: -4 },
    small: { color: mutedInk(theme), fontSize: '0.85rem' },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      margin: theme.spacing(1, 0),
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0),
    },
  }),
  { name: 'ProductOpsItemPanel' },
);

/** What can be done with an item, as far as its reader may. */
function Actions(props: { item: Item }) {
  const { item } = props;
  const { edit, prepare, save, tell } = useEditing();
  const classes = useStyles();
  const t = useText();
  async function drop() {
    const saved = await save(item, { status: 'dropped' });
    if (saved.ok) {
      tell({
        good: true,
        text: t('roadmap.editing.panel.dropped', { title: item.title }),
        undo: saved.item,
      });
    } else if (saved.message) {
      tell({
        good: false,
        text: t('roadmap.editing.failed', {
          title: item.title,
          why: saved.message,
        }),
      });
    }
  }
  if (item.archived) {
    return (
      <Typography className={classes.small}>
        {t('roadmap.editing.panel.archived')}
      </Typography>
    );
  }
  if (item.source === 'declared') {
    return (
      <div className={classes.actions}>
        <Button
          variant="outlined"
          color="primary"
          onClick={() => prepare(item)}
        >
          {t('roadmap.editing.prepare.open')}
        </Button>
      </div>
    );
  }
  if (item.source !== 'recorded') {
    // What another system has is changed there; the details lead to it.
    return null;
  }
  return (
    <div className={classes.actions}>
      {item.may.update && (
        <Button variant="outlined" color="primary" onClick={() => edit(item)}>
          {t('roadmap.editing.edit.open')}
        </Button>
      )}
      {item.may.update && item.status !== 'dropped' && (
        <Button onClick={drop}>{t('roadmap.editing.panel.drop')}</Button>
      )}
    </div>
  );
}

/** Where an item is from, in words. */
function sourceName({ source, sourceTitle }: Item, t: Text): string {
  switch (source) {
    case 'recorded':
      return t('roadmap.editing.panel.recorded');
    case 'declared':
      return t('roadmap.editing.panel.declared');
    default:
      return sourceTitle ?? source;
  }
}

function Shown(props: { item: Item }) {
  const { item } = props;
  const { entityRef } = useEditing();
  const classes = useStyles();
  const t = useText();
  const question = { entity: entityRef, id: item.id, source: item.source };
  const small = [
    item.horizon && t(`roadmap.horizons.${item.horizon}`),
    item.category,
    periodOf(item, t),
    item.goal && t('roadmap.goal', { goal: item.goal }),
    scoreOf(item, t),
  ].filter(Boolean);
  return (
    <>
      <div className={classes.tags}>
        <Tag tone={statusTone(item.status)}>
          {t(`roadmap.statuses.${item.status}`)}
        </Tag>
        <Tag>{sourceName(item, t)}</Tag>
        <span className={classes.small}>{small.join(' · ')}</span>
      </div>
      <Actions item={item} />
      {item.attention.map(attention => (
        <ItemAttention key={attention.id} attention={attention} />
      ))}
      <RoadmapItemDetails item={item} />
      {item.origin && !FOLLOWS.test(item.origin) && (
        <div className={classes.small}>
          {t('roadmap.editing.fields.origin')}: {item.origin}
        </div>
      )}
      {item.origin && FOLLOWS.test(item.origin) && (
        <ItemGround entityRef={entityRef} id={item.id} origin={item.origin} />
      )}
      <ItemFeedback entityRef={entityRef} id={item.id} source={item.source} />
      <Subheading>{t('roadmap.editing.comments.title')}</Subheading>
      <ItemComments question={question} mayComment={item.may.comment} />
      <Subheading>{t('roadmap.editing.history.title')}</Subheading>
      <ItemHistory question={question} item={item} />
    </>
  );
}

/** All about one item, beside the roadmap; the address names it. */
export function ItemPanel(props: {
  id: string;
  source?: RoadmapItem['source'];
  onClose: () => void;
}) {
  const { id, source, onClose } = props;
  const { entityRef } = useEditing();
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const { data, error, refetch } = useRoadmapItem({
    entity: entityRef,
    id,
    source,
  });
  const missing = error && isNotFound(error);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
    >
      <div className={classes.head}>
        <Typography component="h2" id={titleId} className={classes.title}>
          {data?.title ??
            t(
              missing
                ? 'roadmap.editing.panel.missing'
                : 'roadmap.editing.panel.title',
            )}
        </Typography>
        <IconButton
          className={classes.close}
          aria-label={t('common.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      {/* What was typed about one item is not meant for another. */}
      {data && <Shown key={itemKey(data)} item={data} />}
      {!data && missing && (
        <>
          <Typography>
            {t('roadmap.editing.panel.missingText', { id })}
          </Typography>
          <Link to="?">{t('roadmap.editing.panel.all')}</Link>
        </>
      )}
      {!data && !missing && (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('roadmap.editing.what')}
        />
      )}
    </Drawer>
  );
}
