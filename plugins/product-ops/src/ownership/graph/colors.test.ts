import { createTheme } from '@material-ui/core/styles';
import { shareColor } from './colors';

const STAGES = [
  'discovery',
  'development',
  'preview',
  'live',
  'maintenance',
  'sunset',
  'retired',
  'none',
];

/** The luminance of `#rrggbb`, as WCAG has it. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(at => parseInt(color.slice(at, at + 2), 16) / 255)
    .map(part =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('The stages on a %s page', type => {
  const theme = createTheme({ palette: { type } });
  const colors = STAGES.map(value =>
    shareColor(theme, 'stage', { value, title: value, count: 1 }),
  );

  it('each have a colour of their own', () => {
    expect(new Set(colors).size).toBe(STAGES.length);
  });

  it('can be told from the paper that they are drawn on', () => {
    const paper = type === 'dark' ? '#424242' : '#ffffff';
    expect(colors.filter(color => contrast(color, paper) < 3)).toEqual([]);
  });
});
