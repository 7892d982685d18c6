import { useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  isWebAddress,
  runParameterProblems,
  type Runbook,
  type RunbookParameter,
  type RunbookRunReason,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, refusalOf } from '../../api/conflicts';
import { useStartRun } from '../../api/runsHooks';
import { useNewId } from '../../api/useRequestKey';
import { FormDialog } from '../../components';
import type { ShownAlert } from '../alerts/ShownAlert';
import { useText } from '../../useText';

const KINDS = ['incident', 'alert', 'drill', 'change', 'other'] as const;

/** One value that the runbook asks for. */
function ParameterField(props: {
  parameter: RunbookParameter;
  value: string;
  problem?: string;
  onChange: (value: string) => void;
}) {
  const { parameter, value, problem, onChange } = props;
  const t = useText();
  const id = useId();
  const { name, required, description, enum: values } = parameter;
  return (
    <TextField
      id={`${id}value`}
      label={
        required
          ? name
          : `${name} (${t('runbooks.runs.dialogs.start.optional')})`
      }
      required={required}
      select={Boolean(values)}
      variant="outlined"
      margin="dense"
      fullWidth
      value={value}
      error={Boolean(problem)}
      helperText={problem ?? description}
      inputProps={{ maxLength: 1000, autoComplete: 'off' }}
      onChange={event => onChange(event.target.value)}
    >
      {values?.map(one => (
        <MenuItem key={one} value={one}>
          {one}
        </MenuItem>
      ))}
    </TextField>
  );
}

function labelOf(
  alert: ShownAlert | undefined,
  name: string,
): string | undefined {
  return alert && Object.hasOwn(alert.labels, name)
    ? alert.labels[name]
    : undefined;
}

/** Starts a run of a runbook: why, and with which values. */
export function StartDialog(props: {
  entityRef: string;
  runbook: Runbook;
  /** The reason that is filled in. */
  initial?: Pick<RunbookRunReason, 'kind' | 'text'>;
  /** Because of which it is started: what is known of it is filled in. */
  alert?: ShownAlert;
  onClose: () => void;
  onStarted: (id: string) => void;
}) {
  const { entityRef, runbook, initial, alert, onClose, onStarted } = props;
  const t = useText();
  const id = useId();
  const start = useStartRun(entityRef, runbook.id);
  const [kind, setKind] = useState<RunbookRunReason['kind']>(
    alert ? 'alert' : initial?.kind ?? 'incident',
  );
  const [text, setText] = useState(
    alert
      ? [alert.name, alert.summary].filter(Boolean).join(': ').slice(0, 500)
      : initial?.text ?? '',
  );
  const [link, setLink] = useState(alert?.url ?? '');
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      runbook.parameters.map(one => [
        one.name,
        labelOf(alert, one.name)?.slice(0, 1000) ?? one.default ?? '',
      ]),
    ),
  );
  const [tried, setTried] = useState(false);
  const idOf = useNewId();
  const problems = runParameterProblems(runbook.parameters, values);
  const badLink = link.trim() !== '' && !isWebAddress(link.trim());

  async function send() {
    setTried(true);
    if (problems.size > 0 || badLink) {
      return false;
    }
    const body = {
      version: runbook.version,
      reason: {
        kind,
        text: text.trim(),
        ...(link.trim() && { link: link.trim() }),
      },
      parameters: values,
    };
    try {
      const run = await start.mutateAsync({ ...body, id: idOf(body) });
      onStarted(run.id);
      return undefined;
    } catch (error) {
      return currentOf(error)
        ? t('runbooks.runs.dialogs.start.changed')
        : `${t('runbooks.runs.dialogs.start.failed')}: ${
            refusalOf(error).message
          }`;
    }
  }

  return (
    <FormDialog
      title={t('runbooks.runs.dialogs.start.title', { title: runbook.title })}
      text={t('runbooks.runs.dialogs.start.text')}
      submit={t('runbooks.runs.dialogs.start.submit')}
      complete={text.trim() !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        id={`${id}kind`}
        select
        label={t('runbooks.runs.dialogs.start.kind')}
        variant="outlined"
        margin="dense"
        fullWidth
        value={kind}
        onChange={event =>
          setKind(KINDS.find(one => one === event.target.value) ?? 'other')
        }
      >
        {KINDS.map(one => (
          <MenuItem key={one} value={one}>
            {t(`runbooks.runs.reasons.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id={`${id}text`}
        label={t('runbooks.runs.dialogs.start.reason')}
        required
        variant="outlined"
        margin="dense"
        fullWidth
        value={text}
        inputProps={{ maxLength: 500, autoComplete: 'off' }}
        onChange={event => setText(event.target.value)}
      />
      <TextField
        id={`${id}link`}
        label={`${t('runbooks.runs.dialogs.start.link')} (${t(
          'runbooks.runs.dialogs.start.optional',
        )})`}
        variant="outlined"
        margin="dense"
        fullWidth
        value={link}
        error={tried && badLink}
        helperText={tried && badLink ? 'https://…' : undefined}
        inputProps={{ maxLength: 2000, autoComplete: 'off' }}
        onChange={event => setLink(event.target.value)}
      />
      {runbook.parameters.map(parameter => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          problem={tried ? problems.get(parameter.name) : undefined}
          onChange={value =>
            setValues(before => ({ ...before, [parameter.name]: value }))
          }
        />
      ))}
    </FormDialog>
  );
}
