import { type ReactNode, useId, useState } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import type {
  SunsetAnswer,
  SunsetDependantView,
  SunsetPlanOutline,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useAcknowledgeSunset } from '../../api/lifecyclePortfolioHooks';
import { FormDialog, isOver, readableDate } from '../../components';
import { useText } from '../../useText';
import { currentDependant } from './conflicts';
import { DependantFacts, DependantTag } from './DependantFacts';
import { Field } from './Field';
import { isDate } from './planProblems';

const ANSWERS: SunsetAnswer[] = ['acknowledged', 'moved', 'objected'];
const MAX_NOTE = 2_000;

/** Says as the owner of a dependant what becomes of it. */
export function AnswerDialog(props: {
  plan: SunsetPlanOutline;
  dependant: SunsetDependantView;
  onClose: () => void;
  onAnswered: () => void;
}) {
  const { plan, dependant, onClose, onAnswered } = props;
  const { endOfLife } = plan;
  const t = useText();
  const labelId = useId();
  const acknowledge = useAcknowledgeSunset();
  const last = dependant.answer;
  const [answer, setAnswer] = useState<SunsetAnswer>(
    last?.answer ?? 'acknowledged',
  );
  const [note, setNote] = useState(last?.note ?? '');
  const due = plan.endOfSupport ?? endOfLife;
  const [dueOn, setDueOn] = useState(
    dependant.dueOn === due ? '' : dependant.dueOn,
  );
  const [problems, setProblems] = useState<{ note?: string; dueOn?: string }>(
    {},
  );
  const [version, setVersion] = useState(dependant.version);

  async function send(): Promise<ReactNode | undefined> {
    const found: typeof problems = {};
    if (answer === 'objected' && !note.trim()) {
      found.note = t('sunset.problems.why');
    }
    if (answer === 'acknowledged' && dueOn) {
      if (!isDate(dueOn)) {
        found.dueOn = t('sunset.problems.notADate');
      } else if (dueOn !== dependant.dueOn && isOver(dueOn)) {
        found.dueOn = t('sunset.problems.past');
      } else if (dueOn > endOfLife) {
        found.dueOn = t('sunset.problems.afterEnd', {
          date: readableDate(endOfLife),
        });
      }
    }
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return false;
    }
    try {
      await acknowledge.mutateAsync({
        plan: plan.id,
        entity: dependant.entity.ref,
        version,
        answer,
        ...(note.trim() && { note: note.trim() }),
        ...(answer === 'acknowledged' && dueOn && { dueOn }),
      });
      onAnswered();
      return undefined;
    } catch (error) {
      const current = currentDependant(error);
      if (!current) {
        return `${t('sunset.dialog.failed')}: ${refusalOf(error).message}`;
      }
      setVersion(current.version);
      return (
        <>
          <Typography>{t('sunset.dialog.answerConflict')}</Typography>
          <DependantTag state={current.state} />
          <DependantFacts dependant={current} />
          <Typography>{t('sunset.dialog.again')}</Typography>
        </>
      );
    }
  }

  return (
    <FormDialog
      title={t('sunset.dialog.answerTitle', {
        entity: dependant.entity.title,
      })}
      text={t('sunset.dialog.answerText', {
        leaving: plan.entity.title,
        date: readableDate(endOfLife),
      })}
      submit={t('sunset.dialog.send')}
      onClose={onClose}
      onSubmit={send}
    >
      <FormControl component="fieldset" margin="dense">
        <FormLabel component="legend" id={labelId}>
          {t('sunset.dialog.answers')}
        </FormLabel>
        <RadioGroup
          aria-labelledby={labelId}
          value={answer}
          onChange={(_, value) =>
            setAnswer(ANSWERS.find(one => one === value) ?? answer)
          }
        >
          {ANSWERS.map(value => (
            <FormControlLabel
              key={value}
              value={value}
              control={<Radio color="primary" size="small" />}
              label={t(`sunset.dialog.${value}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {answer === 'moved' && (
        <Typography variant="body2">{t('sunset.dialog.movedHint')}</Typography>
      )}
      {answer === 'acknowledged' && (
        <Field
          as="date"
          label={t('sunset.dialog.dueOn')}
          hint={t('sunset.dialog.dueOnHint', {
            date: readableDate(endOfLife),
            due: readableDate(dependant.dueOn),
          })}
          value={dueOn}
          problem={problems.dueOn}
          onChange={setDueOn}
        />
      )}
      <Field
        as="text"
        required={answer === 'objected'}
        label={
          answer === 'objected'
            ? t('sunset.dialog.noteWanted')
            : t('sunset.dialog.note')
        }
        value={note}
        problem={problems.note}
        maxLength={MAX_NOTE}
        onChange={setNote}
      />
    </FormDialog>
  );
}
