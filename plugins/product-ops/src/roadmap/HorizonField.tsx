import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import {
  ROADMAP_HORIZONS,
  type RoadmapHorizon,
} from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../useText';
import { horizonOptions } from './words';

/** Asks when something is to be done that is put on a roadmap. */
export function HorizonField(props: {
  label: string;
  value: RoadmapHorizon;
  onChange: (value: RoadmapHorizon) => void;
}) {
  const { label, value, onChange } = props;
  const t = useText();
  const id = useId();
  return (
    <TextField
      id={id}
      select
      label={label}
      variant="outlined"
      margin="normal"
      fullWidth
      value={value}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event =>
        onChange(
          ROADMAP_HORIZONS.find(one => one === event.target.value) ?? 'next',
        )
      }
    >
      {horizonOptions(t).map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
