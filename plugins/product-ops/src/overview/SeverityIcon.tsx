import { makeStyles, type Theme } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { Severity } from '@productops/backstage-plugin-product-ops-common';
import { toneColors } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    critical: { color: toneColors(theme, 'bad').ink },
    warning: { color: toneColors(theme, 'warn').ink },
    info: { color: toneColors(theme, 'info').ink },
    icon: { fontSize: '1.25rem', verticalAlign: 'middle', flex: 'none' },
  }),
  { name: 'ProductOpsSeverity' },
);

const ICONS = { critical: ErrorIcon, warning: WarningIcon, info: InfoIcon };

/** How urgent something is, by shape and by name, not by colour alone. */
export function SeverityIcon(props: { severity: Severity }) {
  const classes = useStyles();
  const t = useText();
  const Icon = ICONS[props.severity];
  return (
    <Icon
      className={`${classes.icon} ${classes[props.severity]}`}
      titleAccess={t(`severity.${props.severity}`)}
    />
  );
}
