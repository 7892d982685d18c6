import { makeStyles, type Theme } from '@material-ui/core/styles';
import { RunbooksPageContent } from '../runbooks/page/RunbooksPageContent';
import { Surface } from './Surface';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      padding: theme.spacing(0, 2.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 2, 2) },
    },
  }),
  { name: 'ProductOpsRunbooksPageEntry' },
);

export function RunbooksPageEntry(props: { component?: 'div' | 'main' }) {
  const classes = useStyles();
  return (
    <Surface className={classes.root} component={props.component}>
      <RunbooksPageContent />
    </Surface>
  );
}
