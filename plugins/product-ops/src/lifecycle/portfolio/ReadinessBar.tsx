import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Readiness } from '@productops/backstage-plugin-product-ops-common';
import { line, toneColors } from '../../components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    track: {
      display: 'flex',
      height: 6,
      borderRadius: 3,
      overflow: 'hidden',
      background: line(theme),
      marginTop: 3,
    },
    passed: { background: toneColors(theme, 'ok').ink },
    // Told from the passed ones by more than its colour.
    waived: {
      background: `repeating-linear-gradient(45deg, ${
        toneColors(theme, 'ok').ink
      } 0 3px, ${toneColors(theme, 'ok').background} 3px 6px)`,
    },
    failed: { background: toneColors(theme, 'bad').ink },
    open: { background: toneColors(theme, 'warn').border },
  }),
  { name: 'ProductOpsReadinessBar' },
);

const PARTS = ['passed', 'waived', 'open', 'failed'] as const;

/** How checks count, as shares of a bar, below the same in words. */
export function ReadinessBar(props: {
  readiness: Readiness;
  children: ReactNode;
}) {
  const { readiness } = props;
  const classes = useStyles();
  return (
    <div>
      {props.children}
      <div className={classes.track} aria-hidden>
        {PARTS.filter(part => readiness[part] > 0).map(part => (
          <span
            key={part}
            className={classes[part]}
            style={{ flex: `${readiness[part]} 0 0` }}
          />
        ))}
      </div>
    </div>
  );
}
