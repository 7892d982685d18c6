import { type ChangeEvent, useId, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  RoadmapCsvProblem,
  RoadmapImport,
  RoadmapImportResult,
} from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { isFields, refusalOf } from '../../api/conflicts';
import { useAskAgain } from '../../api/rooms';
import { mutedInk } from '../../components';
import { useText } from '../../useText';
import { ImportPreview } from './ImportPreview';
import { Problems } from './Problems';

const MAX_BYTES = 2 * 1024 * 1024;

const useStyles = makeStyles(
  (theme: Theme) => ({
    choose: { margin: theme.spacing(2, 0) },
    input: {
      // The button stands for it: browsers draw it each in their own way.
      position: 'absolute',
      opacity: 0,
      width: 1,
      height: 1,
    },
    name: { color: mutedInk(theme), marginLeft: theme.spacing(1.5) },
    actions: {
      padding: theme.spacing(1, 3, 2),
      '& .MuiButton-root': { textTransform: 'none' },
    },
    button: { textTransform: 'none' },
  }),
  { name: 'ProductOpsImportDialog' },
);

interface Refused {
  title: string;
  message: string;
  problems: RoadmapCsvProblem[];
}

/** What an answer tells of places: problems of a text, or rows that are old. */
function placesOf(error: unknown): RoadmapCsvProblem[] {
  const told: unknown =
    error instanceof ResponseError ? error.body.error : undefined;
  if (!isFields(told)) {
    return [];
  }
  const list = Array.isArray(told.problems) ? told.problems : told.rows;
  return Array.isArray(list)
    ? list.filter(isFields).map(one => ({
        ...(typeof one.row === 'number' && { row: one.row }),
        ...(typeof one.column === 'string' && { column: one.column }),
        code: String(one.code ?? 'stale'),
        message: [one.title, one.message].filter(Boolean).join(': '),
        expected: String(one.expected ?? ''),
      }))
    : [];
}

/** Imports a CSV file: choose it, see row by row what would change, and then have it done. */
export function ImportDialog(props: {
  entityRef?: string;
  onClose: () => void;
}) {
  const { entityRef, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { exchange } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('roadmap');
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [plan, setPlan] = useState<RoadmapImport>();
  const [result, setResult] = useState<RoadmapImportResult>();
  const [refused, setRefused] = useState<Refused>();

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (!file) {
      return;
    }
    setName(file.name);
    setPlan(undefined);
    setRefused(undefined);
    const failed = t('roadmap.exchange.import.failed');
    if (file.size > MAX_BYTES) {
      setRefused({
        title: failed,
        message: t('roadmap.exchange.import.tooLarge', {
          size: (file.size / 1024 / 1024).toFixed(1),
        }),
        problems: [],
      });
      return;
    }
    setBusy(true);
    try {
      setPlan(await exchange.previewImport(file, entityRef));
    } catch (error) {
      const problems = placesOf(error);
      setRefused({
        title: failed,
        message: problems.length > 0 ? '' : refusalOf(error).message,
        problems,
      });
    }
    setBusy(false);
    // The same file can be chosen again once it was mended.
    event.target.value = '';
  }

  async function apply(id: string) {
    setBusy(true);
    setRefused(undefined);
    try {
      setResult(await exchange.applyImport(id));
      setPlan(undefined);
    } catch (error) {
      setRefused({
        title: t('roadmap.exchange.import.applyFailed'),
        message: refusalOf(error).message,
        problems: placesOf(error),
      });
    }
    await askAgain();
    setBusy(false);
  }

  const writes = plan ? plan.counts.create + plan.counts.change : 0;
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      maxWidth={plan ? 'lg' : 'sm'}
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('roadmap.exchange.import.title')}
      </DialogTitle>
      <DialogContent>
        {!result && (
          <>
            <Typography>{t('roadmap.exchange.import.text')}</Typography>
            <div className={classes.choose}>
              <input
                ref={input}
                type="file"
                tabIndex={-1}
                accept=".csv,text/csv"
                className={classes.input}
                aria-label={t('roadmap.exchange.import.file')}
                disabled={busy}
                onChange={choose}
              />
              <Button
                variant="outlined"
                color="primary"
                className={classes.button}
                disabled={busy}
                onClick={() => input.current?.click()}
              >
                {t(
                  name
                    ? 'roadmap.exchange.import.another'
                    : 'roadmap.exchange.import.choose',
                )}
              </Button>
              {name && <span className={classes.name}>{name}</span>}
            </div>
          </>
        )}
        <div role="status">
          {busy &&
            name &&
            !plan &&
            t('roadmap.exchange.import.reading', { name })}
          {result &&
            t('roadmap.exchange.import.applied', {
              created: result.created,
              changed: result.changed,
            })}
        </div>
        <div role="alert">
          {refused && (
            <>
              <Typography component="h3" variant="subtitle1">
                {refused.title}
              </Typography>
              {refused.message && <Typography>{refused.message}</Typography>}
              <Problems problems={refused.problems} />
            </>
          )}
        </div>
        {plan && <ImportPreview plan={plan} entityRef={entityRef} />}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose} disabled={busy}>
          {t(result ? 'roadmap.exchange.import.done' : 'common.cancel')}
        </Button>
        {plan?.id && (
          <Button
            variant="contained"
            color="primary"
            disabled={busy}
            onClick={() => apply(plan.id!)}
          >
            {t('roadmap.exchange.import.apply', { count: writes })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
