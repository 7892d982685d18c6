import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { toneColors } from './tones';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: (props: { good: boolean }) => {
      const tone = toneColors(theme, props.good ? 'ok' : 'warn');
      return {
        border: `1px solid ${tone.border}`,
        background: tone.background,
        color: tone.ink,
        borderRadius: 8,
        padding: theme.spacing(1, 2),
        marginBottom: theme.spacing(1.5),
        fontSize: '0.92rem',
        display: 'flex',
        justifyContent: 'space-between',
        alignItems: 'flex-start',
        gap: theme.spacing(2),
        overflowWrap: 'anywhere',
        '& a': { color: 'inherit', textDecoration: 'underline' },
      };
    },
    text: { minWidth: 0 },
    dismiss: { flex: 'none', color: 'inherit' },
  }),
  { name: 'ProductOpsNotice' },
);

/**
 * What became of what one did, until it is hidden or something else is done. The live region is there before it is
 * filled, or it would not be read out.
 */
export function Notice(props: {
  label: string;
  /** Whether all went as it was meant. */
  good: boolean;
  onHide: () => void;
  /** Nothing where there is nothing to tell. */
  children?: ReactNode;
}) {
  const classes = useStyles({ good: props.good });
  const t = useText();
  return (
    <div role="status" aria-label={props.label}>
      {props.children && (
        <div className={classes.root}>
          <div className={classes.text}>{props.children}</div>
          <Button
            size="small"
            className={classes.dismiss}
            onClick={props.onHide}
          >
            {t('ownershipPage.verify.dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
