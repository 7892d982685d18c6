import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RunState } from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { refusalOf } from '../../api/conflicts';
import { download } from '../../components';
import { useText } from '../../useText';
import type { Asked } from './CommandDialog';
import type { Outbox } from './useOutbox';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(2, 0),
      '& .MuiButton-root': { minHeight: 44, textTransform: 'none' },
    },
  }),
  { name: 'ProductOpsRunActions' },
);

/** What can be done with the run as a whole while it goes on. */
export function RunActions(props: {
  state: RunState;
  say: Outbox['say'];
  onAsk: (asked: Asked) => void;
}) {
  const { state, say, onAsk } = props;
  const classes = useStyles();
  const t = useText();
  const paused = state.status === 'paused';
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('runbooks.runs.actions')}
    >
      <Button
        variant={paused ? 'contained' : 'outlined'}
        color="primary"
        onClick={() => say({ type: paused ? 'resume' : 'pause' })}
      >
        {t(paused ? 'runbooks.runs.resume' : 'runbooks.runs.pause')}
      </Button>
      {(
        [
          ['hand-over', t('runbooks.runs.handOver')],
          ['note', t('runbooks.runs.note')],
          ['attach', t('runbooks.runs.attach')],
          ['close', t('runbooks.runs.close')],
        ] as const
      ).map(([type, label]) => (
        <Button
          key={type}
          variant="outlined"
          color="primary"
          onClick={() => onAsk({ type })}
        >
          {label}
        </Button>
      ))}
      <Button
        variant="outlined"
        color="primary"
        onClick={() => onAsk({ type: 'flag', problem: 'missing' })}
      >
        {t('runbooks.runs.missing')}
      </Button>
    </div>
  );
}

/** Takes the record of a closed run along. */
export function RecordButtons(props: { id: string }) {
  const { id } = props;
  const classes = useStyles();
  const t = useText();
  const { runs } = useApi(productOpsApiRef);
  const [problem, setProblem] = useState<string>();
  async function take(type: string, name: string, text: () => Promise<string>) {
    setProblem(undefined);
    try {
      download(new Blob([await text()], { type }), `run-${id}.${name}`);
    } catch (error) {
      setProblem(
        t('runbooks.runs.exportFailed', { reason: refusalOf(error).message }),
      );
    }
  }
  return (
    <>
      <div className={classes.root}>
        <Button
          variant="outlined"
          color="primary"
          onClick={() =>
            take('text/markdown', 'md', () => runs.getRecordAsMarkdown(id))
          }
        >
          {t('runbooks.runs.asMarkdown')}
        </Button>
        <Button
          variant="outlined"
          color="primary"
          onClick={() =>
            take('application/json', 'json', async () =>
              JSON.stringify(await runs.getRecord(id), null, 2),
            )
          }
        >
          {t('runbooks.runs.asJson')}
        </Button>
      </div>
      <div role="alert">{problem}</div>
    </>
  );
}
