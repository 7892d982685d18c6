import { type FormEvent, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  type ItemPatch,
  type RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../../api';
import { useAskAgain } from '../../../api/rooms';
import { line, quietSurface } from '../../../components';
import { useText } from '../../../useText';
import { useEditing } from '../useEditing';
import { type BulkAction, doWithAll } from './bulk';
import { BulkReportText } from './BulkReportText';
import { horizonOptions, statusOptions } from '../../words';

const ACTIONS = [
  'status',
  'horizon',
  'category',
  'owner',
  'shift',
  'drop',
] as const;
type ActionName = (typeof ACTIONS)[number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 1.5),
      background: quietSurface(theme),
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(1, 1.5),
      marginBottom: theme.spacing(1),
    },
    field: {
      minWidth: 150,
      background: theme.palette.background.paper,
      '& select, & input': {
        paddingTop: 8,
        paddingBottom: 8,
        fontSize: '0.9rem',
      },
    },
  }),
  { name: 'ProductOpsBulkBar' },
);

/** What a form asks for, or nothing where it is not filled in. */
function readAction(
  name: ActionName | '',
  value: string,
): BulkAction | undefined {
  switch (name) {
    case '':
      return undefined;
    case 'drop':
      return { type: 'drop' };
    case 'shift': {
      const days = Number(value);
      return value.trim() !== '' && Number.isInteger(days) && days !== 0
        ? { type: 'shift', days }
        : undefined;
    }
    case 'status':
      return value
        ? { type: 'set', patch: { status: value } as ItemPatch }
        : undefined;
    default:
      return {
        type: 'set',
        patch: { [name]: value.trim() === '' ? null : value.trim() },
      };
  }
}

/** One change for all that is selected, and what became of it. */
export function BulkBar(props: { items: RoadmapItem[]; onClear: () => void }) {
  const { items, onClear } = props;
  const { entityRef, categories, tell } = useEditing();
  const classes = useStyles();
  const t = useText();
  const api = useApi(productOpsApiRef);
  const lookAgain = useAskAgain('roadmap');
  const [name, setName] = useState<ActionName | ''>('');
  const [value, setValue] = useState('');
  const [done, setDone] = useState<number>();
  const action = readAction(name, value);
  if (items.length === 0) {
    return null;
  }

  const none = { value: '', label: t('roadmap.editing.noValue') };
  const options: Partial<
    Record<ActionName, Array<{ value: string; label: string }>>
  > = {
    status: [
      { value: '', label: t('roadmap.editing.table.bulk.choose') },
      ...statusOptions(t),
    ],
    horizon: [none, ...horizonOptions(t)],
    category: [none, ...categories.map(one => ({ value: one, label: one }))],
  };

  async function apply(event: FormEvent) {
    event.preventDefault();
    if (!action) {
      return;
    }
    setDone(0);
    const report = await doWithAll(
      api.roadmap,
      entityRef,
      items,
      action,
      setDone,
    );
    // What is done next goes by the new versions.
    await lookAgain();
    setDone(undefined);
    tell({
      good: report.failed.length === 0,
      text: <BulkReportText report={report} />,
    });
  }

  const choices = name === '' ? undefined : options[name];
  const label =
    name === 'shift'
      ? t('roadmap.editing.table.bulk.days')
      : t('roadmap.editing.table.bulk.value');
  return (
    <form
      className={classes.bar}
      aria-label={t('roadmap.editing.table.bulk.label')}
      onSubmit={apply}
    >
      <strong role="status">
        {done === undefined
          ? t('roadmap.editing.table.bulk.selected', { count: items.length })
          : t('roadmap.editing.table.bulk.working', {
              done: String(done),
              total: String(items.length),
            })}
      </strong>
      <TextField
        select
        size="small"
        variant="outlined"
        className={classes.field}
        value={name}
        SelectProps={{ native: true }}
        inputProps={{ 'aria-label': t('roadmap.editing.table.bulk.action') }}
        onChange={({ target }) => {
          setName(ACTIONS.find(one => one === target.value) ?? '');
          setValue('');
        }}
      >
        <option value="">{t('roadmap.editing.table.bulk.choose')}</option>
        {ACTIONS.map(one => (
          <option key={one} value={one}>
            {t(`roadmap.editing.table.bulk.actions.${one}`)}
          </option>
        ))}
      </TextField>
      {name !== '' && name !== 'drop' && (
        <TextField
          select={choices !== undefined}
          size="small"
          variant="outlined"
          className={classes.field}
          value={value}
          placeholder={name === 'owner' ? 'group:payments' : undefined}
          SelectProps={{ native: true }}
          inputProps={{
            'aria-label': label,
            maxLength: 255,
            ...(name === 'shift' && { inputMode: 'numeric' }),
          }}
          helperText={name === 'shift' ? label : undefined}
          onChange={({ target }) => setValue(target.value)}
        >
          {choices?.map(one => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </TextField>
      )}
      <Button
        type="submit"
        variant="outlined"
        color="primary"
        disabled={!action || done !== undefined}
      >
        {t('roadmap.editing.table.bulk.apply')}
      </Button>
      <Button onClick={onClear} disabled={done !== undefined}>
        {t('roadmap.editing.table.bulk.none')}
      </Button>
    </form>
  );
}
