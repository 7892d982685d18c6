import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { isNotFound } from '../../api/errors';
import { useFollowUps } from '../../api/followUpsHooks';
import { useRun, useRunLog } from '../../api/runsHooks';
import {
  CalmLine,
  Missing,
  Muted,
  NotFound,
  Notice,
  Panel,
  Timeline,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';
import { CommandDialog, type Asked } from './CommandDialog';
import { Here } from './Here';
import { RecordButtons, RunActions } from './RunActions';
import { RunDrill } from './RunDrill';
import { RunFollowUps } from './RunFollowUps';
import { RunHead } from './RunHead';
import { Remarks, RunSteps } from './RunSteps';
import { useOutbox } from './useOutbox';
import { useRunState, type RunSight } from './useRunState';
import { deedOf } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      maxWidth: 860,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
    },
  }),
  { name: 'ProductOpsRunPage' },
);

/** All that was said, in its one order. */
function History(props: { sight: RunSight }) {
  const { events, nameOf } = props.sight;
  const t = useText();
  return (
    <Panel title={t('runbooks.runs.history')} count={events.length}>
      <Timeline label={t('runbooks.runs.history')}>
        {[...events].reverse().map(event => (
          <li key={event.id}>
            {nameOf(event.by)} {deedOf(t, event, nameOf)} ·{' '}
            <When value={event.at} />
            {event.note && `: ${event.note}`}
          </li>
        ))}
      </Timeline>
    </Panel>
  );
}

/** One run, as several work on it at once, or as its record once it is closed. */
export function RunPage(props: { id: string }) {
  const { id } = props;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const run = useRun(id);
  const log = useRunLog(id);
  const outbox = useOutbox(id);
  const sight = useRunState(log.data, outbox);
  const followUps = useFollowUps({ run: id }).data;
  const [asked, setAsked] = useState<Asked>();
  const library = url.hrefWith({
    run: undefined,
    step: undefined,
    runbook: undefined,
  });
  const error = run.error ?? log.error;
  if (isNotFound(error)) {
    return (
      <NotFound
        title={t('runbooks.runs.notFoundTitle')}
        text={t('runbooks.runs.notFound')}
        action={<Link to={library}>{t('runbooks.back')}</Link>}
      />
    );
  }
  if (!run.data || !log.data) {
    return (
      <Missing
        error={error}
        onRetry={() => {
          run.refetch();
          log.refetch();
        }}
        what={t('runbooks.runs.what')}
        rows={[60, 400]}
      />
    );
  }
  const { data } = run;
  const { state } = sight;
  const closed = state.status === 'closed';
  const mayAct = data.may.run && !closed;
  return (
    <div className={classes.root}>
      <div className={classes.links}>
        <Link to={library}>{t('runbooks.back')}</Link>
        {data.ground !== 'gone' && (
          <Link
            to={url.hrefWith({
              run: undefined,
              step: undefined,
              runbook: data.runbook.id,
            })}
          >
            {t('runbooks.runs.open')}
          </Link>
        )}
      </div>
      <RunHead run={data} sight={sight} />
      {!closed && <Here id={id} />}
      {data.ground !== 'same' && (
        <CalmLine>{t(`runbooks.runs.${data.ground}`)}</CalmLine>
      )}
      {!data.may.run && !closed && (
        <CalmLine>{t('runbooks.runs.readOnly')}</CalmLine>
      )}
      {state.status === 'paused' && (
        <CalmLine>{t('runbooks.runs.isPaused')}</CalmLine>
      )}
      <div role="status">
        {outbox.stuck &&
          outbox.queue.length > 0 &&
          t('runbooks.runs.waiting', { count: outbox.queue.length })}
      </div>
      <Notice
        label={t('runbooks.runs.refused')}
        good={false}
        onHide={outbox.forgetRefused}
      >
        {outbox.refused && `${t('runbooks.runs.refused')}: ${outbox.refused}`}
      </Notice>
      {closed && <RecordButtons id={id} />}
      {closed && data.reason.kind === 'drill' && <RunDrill id={id} />}
      {state.closedAt && state.closedBy && (
        <Panel title={t('runbooks.runs.ended')}>
          {state.closing && <div>{state.closing}</div>}
          <Muted>
            {sight.nameOf(state.closedBy)} · <When value={state.closedAt} />
          </Muted>
        </Panel>
      )}
      <RunSteps
        run={data}
        sight={sight}
        followUps={followUps}
        mayAct={mayAct && state.status === 'running'}
        say={outbox.say}
        onAsk={setAsked}
      />
      <Remarks remarks={state.remarks} nameOf={sight.nameOf} />
      {mayAct && <RunActions state={state} say={outbox.say} onAsk={setAsked} />}
      <RunFollowUps run={data} sight={sight} list={followUps} />
      <History sight={sight} />
      {asked && (
        <CommandDialog
          asked={asked}
          state={state}
          say={outbox.say}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
