import { makeStyles, type Theme } from '@material-ui/core/styles';
import { usePlanQuery } from '../plan/usePlanQuery';
import { ShareMenu } from './ShareMenu';
import { ViewsMenu } from './ViewsMenu';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'ProductOpsPageSharing' },
);

/** Saved views of the page and, where it shows a plan, what takes the plan along as it is filtered now. */
export function PageSharing(props: { plan: boolean }) {
  const classes = useStyles();
  const { filter } = usePlanQuery();
  return (
    <div className={classes.root}>
      <ViewsMenu />
      {props.plan && <ShareMenu query={filter} />}
    </div>
  );
}
