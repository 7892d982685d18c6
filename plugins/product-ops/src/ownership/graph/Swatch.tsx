import { useTheme } from '@material-ui/core/styles';
import { type Tone, toneColors } from '../../components';

/** The colour that the words after it have in a bar. */
export function Swatch(props: { tone: Tone }) {
  const theme = useTheme();
  return (
    <span
      style={{
        display: 'inline-block',
        width: 10,
        height: 10,
        borderRadius: 2,
        marginRight: 6,
        background: toneColors(theme, props.tone).ink,
      }}
    />
  );
}
