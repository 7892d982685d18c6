import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, toneColors } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
    entry: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      fontSize: '0.88rem',
      minWidth: 0,
      '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
    },
    icon: { color: toneColors(theme, 'bad').ink, fontSize: '1.1rem' },
    place: {
      fontFamily: 'Menlo, Consolas, "DejaVu Sans Mono", monospace',
      fontSize: '0.8rem',
      fontWeight: 700,
    },
    expected: { color: mutedInk(theme) },
    more: { color: mutedInk(theme), fontSize: '0.88rem' },
  }),
  { name: 'ProductOpsErrorList' },
);

/** `roadmap.yaml:12:5`, as editors and terminals write a place. */
function placeOf(error: DocumentError): string {
  return [error.file, error.line, error.line && error.column]
    .filter(part => part !== undefined && part !== 0)
    .join(':');
}

/** Errors in declared files: where, what, and what was expected. */
export function ErrorList(props: { errors: DocumentError[]; total?: number }) {
  const { errors } = props;
  const classes = useStyles();
  const t = useText();
  const more = (props.total ?? errors.length) - errors.length;
  return (
    <>
      <ul className={classes.list}>
        {errors.map((error, index) => (
          <li key={index} className={classes.entry}>
            <ErrorIcon className={classes.icon} aria-hidden />
            <div>
              <span className={classes.place}>{placeOf(error)}</span>{' '}
              {error.message}
              {error.expected && (
                <div className={classes.expected}>
                  {t('documents.expected', { expected: error.expected })}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div className={classes.more}>
          {t('documents.moreErrors', { count: more })}
        </div>
      )}
    </>
  );
}
