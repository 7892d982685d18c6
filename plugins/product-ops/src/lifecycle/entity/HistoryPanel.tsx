import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import DriftIcon from '@material-ui/icons/CallSplit';
import ExportIcon from '@material-ui/icons/GetApp';
import type {
  EntityLink,
  LifecycleEvent,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import {
  useHistoryExport,
  useLifecycleHistory,
} from '../../api/lifecycleHooks';
import {
  download,
  EntityName,
  Missing,
  Muted,
  OnDate,
  Pager,
  Panel,
  readableDate,
  Tag,
  Timeline,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';
import { EvidenceDialog } from './EvidenceDialog';

const PAGE = 20;

/** What is decided with evidence that is frozen. */
const DECIDED: LifecycleEvent['event'][] = ['approved', 'refused', 'completed'];

const useStyles = makeStyles(
  (theme: Theme) => ({
    events: { marginTop: theme.spacing(1) },
    stage: { fontWeight: 700 },
    exports: { display: 'flex', gap: theme.spacing(1), flexWrap: 'wrap' },
  }),
  { name: 'ProductOpsLifecycleHistory' },
);

/** One thing that happened, in a sentence. */
function Happened(props: { event: LifecycleEvent; onEvidence: () => void }) {
  const { event, origin, from, to, check, answer, by, as, text, until, at } =
    props.event;
  const { transition } = props.event;
  const classes = useStyles();
  const t = useText();
  const drift = origin === 'drift';
  return (
    <>
      {by && <EntityName entity={by} />}{' '}
      {as &&
        as.length > 0 &&
        t('lifecycleTab.eventAs', { titles: as.join(', ') })}{' '}
      {event === 'stage' && origin
        ? t(`lifecycleTab.origins.${origin}`)
        : t(`lifecycleTab.events.${event}`)}{' '}
      {to && <span className={classes.stage}>{to.title}</span>}
      {!to && event === 'stage' && origin !== 'left' && (
        <span className={classes.stage}>{t('lifecycleTab.changedToNone')}</span>
      )}{' '}
      {from && t('lifecycleTab.fromStage', { stage: from.title })}
      {check && <span className={classes.stage}>{check.title}</span>}
      {props.event.about && <EntityName entity={props.event.about} />}
      {answer && `: ${t(`lifecycleTab.answers.${answer}`)}`}
      {props.event.said && `: ${t(`sunset.states.${props.event.said}`)}`}{' '}
      {drift && (
        <Tag tone="warn" icon={<DriftIcon aria-hidden />}>
          {t('lifecycleTab.drift')}
        </Tag>
      )}
      {drift && <div>{t('lifecycleTab.driftText')}</div>}
      {origin === 'configuration' && (
        <div>{t('lifecycleTab.configurationText')}</div>
      )}
      {text && <div>“{text}”</div>}
      <Muted>
        <When value={at} />
        {until && (
          <>
            {' · '}
            {t('lifecycleTab.eventUntil', { date: <OnDate value={until} /> })}
          </>
        )}
      </Muted>
      {transition && DECIDED.includes(event) && (
        <Button
          size="small"
          color="primary"
          aria-haspopup="dialog"
          aria-label={t('lifecycleTab.showEvidenceOf', {
            stage: to?.title ?? '',
            date: readableDate(at),
          })}
          onClick={props.onEvidence}
        >
          {t('lifecycleTab.showEvidence')}
        </Button>
      )}
    </>
  );
}

/** The buttons that save all of the history as a file. */
function Exports(props: { entity: EntityLink }) {
  const { kind, namespace, name, ref } = props.entity;
  const classes = useStyles();
  const t = useText();
  const { mutateAsync, isPending, error } = useHistoryExport(ref);
  async function save(format: 'csv' | 'json') {
    try {
      const type = format === 'csv' ? 'text/csv' : 'application/json';
      download(
        new Blob([await mutateAsync(format)], { type }),
        `lifecycle-${kind}-${namespace}-${name}.${format}`,
      );
    } catch {
      // Told below the buttons.
    }
  }
  return (
    <div className={classes.exports}>
      {(['csv', 'json'] as const).map(format => (
        <Button
          key={format}
          size="small"
          color="primary"
          startIcon={<ExportIcon />}
          disabled={isPending}
          onClick={() => save(format)}
        >
          {t('lifecycleTab.exportAs', {
            format: format.toLocaleUpperCase('en-US'),
          })}
        </Button>
      ))}
      <div role="alert">
        {error &&
          `${t('lifecycleTab.exportFailed')}: ${refusalOf(error).message}`}
      </div>
    </div>
  );
}

/** All that became of the stage, the latest first. */
export function HistoryPanel(props: { entity: EntityLink }) {
  const { entity } = props;
  const classes = useStyles();
  const t = useText();
  const { get, patch } = useUrlState();
  const cursor = get('cursor');
  const [evidence, setEvidence] = useState<string>();
  const { data, error, refetch } = useLifecycleHistory(entity.ref, {
    limit: PAGE,
    ...(cursor && { cursor }),
  });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={cursor ? () => patch({ cursor: undefined }) : undefined}
        what={t('lifecycleTab.history')}
        rows={[160]}
      />
    );
  }
  return (
    <Panel
      title={t('lifecycleTab.history')}
      action={data.items.length > 0 && <Exports entity={entity} />}
    >
      {data.items.length === 0 ? (
        t('lifecycleTab.noHistory')
      ) : (
        <>
          <Muted>
            {t('lifecycleTab.historyText')}
            {data.truncated && ` ${t('lifecycleTab.historyCut')}`}
          </Muted>
          <div className={classes.events}>
            <Timeline label={t('lifecycleTab.history')}>
              {data.items.map(event => (
                <li key={event.id}>
                  <Happened
                    event={event}
                    onEvidence={() => setEvidence(event.transition)}
                  />
                </li>
              ))}
            </Timeline>
          </div>
          <Pager
            pageInfo={data.pageInfo}
            onCursor={next => patch({ cursor: next })}
          />
        </>
      )}
      {evidence && (
        <EvidenceDialog id={evidence} onClose={() => setEvidence(undefined)} />
      )}
    </Panel>
  );
}
