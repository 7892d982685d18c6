import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import BackIcon from '@material-ui/icons/ArrowBack';
import { isNotFound } from '../api/errors';
import { useRunbook } from '../api/hooks';
import {
  Choice,
  line,
  Missing,
  NotFound,
  Panel,
  Teach,
  useUrlState,
} from '../components';
import { RUNBOOK_LINES, SourceBanner } from '../documents';
import { useText } from '../useText';
import { AuthorBar } from './authoring/AuthorBar';
import { ImagesOf } from './authoring/RunbookImage';
import { headingElement } from './headings';
import { RunbookFacts, RunbookParameters } from './RunbookFacts';
import { becauseOf } from './followups/becauseOf';
import { RunbookFollowUps } from './followups/FollowUps';
import { RunbookFindings } from './RunbookFindings';
import { ReviewNotice, RunbookReviews } from './reviews/RunbookReviews';
import { RunbookRuns } from './runs/RunsPanel';
import { SafeMarkdown } from './SafeMarkdown';
import { StepList } from './StepList';
import { withoutTitle } from './withoutTitle';
import { FreshnessTag, RunbookTypeTag } from './tags';

/** Deeper headings than this are not in the table of contents. */
const CONTENTS_DEPTH = 3;

const useStyles = makeStyles(
  (theme: Theme) => ({
    back: {
      display: 'inline-flex',
      gap: 4,
      alignItems: 'center',
      marginBottom: theme.spacing(1),
      '& svg': { fontSize: '1.1rem' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      marginBottom: theme.spacing(2),
    },
    title: {
      fontSize: '1.35rem',
      fontWeight: 700,
      marginRight: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    spacer: { flex: '1 0 0' },
    // Above the text: who needs it now need not scroll on a phone.
    runs: { marginBottom: theme.spacing(2) },
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 280px',
      },
    },
    text: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(2.5),
      minWidth: 0,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    side: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    contents: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.88rem',
      maxHeight: '40vh',
      overflowY: 'auto',
      '& li': { padding: '3px 0', overflowWrap: 'anywhere' },
    },
  }),
  { name: 'ProductOpsRunbookReader' },
);

/** One runbook: its text or its steps, its contents and its facts. */
export function RunbookReader(props: {
  entityRef: string;
  id: string;
  /** Where the library is; on the same page when left out. */
  library?: string;
}) {
  const { entityRef, id } = props;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const { hash } = useLocation();
  const text = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useRunbook(entityRef, id);
  const view = url.get('view') === 'steps' ? 'steps' : 'read';
  const version = data?.version ?? '';
  const images = useMemo(
    () => ({ entityRef, id, version }),
    [entityRef, id, version],
  );

  useEffect(() => {
    if (data && hash && text.current) {
      const element = headingElement(text.current, data.headings, hash);
      element?.scrollIntoView?.();
      element?.setAttribute('tabindex', '-1');
      element?.focus({ preventScroll: true });
    }
  }, [data, hash, view]);

  const library =
    props.library ??
    url.hrefWith({
      of: undefined,
      runbook: undefined,
      view: undefined,
      alert: undefined,
      label: undefined,
      cursor: url.get('cursor'),
    });
  const back = (
    <Link to={library} className={classes.back}>
      <BackIcon aria-hidden />
      {t('runbooks.back')}
    </Link>
  );
  if (!data) {
    return (
      <>
        {back}
        {isNotFound(error) ? (
          <NotFound
            title={t('errors.runbookNotFoundTitle')}
            text={t('errors.runbookNotFound')}
            action={<Link to={library}>{t('runbooks.back')}</Link>}
          />
        ) : (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('runbooks.whatOne')}
            rows={[40, 400]}
          />
        )}
      </>
    );
  }

  const hrefOf = (place: { runbook?: string; heading?: string }) =>
    place.runbook
      ? url.hrefWith({ runbook: place.runbook, view: undefined })
      : `${url.hrefWith({ view: undefined })}#${encodeURIComponent(
          place.heading ?? '',
        )}`;
  const contents = data.headings.filter(
    (heading, index) =>
      heading.depth <= CONTENTS_DEPTH &&
      !(index === 0 && heading.text === data.title),
  );
  const top = Math.min(...contents.map(heading => heading.depth));
  return (
    <div>
      {back}
      <div className={classes.head}>
        <Typography component="h2" className={classes.title}>
          {data.title}
        </Typography>
        <RunbookTypeTag type={data.type} />
        <FreshnessTag runbook={data} />
        <span className={classes.spacer} />
        <Choice
          label={t('common.view')}
          value={view}
          options={[
            { value: 'read', label: t('runbooks.read') },
            {
              value: 'steps',
              label: `${t('runbooks.stepsTab')} · ${data.steps}`,
            },
          ]}
          onChange={value =>
            url.patch({ view: value === 'steps' ? 'steps' : undefined })
          }
        />
      </div>
      {data.source && <SourceBanner source={data.source} />}
      <AuthorBar
        entityRef={entityRef}
        runbook={data}
        onRemoved={() => url.patch({ runbook: undefined, view: undefined })}
      />
      <ReviewNotice entityRef={entityRef} runbook={data} />
      <div className={classes.runs}>
        <RunbookRuns entityRef={entityRef} runbook={data} />
        <RunbookFollowUps
          entityRef={entityRef}
          runbook={data}
          because={becauseOf(data, t)}
        />
      </div>
      <div className={classes.columns}>
        <Paper elevation={0} className={classes.text} ref={text}>
          <ImagesOf.Provider value={images}>
            {view === 'read' && (
              <SafeMarkdown
                content={withoutTitle(data.content, data.title)}
                links={data.links}
                hrefOf={hrefOf}
              />
            )}
            {view === 'steps' && data.outline.length > 0 && (
              <StepList
                steps={data.outline}
                title={data.title}
                links={data.links}
                hrefOf={hrefOf}
              />
            )}
            {view === 'steps' && data.outline.length === 0 && (
              <Teach
                text={t('runbooks.noSteps')}
                lines={[
                  {
                    label: t('common.addTo', { file: data.path }),
                    text: RUNBOOK_LINES,
                  },
                ]}
              />
            )}
          </ImagesOf.Provider>
        </Paper>
        <div className={classes.side}>
          {view === 'read' && contents.length > 1 && (
            <Panel title={t('runbooks.contents')}>
              <ul className={classes.contents}>
                {contents.map(heading => (
                  <li
                    key={`${heading.slug} ${heading.line}`}
                    style={{ paddingLeft: (heading.depth - top) * 12 }}
                  >
                    <Link to={hrefOf({ heading: heading.slug })}>
                      {heading.text}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <RunbookParameters parameters={data.parameters} />
          <RunbookFacts entityRef={entityRef} runbook={data} />
          <RunbookReviews entityRef={entityRef} runbook={data} />
          <RunbookFindings runbook={data} />
        </div>
      </div>
    </div>
  );
}
