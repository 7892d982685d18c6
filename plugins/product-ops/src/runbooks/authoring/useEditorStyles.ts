import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, mutedInk, toneColors } from '../../components';

/** How the editor looks. */
export const useEditorStyles = makeStyles(
  (theme: Theme) => ({
    root: { '& .MuiButton-root': { textTransform: 'none' } },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      marginBottom: theme.spacing(1.5),
    },
    title: { fontSize: '1.35rem', fontWeight: 700, overflowWrap: 'anywhere' },
    spacer: { flex: '1 0 0' },
    draft: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      alignItems: 'center',
      justifyContent: 'space-between',
      border: `1px solid ${toneColors(theme, 'info').border}`,
      background: toneColors(theme, 'info').background,
      color: toneColors(theme, 'info').ink,
      borderRadius: 8,
      padding: theme.spacing(0.5, 1.5),
      marginBottom: theme.spacing(1.5),
      fontSize: '0.92rem',
      '& .MuiButton-root': { color: 'inherit', textDecoration: 'underline' },
    },
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      },
    },
    label: {
      display: 'block',
      color: mutedInk(theme),
      fontSize: '0.82rem',
      marginBottom: 4,
    },
    area: {
      width: '100%',
      boxSizing: 'border-box',
      height: '62vh',
      minHeight: 240,
      resize: 'vertical',
      fontFamily: 'monospace',
      // Phones zoom in on smaller letters.
      fontSize: 16,
      lineHeight: 1.5,
      tabSize: 2,
      padding: theme.spacing(1.5),
      border: `1px solid ${mutedInk(theme)}`,
      borderRadius: 8,
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -1,
      },
      [theme.breakpoints.up('md')]: { fontSize: '0.88rem' },
    },
    preview: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(2),
      minWidth: 0,
      [theme.breakpoints.up('md')]: {
        marginTop: 22,
        height: '62vh',
        boxSizing: 'border-box',
        overflow: 'auto',
      },
    },
    problems: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      marginTop: theme.spacing(2),
    },
    save: { marginBottom: theme.spacing(1.5) },
    refusal: { color: toneColors(theme, 'bad').ink, overflowWrap: 'anywhere' },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      alignItems: 'center',
    },
  }),
  { name: 'ProductOpsRunbookEditor' },
);
