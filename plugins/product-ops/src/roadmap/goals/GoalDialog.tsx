import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';
import { currentOf, refusalOf } from '../../api/conflicts';
import { useCreateGoal, usePatchGoal } from '../../api/goalsHooks';
import { useRequestKey } from '../../api/useRequestKey';
import { FormDialog } from '../../components';
import { EntityField } from '../../ownership/EntityField';
import { useText } from '../../useText';
import { fieldsOfForm, formOf, wrongNumbers, type GoalForm } from './goalForm';

const useStyles = makeStyles(
  (theme: Theme) => ({
    pair: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(0, 2),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
  }),
  { name: 'ProductOpsGoalDialog' },
);

/** Records a goal, or changes a recorded one. */
export function GoalDialog(props: {
  /** The one that is changed; a new one when absent. */
  goal?: GoalDetails;
  /** The entity that a new one is of. */
  entity?: string;
  onClose: () => void;
  onDone?: (goal: GoalDetails) => void;
}) {
  const { goal, onClose, onDone } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const keyOf = useRequestKey();
  const [version, setVersion] = useState(goal?.version ?? 0);
  const [form, setForm] = useState(() => formOf(goal, props.entity));
  const [wrong, setWrong] = useState<string[]>([]);
  const create = useCreateGoal();
  const patch = usePatchGoal({
    entity: goal?.entity.ref ?? 'product:default/none',
    id: goal?.id ?? '',
    source: 'recorded',
  });

  async function submit() {
    const numbers = wrongNumbers(form);
    setWrong(numbers);
    if (numbers.length > 0) {
      return false;
    }
    const fields = fieldsOfForm(form, goal);
    try {
      const done = goal
        ? await patch.mutateAsync({ version, fields })
        : await create.mutateAsync({
            entity: form.entity,
            key: keyOf({ entity: form.entity, fields }),
            fields,
          });
      onDone?.(done);
      return undefined;
    } catch (error) {
      const current = goal && currentOf(error);
      if (current && typeof current.version === 'number') {
        setVersion(current.version);
        return t('roadmap.goals.dialog.conflict', {
          title: String(current.title),
        });
      }
      return t('roadmap.goals.dialog.failed', {
        message: refusalOf(error).message,
      });
    }
  }

  const field = (
    name: keyof GoalForm,
    options: { type?: 'date'; hint?: string; max?: number; rows?: number } = {},
  ) => (
    <TextField
      id={`${id}${name}`}
      label={t(`roadmap.goals.dialog.${name}`)}
      type={options.type}
      required={name === 'title'}
      variant="outlined"
      margin="normal"
      fullWidth
      multiline={Boolean(options.rows)}
      minRows={options.rows}
      value={form[name]}
      error={wrong.includes(name)}
      helperText={
        wrong.includes(name) ? t('roadmap.goals.dialog.number') : options.hint
      }
      InputLabelProps={options.type && { shrink: true }}
      inputProps={{ maxLength: options.max ?? 255 }}
      onChange={event => setForm({ ...form, [name]: event.target.value })}
    />
  );
  return (
    <FormDialog
      title={t(
        goal
          ? 'roadmap.goals.dialog.editTitle'
          : 'roadmap.goals.dialog.createTitle',
      )}
      text={t('roadmap.goals.dialog.text')}
      submit={t(
        goal
          ? 'roadmap.goals.dialog.submitEdit'
          : 'roadmap.goals.dialog.submitCreate',
      )}
      complete={form.title.trim() !== '' && form.entity.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      {!goal && (
        <EntityField
          among="owned"
          label={t('roadmap.goals.dialog.entity')}
          required
          hint={t('ownershipPage.found.ownedHint')}
          value={form.entity}
          onChange={entity => setForm({ ...form, entity })}
        />
      )}
      {field('title')}
      {field('description', { max: 5_000, rows: 2 })}
      <div className={classes.pair}>
        {field('start', { type: 'date' })}
        {field('due', { type: 'date' })}
        {field('metric', { hint: t('roadmap.goals.dialog.metricHint') })}
        {field('unit', { max: 50 })}
        {field('baseline', { max: 40 })}
        {field('target', { max: 40 })}
        {field('prometheus', {
          hint: t('roadmap.goals.dialog.prometheusHint'),
        })}
        {field('query', {
          max: 2_000,
          hint: t('roadmap.goals.dialog.queryHint'),
        })}
      </div>
    </FormDialog>
  );
}
