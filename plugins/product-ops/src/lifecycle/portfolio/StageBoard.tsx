import { Link } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  GetStageBoardQuery,
  StageColumn,
} from '@productops/backstage-plugin-product-ops-common';
import { useStageBoard } from '../../api/lifecyclePortfolioHooks';
import {
  line,
  linksInText,
  Missing,
  mutedInk,
  quietSurface,
} from '../../components';
import { useText } from '../../useText';
import { StageTag } from '../StageTag';
import { StageCard } from './StageCard';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // With many stages it scrolls here, not the page.
    board: {
      display: 'grid',
      gridAutoFlow: 'column',
      gap: theme.spacing(1.25),
      alignItems: 'start',
      overflowX: 'auto',
      paddingBottom: theme.spacing(1),
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
      // On a phone one stage below the other.
      [theme.breakpoints.down('xs')]: {
        gridAutoFlow: 'row',
        gridTemplateColumns: 'minmax(0, 1fr) !important',
        overflowX: 'visible',
      },
    },
    note: {
      color: mutedInk(theme),
      fontSize: '0.82rem',
      marginBottom: theme.spacing(1.5),
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.25, 2),
      ...linksInText,
    },
    updating: { opacity: 0.6 },
    column: {
      background: quietSurface(theme),
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(1.25),
      minWidth: 0,
      boxSizing: 'border-box',
    },
    empty: {
      background: 'none',
      borderStyle: 'dashed',
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5),
      margin: 0,
      fontSize: '0.95rem',
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
    count: { color: mutedInk(theme), fontVariantNumeric: 'tabular-nums' },
    hint: {
      color: mutedInk(theme),
      fontSize: '0.82rem',
      marginTop: theme.spacing(0.5),
    },
    cards: {
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    more: { marginTop: theme.spacing(1), fontSize: '0.88rem', ...linksInText },
  }),
  { name: 'ProductOpsStageBoard' },
);

function Column(props: { column: StageColumn; more: string }) {
  const { column, more } = props;
  const { stage, totalItems, items } = column;
  const classes = useStyles();
  const t = useText();
  const flagged = !stage.known;
  const left = totalItems - items.length;
  const name = column.value === 'none' ? t('products.noStage') : stage.title;
  return (
    <section
      aria-label={t('stageBoard.column', { stage: name, count: totalItems })}
      className={`${classes.column} ${totalItems === 0 ? classes.empty : ''}`}
    >
      <Typography component="h2" className={classes.head}>
        {flagged ? <StageTag stage={stage} /> : <span>{name}</span>}
        <span className={classes.count}>{totalItems}</span>
      </Typography>
      {flagged && totalItems > 0 && (
        <div className={classes.hint}>
          {column.value === 'none'
            ? t('stageBoard.noneHint')
            : t('stageBoard.unknownHint')}
        </div>
      )}
      {totalItems === 0 && (
        <div className={classes.hint}>{t('stageBoard.empty')}</div>
      )}
      {items.length > 0 && (
        <ul className={classes.cards}>
          {items.map(item => (
            <li key={item.entity.ref}>
              <StageCard item={item} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <div className={classes.more}>
          <Link
            to={more}
            aria-label={t('stageBoard.moreOf', {
              number: String(left),
              stage: name,
            })}
          >
            {t('stageBoard.more', { number: String(left) })}
          </Link>
        </div>
      )}
    </section>
  );
}

/** The stages as columns in their order; in each, what has been there longest is first. */
export function StageBoard(props: {
  query: GetStageBoardQuery;
  /** The address of everything in some columns. */
  hrefOf: (columns: string[]) => string;
  onClear?: () => void;
}) {
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch, isPlaceholderData } = useStageBoard(
    props.query,
  );
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={props.onClear}
        what={t('stageBoard.what')}
        rows={[320]}
      />
    );
  }
  const flagged = data.columns.filter(
    ({ stage, totalItems }) => !stage.known && totalItems > 0,
  );
  return (
    <>
      <div className={classes.note}>
        <span>{t('stageBoard.longest')}</span>
        {flagged.length > 0 && (
          <Link to={props.hrefOf(flagged.map(({ value }) => value))}>
            {t('stageBoard.flagged', {
              count: flagged.reduce((sum, one) => sum + one.totalItems, 0),
            })}
          </Link>
        )}
      </div>
      {/* Scrolls sideways with many stages, so the keyboard must be able to reach it. */}
      <Box
        role="region"
        aria-label={t('stageBoard.label')}
        tabIndex={0}
        className={`${classes.board} ${
          isPlaceholderData ? classes.updating : ''
        }`}
        // What is empty takes less of the width.
        style={{
          gridTemplateColumns: data.columns
            .map(({ totalItems }) =>
              totalItems > 0 ? 'minmax(150px, 3fr)' : 'minmax(118px, 1fr)',
            )
            .join(' '),
        }}
      >
        {data.columns.map(column => (
          <Column
            key={column.value}
            column={column}
            more={props.hrefOf([column.value])}
          />
        ))}
      </Box>
    </>
  );
}
