import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useText } from '../../useText';

/** How much data was lost, as people say it. */
export interface DataLoss {
  /** As typed; nothing where it was not measured. */
  number: string;
  unit: 'M' | 'H';
}

/** Whether something else than a number of 0 or more is typed. */
export function isWrongLoss({ number }: DataLoss): boolean {
  return number.trim() !== '' && !/^\d{1,6}$/.test(number.trim());
}

/** The same as an ISO 8601 duration. */
export function lossOf({ number, unit }: DataLoss): string | undefined {
  return number.trim() ? `PT${Number(number)}${unit}` : undefined;
}

/** Asks at the end of a drill how much data was lost. */
export function DataLossFields(props: {
  value: DataLoss;
  onChange: (value: DataLoss) => void;
}) {
  const { value, onChange } = props;
  const t = useText();
  const id = useId();
  return (
    <>
      <TextField
        id={`${id}number`}
        label={t('runbooks.recovery.loss')}
        helperText={
          isWrongLoss(value)
            ? t('runbooks.recovery.lossWrong')
            : t('runbooks.recovery.lossHelp')
        }
        error={isWrongLoss(value)}
        variant="outlined"
        margin="normal"
        fullWidth
        value={value.number}
        inputProps={{ inputMode: 'numeric', maxLength: 6, autoComplete: 'off' }}
        onChange={event => onChange({ ...value, number: event.target.value })}
      />
      <TextField
        id={`${id}unit`}
        select
        label={t('runbooks.recovery.lossUnit')}
        variant="outlined"
        margin="normal"
        fullWidth
        value={value.unit}
        onChange={event =>
          onChange({ ...value, unit: event.target.value === 'H' ? 'H' : 'M' })
        }
      >
        {(['M', 'H'] as const).map(unit => (
          <MenuItem key={unit} value={unit}>
            {t(`runbooks.recovery.units.${unit}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
