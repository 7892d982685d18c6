import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RoadmapCsvProblem } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk } from '../../components';
import { type Text, useText } from '../../useText';

const MAX_SHOWN = 50;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
    expected: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsProblems' },
);

function placeOf({ row, column }: RoadmapCsvProblem, t: Text) {
  if (row && column) {
    return t('roadmap.exchange.import.where', { row, column });
  }
  if (row) {
    return t('roadmap.exchange.import.whereRow', { row });
  }
  return column && t('roadmap.exchange.import.whereColumn', { column });
}

/** What is wrong with a CSV file or a row of it: where, what, and what was expected. */
export function Problems(props: { problems: RoadmapCsvProblem[] }) {
  const classes = useStyles();
  const t = useText();
  if (props.problems.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list}>
      {props.problems.slice(0, MAX_SHOWN).map((problem, index) => {
        const place = placeOf(problem, t);
        return (
          <li key={index}>
            {place && <strong>{place}: </strong>}
            {problem.message}{' '}
            {problem.expected && (
              <span className={classes.expected}>
                {t('roadmap.exchange.import.expected', {
                  what: problem.expected,
                })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
