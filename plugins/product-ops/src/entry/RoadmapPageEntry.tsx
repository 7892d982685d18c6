import { makeStyles, type Theme } from '@material-ui/core/styles';
import { RoadmapPageContent } from '../roadmap/RoadmapPageContent';
import { Surface } from './Surface';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      padding: theme.spacing(0, 2.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 2, 2) },
    },
  }),
  { name: 'ProductOpsRoadmapPageEntry' },
);

export function RoadmapPageEntry(props: { component?: 'div' | 'main' }) {
  const classes = useStyles();
  return (
    <Surface className={classes.root} component={props.component}>
      <RoadmapPageContent />
    </Surface>
  );
}
