import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { StageTransition } from '@productops/backstage-plugin-product-ops-common';
import { useTransition } from '../../api/lifecycleHooks';
import { line, Missing, OnDate } from '../../components';
import { useText } from '../../useText';
import { CheckList } from './CheckList';
import { TransitionFacts } from './TransitionFacts';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // A dialog is not on the page's surface, which sets both for the rest.
    content: { fontFamily: theme.typography.fontFamily, fontSize: '0.9rem' },
    checked: {
      borderBottom: `1px solid ${line(theme)}`,
      padding: theme.spacing(1, 0),
      marginBottom: theme.spacing(1.5),
    },
    close: { textTransform: 'none' },
  }),
  { name: 'ProductOpsLifecycleEvidence' },
);

function Evidence(props: { transition: StageTransition }) {
  const { transition } = props;
  const { state, checks = [], checkedAt, to, entity } = transition;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      <TransitionFacts transition={transition} />
      <Typography variant="body2" className={classes.checked}>
        {state === 'requested' && t('lifecycleTab.evidenceNow')}
        {state !== 'requested' &&
          checkedAt &&
          t('lifecycleTab.evidenceFrozen', {
            date: <OnDate value={checkedAt} />,
          })}
      </Typography>
      {checks.length === 0 ? (
        t('lifecycleTab.evidenceNone')
      ) : (
        <CheckList
          label={t('lifecycleTab.checks', { stage: to.title })}
          checks={checks}
          entity={entity}
          frozen
        />
      )}
    </>
  );
}

/** What was true when a move was decided, check by check. */
export function EvidenceDialog(props: { id: string; onClose: () => void }) {
  const t = useText();
  const classes = useStyles();
  const titleId = useId();
  const { data, error, refetch } = useTransition(props.id);
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {data
          ? t('lifecycleTab.evidenceOf', { stage: data.to.title })
          : t('lifecycleTab.showEvidence')}
      </DialogTitle>
      <DialogContent
        className={classes.content}
        tabIndex={0}
        role="group"
        aria-labelledby={titleId}
      >
        {data ? (
          <Evidence transition={data} />
        ) : (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('lifecycleTab.showEvidence')}
            rows={[160]}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button
          color="primary"
          className={classes.close}
          onClick={props.onClose}
        >
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
