import { makeStyles, type Theme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { AttentionItem } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, toneColors } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(0.75),
      fontSize: '0.82rem',
      lineHeight: 1.4,
      '& svg': { fontSize: '1.05rem', flex: 'none', marginTop: 1 },
    },
    critical: { '& svg': { color: toneColors(theme, 'bad').ink } },
    warning: { '& svg': { color: toneColors(theme, 'warn').ink } },
    info: { '& svg': { color: toneColors(theme, 'info').ink } },
    detail: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsItemAttention' },
);

/** What is wrong with an item, in a line of its own. */
export function ItemAttention(props: { attention: AttentionItem }) {
  const { severity, title, detail } = props.attention;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={`${classes.root} ${classes[severity]}`}>
      <WarningIcon titleAccess={t(`severity.${severity}`)} />
      <span>
        {title}
        {detail && <span className={classes.detail}> {detail}</span>}
      </span>
    </div>
  );
}
