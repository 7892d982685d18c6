import MenuItem from '@material-ui/core/MenuItem';
import { MenuButton as OpeningButton } from '../../components';

/** A button that opens a few things to choose from. */
export function MenuButton<T extends string>(props: {
  label: string;
  options: { value: T; label: string }[];
  /** The one that holds now, where one does. */
  value?: T;
  onChoose: (value: T) => void;
}) {
  const { label, options, value, onChoose } = props;
  return (
    <OpeningButton label={label}>
      {close =>
        options.map(option => (
          <MenuItem
            key={option.value}
            selected={option.value === value}
            role={value === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={
              value === undefined ? undefined : option.value === value
            }
            onClick={() => {
              close();
              onChoose(option.value);
            }}
          >
            {option.label}
          </MenuItem>
        ))
      }
    </OpeningButton>
  );
}
