import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { RunbookStep } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, Snippet, toneColors } from '../components';
import { useText } from '../useText';
import { useFilled } from './alerts/ShownAlert';
import { SafeMarkdown } from './SafeMarkdown';

/** From how many steps on their text is shown as it is written: each one laid out is a document of its own. */
const MANY_STEPS = 400;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    step: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${line(theme)}`,
    },
    number: {
      minWidth: 26,
      height: 26,
      boxSizing: 'border-box',
      padding: '0 6px',
      borderRadius: 13,
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      fontSize: '0.8rem',
      fontWeight: 700,
      background: toneColors(theme, 'info').background,
      color: toneColors(theme, 'info').ink,
    },
    written: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    body: { minWidth: 0, paddingTop: 2 },
    expected: {
      color: mutedInk(theme),
      display: 'flex',
      gap: 6,
      marginTop: theme.spacing(1),
      fontSize: '0.9rem',
    },
    section: {
      fontSize: '1rem',
      fontWeight: 700,
      margin: theme.spacing(2, 0, 1),
    },
    [theme.breakpoints.down('xs')]: {
      // Deep steps keep the width of the screen: their number says how deep they are.
      nested: { gridColumn: '1 / -1' },
    },
    nested: { gridColumn: 2 },
  }),
  { name: 'ProductOpsStepList' },
);

type Links = Parameters<typeof SafeMarkdown>[0];

function countOf(steps: RunbookStep[]): number {
  return steps.reduce((sum, step) => sum + 1 + countOf(step.steps), 0);
}

function StepText(
  props: { text: string; asWritten: boolean } & Pick<Links, 'links' | 'hrefOf'>,
) {
  const { text, asWritten, links, hrefOf } = props;
  const classes = useStyles();
  return asWritten ? (
    <div className={classes.written}>{text}</div>
  ) : (
    <SafeMarkdown content={text} links={links} hrefOf={hrefOf} />
  );
}

function Step(
  props: { step: RunbookStep; asWritten: boolean } & Pick<
    Links,
    'links' | 'hrefOf'
  >,
) {
  const { step, ...how } = props;
  const classes = useStyles();
  const t = useText();
  const filled = useFilled();
  return (
    <li className={classes.step}>
      <span className={classes.number}>{step.id}</span>
      <div className={classes.body}>
        <StepText text={step.text} {...how} />
        {step.commands.map((command, index) => (
          <Snippet
            key={index}
            label={command.language ?? t('runbooks.code')}
            text={filled(command)}
          />
        ))}
        {step.expected && (
          <div className={classes.expected}>
            <strong>{t('runbooks.expected')}:</strong>
            <StepText text={step.expected} {...how} />
          </div>
        )}
      </div>
      {step.steps.length > 0 && (
        <ol className={`${classes.list} ${classes.nested}`}>
          {step.steps.map(nested => (
            <Step key={nested.id} step={nested} {...how} />
          ))}
        </ol>
      )}
    </li>
  );
}

/** The steps in order, under the headings that they stand under, each command with a button to copy it. */
export function StepList(
  props: {
    steps: RunbookStep[];
    /** The title above the list: steps right under it need no heading that repeats it. */
    title: string;
  } & Pick<Links, 'links' | 'hrefOf'>,
) {
  const { steps, title, links, hrefOf } = props;
  const classes = useStyles();
  const asWritten = countOf(steps) > MANY_STEPS;
  const groups: { section?: string; steps: RunbookStep[] }[] = [];
  for (const step of steps) {
    const last = groups[groups.length - 1];
    if (last && last.section === step.section) {
      last.steps.push(step);
    } else {
      groups.push({ section: step.section, steps: [step] });
    }
  }
  return (
    <>
      {groups.map(group => (
        <div key={group.steps[0].id}>
          {group.section && group.section !== title && (
            <Typography component="h3" className={classes.section}>
              {group.section}
            </Typography>
          )}
          <ol className={classes.list}>
            {group.steps.map(step => (
              <Step
                key={step.id}
                step={step}
                asWritten={asWritten}
                links={links}
                hrefOf={hrefOf}
              />
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}
