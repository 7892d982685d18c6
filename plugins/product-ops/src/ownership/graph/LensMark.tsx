import { useTheme } from '@material-ui/core/styles';
import BadIcon from '@material-ui/icons/ReportProblemOutlined';
import DueIcon from '@material-ui/icons/AccessTime';
import NeutralIcon from '@material-ui/icons/RemoveCircleOutline';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import { type Tone, toneColors } from '../../components';

const ICONS: Record<Tone, typeof OkIcon> = {
  bad: BadIcon,
  warn: DueIcon,
  ok: OkIcon,
  info: NeutralIcon,
  neutral: NeutralIcon,
};

/** The shape that goes with how something stands; the words stand beside it. */
export function LensMark(props: { tone: Tone }) {
  const theme = useTheme();
  const Icon = ICONS[props.tone];
  return (
    <Icon
      aria-hidden
      style={{
        fontSize: 16,
        color: toneColors(theme, props.tone).ink,
        verticalAlign: 'text-bottom',
        marginRight: 4,
        flex: 'none',
      }}
    />
  );
}
