import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { FeedbackPage } from '@productops/backstage-plugin-product-ops-common';
import { useFeedbackList } from '../../api/feedbackHooks';
import {
  CountLine,
  line,
  Missing,
  NoMatch,
  Pager,
  Panel,
} from '../../components';
import { useText } from '../../useText';
import { FeedbackDetails } from './FeedbackDetails';
import { FeedbackFilters } from './FeedbackFilters';
import { FeedbackRow } from './FeedbackRow';
import { useFeedbackQuery } from './useFeedbackQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    page: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    list: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      '& ul': { listStyle: 'none', margin: 0, padding: 0 },
    },
    /** On a small screen one of the two is shown. */
    wide: { [theme.breakpoints.down('sm')]: { display: 'none' } },
    narrow: {
      marginBottom: theme.spacing(1),
      [theme.breakpoints.up('md')]: { display: 'none' },
    },
    updating: { opacity: 0.6 },
  }),
  { name: 'ProductOpsFeedback' },
);

/** Requests in a list with filters, and the chosen one beside it; all of it in the address. */
export function FeedbackBrowser(props: {
  /** The full ref of the one entity that it is about; all that one may read when absent. */
  entityRef?: string;
  /** What stands there when nobody has asked for anything. */
  empty: (page: FeedbackPage) => ReactNode;
  /** Beside the number of requests. */
  action?: (page: FeedbackPage) => ReactNode;
}) {
  const { entityRef, empty, action } = props;
  const classes = useStyles();
  const t = useText();
  const state = useFeedbackQuery({ ofEntity: entityRef !== undefined });
  const { url, query, chosen, choose, filtered, clear } = state;
  const { data, error, refetch, isPlaceholderData } = useFeedbackList(
    entityRef,
    query,
  );
  if (!data) {
    return (
      <>
        {error && (
          <FeedbackFilters state={state} ofEntity={Boolean(entityRef)} />
        )}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('roadmap.feedback.what')}
          rows={[40, 320]}
        />
      </>
    );
  }
  const nothing = data.items.length === 0;
  if (nothing && !filtered && !query.cursor && !chosen) {
    return <>{empty(data)}</>;
  }
  return (
    <div>
      <FeedbackFilters
        state={state}
        ofEntity={Boolean(entityRef)}
        counts={data.counts}
      />
      <CountLine
        count={t('roadmap.feedback.count', { count: data.totalItems })}
      >
        {action?.(data)}
      </CountLine>
      <div className={classes.page}>
        <div className={chosen ? classes.wide : undefined}>
          {nothing ? (
            <NoMatch>{t('roadmap.feedback.noMatch')}</NoMatch>
          ) : (
            <Paper
              elevation={0}
              className={`${classes.list} ${
                isPlaceholderData ? classes.updating : ''
              }`}
            >
              <ul aria-label={t('roadmap.feedback.list')}>
                {data.items.map(feedback => (
                  <FeedbackRow
                    key={feedback.id}
                    feedback={feedback}
                    withEntity={!entityRef}
                    chosen={feedback.id === chosen}
                    onChoose={() =>
                      choose(feedback.id === chosen ? undefined : feedback.id)
                    }
                  />
                ))}
              </ul>
            </Paper>
          )}
          <Pager
            pageInfo={data.pageInfo}
            onCursor={cursor => url.patch({ cursor, feedback: undefined })}
          />
        </div>
        {chosen ? (
          <div>
            <Button
              className={classes.narrow}
              color="primary"
              onClick={() => choose(undefined)}
            >
              {t('roadmap.feedback.back')}
            </Button>
            <FeedbackDetails key={chosen} id={chosen} onShow={choose} />
          </div>
        ) : (
          <div className={classes.wide}>
            <Panel title={t('roadmap.feedback.details')}>
              {t('roadmap.feedback.select')}
            </Panel>
          </div>
        )}
      </div>
    </div>
  );
}
