import { useMemo } from 'react';
import Box from '@material-ui/core/Box';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, mutedInk, quietSurface, toneColors } from '../../components';
import { useText } from '../../useText';
import { differenceOf } from './differences';

const useStyles = makeStyles(
  (theme: Theme) => ({
    sum: { color: mutedInk(theme), fontSize: '0.88rem', marginBottom: 6 },
    box: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      overflow: 'auto',
      maxHeight: '60vh',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      fontFamily: 'monospace',
      fontSize: '0.82rem',
      '& td, & th': {
        padding: '1px 8px',
        verticalAlign: 'top',
        textAlign: 'left',
        fontWeight: 400,
      },
    },
    number: {
      color: mutedInk(theme),
      textAlign: 'right',
      userSelect: 'none',
      width: '1%',
      [theme.breakpoints.down('xs')]: { display: 'none' },
    },
    word: {
      width: '1%',
      whiteSpace: 'nowrap',
      userSelect: 'none',
      fontWeight: 700,
    },
    text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    added: {
      background: toneColors(theme, 'ok').background,
      color: toneColors(theme, 'ok').ink,
    },
    removed: {
      background: toneColors(theme, 'bad').background,
      color: toneColors(theme, 'bad').ink,
    },
    skipped: {
      background: quietSurface(theme),
      color: mutedInk(theme),
      '& td': { padding: '3px 8px' },
    },
    // Read out, and not in the way of who sees the table.
    spoken: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'ProductOpsDifference' },
);

/** How one text has become another, in one column: each line says by a word whether it was added or removed. */
export function Difference(props: { before: string; after: string }) {
  const { before, after } = props;
  const classes = useStyles();
  const t = useText();
  const { rows, added, removed, given } = useMemo(
    () => differenceOf(before, after),
    [before, after],
  );
  if (!given) {
    return <p>{t('runbooks.authoring.difference.tooDifferent')}</p>;
  }
  if (added === 0 && removed === 0) {
    return <p>{t('runbooks.authoring.difference.same')}</p>;
  }
  return (
    <>
      <div className={classes.sum}>
        {t('runbooks.authoring.difference.sum', {
          added: String(added),
          removed: String(removed),
        })}
      </div>
      <Box
        className={classes.box}
        role="region"
        aria-label={t('runbooks.authoring.difference.label')}
        tabIndex={0}
      >
        <table className={classes.table}>
          <thead className={classes.spoken}>
            <tr>
              <th scope="col">{t('runbooks.authoring.difference.from')}</th>
              <th scope="col">{t('runbooks.authoring.difference.to')}</th>
              <th scope="col">{t('runbooks.authoring.difference.change')}</th>
              <th scope="col">{t('runbooks.authoring.difference.content')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) =>
              row.kind === 'skipped' ? (
                <tr key={index} className={classes.skipped}>
                  <td colSpan={4}>
                    {t('runbooks.authoring.difference.unchanged', {
                      count: row.count,
                    })}
                  </td>
                </tr>
              ) : (
                <tr
                  key={index}
                  className={
                    row.kind === 'same' ? undefined : classes[row.kind]
                  }
                >
                  <td className={classes.number}>{row.before}</td>
                  <td className={classes.number}>{row.after}</td>
                  <td className={classes.word}>
                    {row.kind !== 'same' &&
                      t(`runbooks.authoring.difference.${row.kind}`)}
                  </td>
                  <td className={classes.text}>{row.text || '\u00a0'}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Box>
    </>
  );
}
