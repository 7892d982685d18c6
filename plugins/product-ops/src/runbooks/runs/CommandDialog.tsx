import { useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  runCommandProblem,
  type RunbookRunOutcome,
  type RunState,
} from '@productops/backstage-plugin-product-ops-common';
import { inWords } from '../../api/conflicts';
import { FormDialog } from '../../components';
import { EntityField } from '../../ownership/EntityField';
import { useText, type Text } from '../../useText';
import {
  DataLossFields,
  isWrongLoss,
  lossOf,
  type DataLoss,
} from '../recovery/DataLossFields';
import type { Outbox, RunSaying } from './useOutbox';

/** The contract's bounds. */
const MAX_NOTE = 4000;
const MAX_OUTPUT = 20_000;
const MAX_LINK = 2000;
const OUTCOMES = ['succeeded', 'failed', 'abandoned'] as const;

/** What somebody is about to say, of which the words are missing. */
export type Asked = RunSaying & {
  type: 'step' | 'flag' | 'attach' | 'note' | 'hand-over' | 'close';
};

/** What the dialog is called. */
function titleOf(t: Text, { type, state, problem, step: id = '' }: Asked) {
  if (type === 'step') {
    return state === 'skipped'
      ? t('runbooks.runs.dialogs.titles.skipped', { id })
      : t('runbooks.runs.dialogs.titles.failed', { id });
  }
  if (type === 'flag') {
    return problem === 'missing'
      ? t('runbooks.runs.dialogs.titles.missing')
      : t('runbooks.runs.dialogs.titles.wrong');
  }
  return t(`runbooks.runs.dialogs.titles.${type}`);
}

/** Asks for the words that go with what somebody says of a run or of a step. */
export function CommandDialog(props: {
  asked: Asked;
  state: RunState;
  say: Outbox['say'];
  onClose: () => void;
}) {
  const { asked, state, say, onClose } = props;
  const t = useText();
  const id = useId();
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  const [output, setOutput] = useState('');
  const [to, setTo] = useState('');
  const [outcome, setOutcome] = useState<RunbookRunOutcome>('succeeded');

  const [loss, setLoss] = useState<DataLoss>({ number: '', unit: 'M' });
  const asksLoss = asked.type === 'close' && state.reason?.kind === 'drill';

  async function send() {
    if (asksLoss && isWrongLoss(loss)) {
      return t('runbooks.recovery.lossWrong');
    }
    const dataLoss = asksLoss ? lossOf(loss) : undefined;
    const saying: RunSaying = {
      ...asked,
      ...(note.trim() && { note }),
      ...(link.trim() && { link: link.trim() }),
      ...(output.trim() && { output }),
      ...(asked.type === 'hand-over' && { to: to.trim() }),
      ...(asked.type === 'close' && { outcome }),
      ...(dataLoss && { dataLoss }),
    };
    const problem = runCommandProblem(state, { ...saying, id: '' });
    return problem ? inWords(problem.message) : say(saying);
  }

  const field = (more: {
    name: string;
    label: string;
    value: string;
    max: number;
    rows?: number;
    onChange: (value: string) => void;
  }) => (
    <TextField
      id={`${id}${more.name}`}
      label={more.label}
      variant="outlined"
      margin="normal"
      fullWidth
      multiline={more.rows !== undefined}
      minRows={more.rows}
      value={more.value}
      inputProps={{ maxLength: more.max, autoComplete: 'off' }}
      onChange={event => more.onChange(event.target.value)}
    />
  );
  return (
    <FormDialog
      title={titleOf(t, asked)}
      text={t(`runbooks.runs.dialogs.texts.${asked.type}`)}
      submit={t('runbooks.runs.dialogs.save')}
      onClose={onClose}
      onSubmit={send}
    >
      {asked.type === 'close' && (
        <TextField
          id={`${id}outcome`}
          select
          label={t('runbooks.runs.dialogs.outcome')}
          variant="outlined"
          margin="normal"
          fullWidth
          value={outcome}
          onChange={event =>
            setOutcome(
              OUTCOMES.find(one => one === event.target.value) ?? 'succeeded',
            )
          }
        >
          {OUTCOMES.map(one => (
            <MenuItem key={one} value={one}>
              {t(`runbooks.runs.outcomes.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {asksLoss && <DataLossFields value={loss} onChange={setLoss} />}
      {asked.type === 'hand-over' && (
        <EntityField
          label={t('runbooks.runs.dialogs.to')}
          required
          value={to}
          among="owners"
          hint={t('runbooks.runs.dialogs.toHint')}
          onChange={setTo}
        />
      )}
      {asked.type === 'attach' && (
        <>
          {field({
            name: 'link',
            label: t('runbooks.runs.dialogs.link'),
            value: link,
            max: MAX_LINK,
            onChange: setLink,
          })}
          {field({
            name: 'output',
            label: t('runbooks.runs.dialogs.output'),
            value: output,
            max: MAX_OUTPUT,
            rows: 3,
            onChange: setOutput,
          })}
        </>
      )}
      {field({
        name: 'note',
        label: t(
          asked.type === 'step'
            ? 'runbooks.runs.dialogs.noteWhy'
            : 'runbooks.runs.dialogs.noteLabel',
        ),
        value: note,
        max: MAX_NOTE,
        rows: 2,
        onChange: setNote,
      })}
    </FormDialog>
  );
}
