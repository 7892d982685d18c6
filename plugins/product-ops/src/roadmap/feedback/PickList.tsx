import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { mutedInk, Muted } from '../../components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { marginTop: theme.spacing(1.5), width: '100%' },
    hint: { color: mutedInk(theme), fontSize: '0.85rem' },
  }),
  { name: 'ProductOpsPickList' },
);

/** One of those that were found. */
export interface Pick {
  value: string;
  title: string;
  hint: string;
}

/** Has one of some be chosen. */
export function PickList(props: {
  label: string;
  none: string;
  picks: Pick[];
  chosen: string | undefined;
  onChoose: (value: string) => void;
}) {
  const { label, none, picks, chosen, onChoose } = props;
  const classes = useStyles();
  if (picks.length === 0) {
    return <Muted>{none}</Muted>;
  }
  return (
    <FormControl component="fieldset" className={classes.root}>
      <FormLabel component="legend">{label}</FormLabel>
      <RadioGroup
        value={chosen ?? ''}
        onChange={event => onChoose(event.target.value)}
      >
        {picks.map(({ value, title, hint }) => (
          <FormControlLabel
            key={value}
            value={value}
            control={<Radio size="small" color="primary" />}
            label={
              <>
                {title} <span className={classes.hint}>{hint}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
