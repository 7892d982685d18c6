import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Severity } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, Panel } from '../../components';
import { SeverityIcon } from '../../overview/SeverityIcon';
import { useText } from '../../useText';
import type { CheckedText } from './checkText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0, fontSize: '0.88rem' },
    item: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.25, 1),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${line(theme)}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 'none' },
    },
    line: {
      textTransform: 'none',
      padding: 0,
      minWidth: 0,
      verticalAlign: 'baseline',
      textDecoration: 'underline',
      fontSize: 'inherit',
      lineHeight: 'inherit',
    },
    muted: { color: mutedInk(theme), fontSize: '0.82rem' },
  }),
  { name: 'ProductOpsEditorProblems' },
);

interface Problem {
  severity: Severity;
  message: string;
  expected?: string;
  line?: number;
}

function Problems(props: {
  title: string;
  text?: string;
  problems: readonly Problem[];
  onLine: (line: number) => void;
}) {
  const { title, text, problems, onLine } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <Panel title={title} count={problems.length}>
      {text && <div className={classes.muted}>{text}</div>}
      <ul className={classes.list}>
        {problems.map(({ severity, message, expected, line: at }, index) => (
          <li key={index} className={classes.item}>
            <SeverityIcon severity={severity} />
            <div>
              {at !== undefined && (
                <>
                  <Button
                    color="primary"
                    className={classes.line}
                    onClick={() => onLine(at)}
                  >
                    {t('runbooks.authoring.editor.goTo', {
                      number: String(at),
                    })}
                  </Button>
                  {': '}
                </>
              )}
              {message}
              {expected && (
                <div className={classes.muted}>
                  {t('runbooks.better', { expected })}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What is wrong with the text that is typed, each with its line, to which one can go. */
export function EditorProblems(props: {
  checked: CheckedText;
  onLine: (line: number) => void;
}) {
  const { checked, onLine } = props;
  const classes = useStyles();
  const t = useText();
  const { errors, findings } = checked;
  return (
    <>
      {errors.length > 0 && (
        <Problems
          title={t('runbooks.authoring.editor.mistakes')}
          text={t('runbooks.authoring.editor.mistakesText')}
          problems={errors.map(error => ({ ...error, severity: 'critical' }))}
          onLine={onLine}
        />
      )}
      {findings.length > 0 && (
        <Problems
          title={t('runbooks.authoring.editor.findings')}
          problems={findings}
          onLine={onLine}
        />
      )}
      {errors.length + findings.length === 0 && (
        <div className={classes.muted}>
          {t('runbooks.authoring.editor.fine')}
        </div>
      )}
    </>
  );
}
