import { Fragment, useMemo, useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, mutedInk, quietSurface, toneColors } from '../../components';
import { useText } from '../../useText';
import { shownRows, type ShownLine } from './differenceRows';
import { differenceOf } from './differences';

/** So many rows are shown at first, and with each wish for more. */
const ROWS_AT_ONCE = 1_000;

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
    half: { width: '48%' },
    changed: {
      fontWeight: 700,
      textDecoration: 'underline',
      textDecorationThickness: 2,
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
      userSelect: 'none',
      '& .MuiButton-root': { textTransform: 'none', color: 'inherit' },
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

type Side = 'left' | 'right';

/** The cells of a line; a sign and a word say what became of it, and neither is copied with its text. */
function LineCells(props: { line?: ShownLine; side?: Side }) {
  const { line: shown, side } = props;
  const classes = useStyles();
  const t = useText();
  const kind = shown?.kind ?? 'same';
  const tone = kind === 'same' ? '' : classes[kind];
  const number = `${classes.number} ${tone}`;
  return (
    <>
      {side !== 'right' && <td className={number}>{shown?.before}</td>}
      {side !== 'left' && <td className={number}>{shown?.after}</td>}
      <td className={`${classes.word} ${tone}`}>
        {kind !== 'same' && (
          <>
            <span aria-hidden="true">{kind === 'added' ? '+' : '\u2212'}</span>
            <span className={classes.spoken}>
              {t(`runbooks.authoring.difference.${kind}`)}
            </span>
          </>
        )}
      </td>
      <td className={`${classes.text} ${tone} ${side ? classes.half : ''}`}>
        {shown?.pieces.map(({ text, changed }, at) => {
          if (!changed) {
            return <Fragment key={at}>{text}</Fragment>;
          }
          const Mark = kind === 'added' ? 'ins' : 'del';
          return (
            <Mark key={at} className={classes.changed}>
              {text}
            </Mark>
          );
        })}
        {shown?.pieces.every(({ text }) => text === '') && <br />}
      </td>
    </>
  );
}

/** How one text has become another, in one column or side by side. */
export function Difference(props: {
  before: string;
  after: string;
  sideBySide?: boolean;
}) {
  const { before, after, sideBySide = false } = props;
  const classes = useStyles();
  const t = useText();
  const { rows, added, removed, given } = useMemo(
    () => differenceOf(before, after),
    [before, after],
  );
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const shown = useMemo(
    () => shownRows(rows, before, opened),
    [rows, before, opened],
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
              {sideBySide && (
                <>
                  <th scope="col">
                    {t('runbooks.authoring.difference.change')}
                  </th>
                  <th scope="col">
                    {t('runbooks.authoring.difference.content')}
                  </th>
                </>
              )}
              <th scope="col">{t('runbooks.authoring.difference.to')}</th>
              <th scope="col">{t('runbooks.authoring.difference.change')}</th>
              <th scope="col">
                {t('runbooks.authoring.difference.content')}
              </th>{' '}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map((row, index) => {
              if (row.kind === 'folded') {
                return (
                  <tr key={index} className={classes.skipped}>
                    <td colSpan={sideBySide ? 6 : 4}>
                      <Button
                        size="small"
                        onClick={() =>
                          setOpened(new Set([...opened, row.before]))
                        }
                      >
                        {t('runbooks.authoring.difference.unchanged', {
                          count: row.count,
                        })}
                      </Button>
                    </td>
                  </tr>
                );
              }
              const { left, right } = row;
              return sideBySide ? (
                <tr key={index}>
                  <LineCells line={left} side="left" />
                  <LineCells line={right} side="right" />
                </tr>
              ) : (
                <Fragment key={index}>
                  {left && left !== right && (
                    <tr>
                      <LineCells line={left} />
                    </tr>
                  )}
                  {right && (
                    <tr>
                      <LineCells line={right} />
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </Box>
      {shown.length > most && (
        <Button size="small" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {t('runbooks.authoring.difference.more')}
        </Button>
      )}
    </>
  );
}
