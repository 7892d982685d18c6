import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { OwnershipNode } from '@productops/backstage-plugin-product-ops-common';
import { useOwnershipChildren } from '../../api/ownershipHooks';
import {
  Missing,
  mutedInk,
  Pager,
  quietSurface,
  SearchField,
} from '../../components';
import { useText } from '../../useText';
import { nodeLine } from './lens';
import { NodeIcon } from './NodeIcon';
import type { GraphState } from './useGraphState';

const PAGE = 25;

const useStyles = makeStyles(
  (theme: Theme) => ({
    // A dialog is outside of the page, and of its type.
    paper: {
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.9rem',
      '& .MuiButton-root': { textTransform: 'none' },
      '& [role=status]': { marginTop: theme.spacing(1) },
    },
    list: {
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
      minHeight: 200,
    },
    entry: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      width: '100%',
      textAlign: 'left',
      font: 'inherit',
      color: 'inherit',
      padding: theme.spacing(0.75, 1),
      border: 'none',
      borderRadius: 4,
      background: 'transparent',
      cursor: 'pointer',
      '&:hover, &:focus-visible': { background: quietSurface(theme) },
      '& svg': { color: mutedInk(theme) },
    },
    title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    about: { color: mutedInk(theme), fontSize: '0.82rem' },
  }),
  { name: 'ProductOpsOwnershipMore' },
);

/** All that is below a node, also what the graph left out: searched and paged, not drawn. */
export function MoreDialog(props: {
  /** The id of the node, or of the one that stands for the rest below it. */
  node: string;
  title: string;
  only: GraphState['only'];
  onPick: (node: OwnershipNode) => void;
  onClose: () => void;
}) {
  const { node, only } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const [{ q, cursor }, ask] = useState<{ q: string; cursor?: string }>({
    q: '',
  });
  const { data, error, refetch } = useOwnershipChildren({
    node,
    limit: PAGE,
    ...only,
    ...(q && { q }),
    ...(cursor && { cursor }),
  });
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      PaperProps={{ className: classes.paper }}
      aria-labelledby={titleId}
      onClose={props.onClose}
    >
      <DialogTitle id={titleId}>
        {t('ownershipPage.graph.more.title', { title: props.title })}
      </DialogTitle>
      <DialogContent>
        <SearchField
          label={t('ownershipPage.graph.more.find')}
          value={q}
          onChange={text => ask({ q: text })}
        />
        {data ? (
          <>
            <div role="status" className={classes.about}>
              {data.totalItems === 0
                ? t('ownershipPage.graph.more.none')
                : t('ownershipPage.graph.more.count', {
                    count: data.totalItems,
                    number: data.totalItems.toLocaleString(),
                  })}
            </div>
            <ul className={classes.list}>
              {data.items.map(item => (
                <li key={item.id}>
                  <button
                    type="button"
                    className={classes.entry}
                    onClick={() => props.onPick(item)}
                  >
                    <NodeIcon node={item} />
                    <span className={classes.title}>{item.title}</span>
                    <span className={classes.about}>{nodeLine(item, t)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <Pager
              pageInfo={data.pageInfo}
              onCursor={next => ask({ q, cursor: next })}
            />
          </>
        ) : (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('ownershipPage.graph.more.what')}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
