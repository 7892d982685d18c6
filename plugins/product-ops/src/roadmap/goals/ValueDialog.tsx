import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type {
  GoalDetails,
  GoalQuestion,
  GoalValue,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useAddGoalValue } from '../../api/goalsHooks';
import { useRequestKey } from '../../api/useRequestKey';
import { FormDialog, numberIn, readableDate } from '../../components';
import { useText } from '../../useText';
import { withUnit } from './words';

/** The contract's bound. */
const MAX_NOTE = 1_000;

/** Records a value of a metric, or corrects one. */
export function ValueDialog(props: {
  question: GoalQuestion;
  metric: NonNullable<GoalDetails['metric']>;
  corrects?: GoalValue;
  onClose: () => void;
}) {
  const { question, metric, corrects, onClose } = props;
  const t = useText();
  const id = useId();
  const keyOf = useRequestKey();
  const [value, setValue] = useState('');
  const [day, setDay] = useState(
    (corrects?.at ?? new Date().toISOString()).slice(0, 10),
  );
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = useAddGoalValue(question);
  const today = new Date().toISOString().slice(0, 10);

  async function submit() {
    const number = numberIn(value);
    if (number === undefined || number === false) {
      setWrong(true);
      return false;
    }
    setWrong(false);
    // What is of today is of now, so that it comes after what was recorded this morning.
    const at =
      day === today || day === corrects?.at.slice(0, 10) ? undefined : day;
    const recorded = {
      value: number,
      ...(at && { at }),
      ...(note.trim() && { note: note.trim() }),
      ...(corrects && { corrects: corrects.id }),
    };
    try {
      await add.mutateAsync({ ...recorded, key: keyOf(recorded) });
      return undefined;
    } catch (error) {
      return t('roadmap.goals.valueDialog.failed', {
        message: refusalOf(error).message,
      });
    }
  }

  return (
    <FormDialog
      title={
        corrects
          ? t('roadmap.goals.valueDialog.correctTitle', {
              value: withUnit(corrects.value, metric.unit),
              day: readableDate(corrects.at),
            })
          : t('roadmap.goals.valueDialog.title', { name: metric.name })
      }
      text={t(
        corrects
          ? 'roadmap.goals.valueDialog.correctText'
          : 'roadmap.goals.valueDialog.text',
      )}
      submit={t('roadmap.goals.valueDialog.submit')}
      complete={value.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        id={`${id}value`}
        label={
          metric.unit
            ? t('roadmap.goals.valueDialog.valueUnit', { unit: metric.unit })
            : t('roadmap.goals.valueDialog.value')
        }
        required
        variant="outlined"
        margin="normal"
        fullWidth
        value={value}
        error={wrong}
        helperText={wrong ? t('roadmap.goals.valueDialog.valueHint') : ' '}
        inputProps={{ inputMode: 'decimal', maxLength: 40 }}
        onChange={event => setValue(event.target.value)}
      />
      <TextField
        id={`${id}at`}
        label={t('roadmap.goals.valueDialog.at')}
        type="date"
        variant="outlined"
        margin="normal"
        fullWidth
        value={day}
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: today }}
        onChange={event => setDay(event.target.value)}
      />
      <TextField
        id={`${id}note`}
        label={t('roadmap.goals.valueDialog.note')}
        variant="outlined"
        margin="normal"
        fullWidth
        value={note}
        inputProps={{ maxLength: MAX_NOTE }}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
