import type { Theme } from '@material-ui/core/styles';

/** What a colour stands for; text or an icon always says the same. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral';

interface ToneColors {
  ink: string;
  background: string;
  border: string;
}

// Each ink has at least 4.5:1 on its own background and on paper, in both themes.
const LIGHT: Record<Tone, ToneColors> = {
  ok: { ink: '#17693f', background: '#e7f4ec', border: '#8cc4a5' },
  warn: { ink: '#835200', background: '#fdf3e0', border: '#dcb36b' },
  bad: { ink: '#b3261e', background: '#fcebea', border: '#e0a19d' },
  info: { ink: '#1f5493', background: '#eef3fa', border: '#a5bfdf' },
  neutral: { ink: '#4a525c', background: '#f3f4f6', border: '#d2d7dd' },
};

const DARK: Record<Tone, ToneColors> = {
  ok: { ink: '#97e6ba', background: '#23402f', border: '#4f8a69' },
  warn: { ink: '#ffd38a', background: '#46391b', border: '#8f7434' },
  bad: { ink: '#ffb8b1', background: '#4d2b29', border: '#a25b56' },
  info: { ink: '#b3d2ff', background: '#26374d', border: '#547aa8' },
  neutral: { ink: '#e0e3e7', background: '#3b3f45', border: '#666c74' },
};

export function toneColors(theme: Theme, tone: Tone): ToneColors {
  return (theme.palette.type === 'dark' ? DARK : LIGHT)[tone];
}

/** Secondary text: readable on paper and on the page in both themes. */
export function mutedInk(theme: Theme): string {
  return theme.palette.type === 'dark' ? '#c6ccd3' : '#5b6470';
}

/** The quiet surface that lanes and snippets lie on. */
export function quietSurface(theme: Theme): string {
  return theme.palette.type === 'dark'
    ? 'rgba(0, 0, 0, 0.22)'
    : 'rgba(20, 40, 70, 0.045)';
}

/** Links amid other text are told from it by more than their colour. */
export const linksInText = { '& a': { textDecoration: 'underline' } };

export function line(theme: Theme): string {
  return theme.palette.type === 'dark'
    ? 'rgba(255, 255, 255, 0.17)'
    : '#dfe3e8';
}
