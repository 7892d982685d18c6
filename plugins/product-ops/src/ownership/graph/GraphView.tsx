import { Fragment, lazy, Suspense, useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { OwnershipGraph } from '@productops/backstage-plugin-product-ops-common';
import { isNotFound } from '../../api/errors';
import { useOwnershipGraph } from '../../api/ownershipHooks';
import {
  linksInText,
  Loading,
  Missing,
  mutedInk,
  NotFound,
  Teach,
  toneColors,
} from '../../components';
import { OWNER_LINES } from '../../documents';
import { useText } from '../../useText';
import { OwnershipLink } from '../OwnershipLink';
import { ExportButton, GraphToolbar } from './GraphToolbar';
import { shareColor } from './colors';
import { GROUP_LINES } from './lines';
import { MoreDialog } from './MoreDialog';
import { NodeDetails } from './NodeDetails';
import { Swatch } from './Swatch';
import type { TreeRow } from './treeRows';
import { TreeTable } from './TreeTable';
import { type GraphState, useGraphState } from './useGraphState';

/** The canvas is a large part of this page's code, and the tree table needs none of it. */
const GraphCanvas = lazy(() => import('./GraphCanvas'));

const useStyles = makeStyles(
  (theme: Theme) => ({
    totals: {
      color: mutedInk(theme),
      fontSize: '0.9rem',
      marginBottom: theme.spacing(1.5),
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      '& strong': { color: toneColors(theme, 'bad').ink },
      ...linksInText,
    },
    end: { marginLeft: 'auto' },
    body: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 300px',
      gap: theme.spacing(2),
      alignItems: 'start',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      listStyle: 'none',
      fontSize: '0.82rem',
      color: mutedInk(theme),
    },
    none: { padding: theme.spacing(4, 0), textAlign: 'center' },
  }),
  { name: 'ProductOpsOwnershipGraph' },
);

function Totals(props: { graph: OwnershipGraph; state: GraphState }) {
  const { entities, teams, gaps } = props.graph.totals;
  const { verificationsOverdue, verificationsDue } = props.graph.totals;
  const { root, role, filtered, startFrom } = props.state;
  const due = [
    ['overdue', verificationsOverdue],
    ['due', verificationsDue],
  ] as const;
  const ofRoot = root ? { owner: root } : {};
  // The list knows no role, kind, type, stage or tier, and no parts of a product: it would have another number.
  const isListed =
    !filtered && role === 'owner' && (!root || /^(group|user):/.test(root));
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.totals}>
      <span role="status">
        {t('ownershipPage.graph.totals.entities', {
          count: entities,
          number: entities.toLocaleString(),
        })}
        {teams > 0 && (
          <>
            {' · '}
            {t('ownershipPage.graph.totals.teams', {
              count: teams,
              number: teams.toLocaleString(),
            })}
          </>
        )}
        {gaps > 0 && (
          <>
            {' · '}
            <strong>
              {t('ownershipPage.graph.totals.gaps', {
                count: gaps,
                number: gaps.toLocaleString(),
              })}
            </strong>
          </>
        )}
        {due
          .filter(([, count]) => count > 0)
          .map(([state, count]) => (
            <Fragment key={state}>
              {' · '}
              <OwnershipLink
                asked={
                  isListed ? { view: 'verify', state, ...ofRoot } : undefined
                }
              >
                {t(`ownershipPage.graph.totals.${state}`, {
                  count,
                  number: count.toLocaleString(),
                })}
              </OwnershipLink>
            </Fragment>
          ))}
      </span>
      {root && (
        <Button
          size="small"
          variant="outlined"
          color="primary"
          onClick={() => startFrom(undefined)}
        >
          {t('ownershipPage.graph.notFound.whole')}
        </Button>
      )}
      <span className={classes.end}>
        <ExportButton graph={props.graph} state={props.state} />
      </span>
    </div>
  );
}

function Legend(props: { graph: OwnershipGraph; lens: GraphState['lens'] }) {
  const { graph, lens } = props;
  const classes = useStyles();
  const theme = useTheme();
  const t = useText();
  const shares = graph.nodes.find(({ id }) => id === graph.root)?.distribution;
  return (
    <ul
      className={classes.legend}
      aria-label={t('ownershipPage.graph.lens.label', {
        lens: t(`ownershipPage.graph.lens.${lens}`),
      })}
    >
      {shares?.map(share => (
        <li key={share.value}>
          <Swatch color={shareColor(theme, lens, share)} />
          {share.title} {share.count.toLocaleString()}
        </li>
      ))}
    </ul>
  );
}

/** The organisation as a graph or as a tree table: one question to the backend for what is shown. */
export function GraphView(props: { as: 'graph' | 'tree' }) {
  const classes = useStyles();
  const t = useText();
  const state = useGraphState();
  const { lens, selected, root, select, toggle, goTo, startFrom } = state;
  const { data, error, refetch, isPlaceholderData } = useOwnershipGraph(
    state.query,
  );
  const [more, setMore] = useState<{ id: string; title: string }>();

  const onChoose = useCallback(
    ({ node }: TreeRow) => {
      if (node.type === 'more') {
        const parent = data?.nodes.find(({ id }) => id === node.parent);
        setMore({ id: node.id, title: parent?.title ?? '' });
      } else {
        select(node.id);
      }
    },
    [data, select],
  );
  const onToggle = useCallback(
    ({ node }: TreeRow) => toggle(node, data?.nodes ?? []),
    [data, toggle],
  );

  if (error && isNotFound(error) && root) {
    return (
      <NotFound
        title={t('ownershipPage.graph.notFound.title', { root })}
        text={t('ownershipPage.graph.notFound.text')}
        action={
          <Button
            variant="outlined"
            color="primary"
            onClick={() => startFrom(undefined)}
          >
            {t('ownershipPage.graph.notFound.whole')}
          </Button>
        }
      />
    );
  }
  if (!data || (error && isPlaceholderData)) {
    return (
      <>
        {error && <GraphToolbar state={state} graph={undefined} />}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={state.filtered ? state.clear : undefined}
          what={t('ownershipPage.graph.what')}
          rows={[24, 40, 440]}
        />
      </>
    );
  }
  const top = data.nodes.find(({ id }) => id === data.root);
  // Until a box is chosen the line above says enough: the room is for the boxes, and one question is all.
  const shown = data.nodes.find(({ id }) => id === selected);
  const isEmpty = top?.counts.entities === 0 && top.children === 0;
  if (isEmpty && !state.filtered && !root && data.totals.teams === 0) {
    return (
      <Teach
        title={t('ownershipPage.graph.empty.title')}
        text={t('ownershipPage.graph.empty.text')}
        lines={[
          { label: t('ownershipPage.graph.empty.group'), text: GROUP_LINES },
          { label: t('ownershipPage.graph.empty.owner'), text: OWNER_LINES },
        ]}
      />
    );
  }
  const view = {
    graph: data,
    lens,
    selected,
    busy: isPlaceholderData,
    onChoose,
    onToggle,
  };
  return (
    <>
      <Totals graph={data} state={state} />
      <GraphToolbar state={state} graph={data} />
      {isEmpty && state.filtered ? (
        <Typography role="status" className={classes.none}>
          {t('ownershipPage.graph.filter.noMatch')}
        </Typography>
      ) : (
        <>
          <Legend graph={data} lens={lens} />
          <div className={shown ? classes.body : undefined}>
            {props.as === 'tree' ? (
              <TreeTable {...view} />
            ) : (
              <Suspense
                fallback={
                  <Loading what={t('ownershipPage.graph.what')} rows={[440]} />
                }
              >
                <GraphCanvas {...view} />
              </Suspense>
            )}
            {shown && <NodeDetails node={shown} state={state} />}
          </div>
        </>
      )}
      {more && (
        <MoreDialog
          node={more.id}
          title={more.title}
          only={state.only}
          onClose={() => setMore(undefined)}
          onPick={node => {
            setMore(undefined);
            goTo(node.id);
          }}
        />
      )}
    </>
  );
}
