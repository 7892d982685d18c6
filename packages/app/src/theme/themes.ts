import { createUnifiedTheme, palettes } from '@backstage/theme';

/** Only what comes with the system: the portal loads no font from anywhere. */
const fontFamily = '"Helvetica Neue", Helvetica, Roboto, Arial, sans-serif';

/**
 * The stock palettes with more contrast: every text colour has at least 4.5:1 on the page as well as on cards, where the
 * stock secondary text falls short on the light page.
 */
export const lightTheme = createUnifiedTheme({
  fontFamily,
  palette: {
    ...palettes.light,
    background: { default: '#f4f5f7', paper: '#ffffff' },
    text: { primary: '#16181c', secondary: '#57606a' },
    textSubtle: '#57606a',
    border: '#dfe3e8',
    link: '#0b5cab',
    linkHover: '#083f78',
    error: { main: '#b3261e' },
    success: { main: '#19703f' },
    warning: { main: '#8a5a00' },
    info: { main: '#1f5493' },
  },
});

export const darkTheme = createUnifiedTheme({
  fontFamily,
  palette: {
    ...palettes.dark,
    background: { default: '#14161a', paper: '#1d2025' },
    text: { primary: '#f2f4f6', secondary: '#a9b1bb' },
    textSubtle: '#a9b1bb',
    border: '#363b43',
    navigation: { ...palettes.dark.navigation, background: '#171717' },
    error: { main: '#ff8a80' },
    success: { main: '#6fcf97' },
    warning: { main: '#f2b24c' },
    info: { main: '#8ab4f8' },
  },
});
