import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  type RoadmapItem,
  SCORE_INPUTS,
} from '@productops/backstage-plugin-product-ops-common';
import { line } from '../../../components';
import { useText } from '../../../useText';
import { inputName } from '../FieldValue';
import { scoreCell } from '../table/cells';
import { EditableCell } from '../table/EditableCell';
import { useEditing } from '../useEditing';

/** Rows at first; more of them on demand. */
const ROWS = 50;

const useStyles = makeStyles(
  (theme: Theme) => ({
    frame: {
      overflowX: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.88rem',
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.25, 0.75),
        borderTop: `1px solid ${line(theme)}`,
      },
      '& thead th': { borderTop: 'none', whiteSpace: 'nowrap' },
      '& th[scope=row]': { fontWeight: 400, minWidth: 160 },
    },
    title: {
      textTransform: 'none',
      textAlign: 'left',
      justifyContent: 'flex-start',
      fontWeight: 700,
      letterSpacing: 0,
      lineHeight: 1.35,
      padding: '2px 4px',
    },
    number: { fontVariantNumeric: 'tabular-nums', fontWeight: 700 },
  }),
  { name: 'ProductOpsRanking' },
);

export interface RankingRow {
  item: RoadmapItem;
  key: string;
  place?: number;
  value?: number;
  missing?: string[];
}

/** Items with the inputs of their scores, which are edited where they stand. */
export function RankingTable(props: { label: string; rows: RankingRow[] }) {
  const { label, rows } = props;
  const { method, open } = useEditing();
  const classes = useStyles();
  const t = useText();
  const [most, setMost] = useState(ROWS);
  const names = SCORE_INPUTS[method];
  const withPlace = rows.some(({ place }) => place !== undefined);
  return (
    <>
      {/* It scrolls sideways on a phone, so the keyboard must be able to reach it. */}
      <Box
        className={classes.frame}
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              {withPlace && (
                <th scope="col">{t('roadmap.editing.priorities.place')}</th>
              )}
              <th scope="col">{t('roadmap.editing.priorities.item')}</th>
              {names.map(name => (
                <th key={name} scope="col">
                  {inputName(name, t)}
                </th>
              ))}
              {withPlace && (
                <th scope="col">{t('roadmap.editing.priorities.score')}</th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map(({ item, key, place, value }) => (
              <tr key={key}>
                {withPlace && <td className={classes.number}>{place}</td>}
                <th scope="row">
                  <Button
                    className={classes.title}
                    aria-haspopup="dialog"
                    onClick={() => open(item)}
                  >
                    {item.title}
                  </Button>
                </th>
                {names.map(name => (
                  <td key={name}>
                    <EditableCell item={item} cell={scoreCell(name, t)} />
                  </td>
                ))}
                {withPlace && (
                  <td className={classes.number}>
                    {value?.toLocaleString(undefined, {
                      maximumFractionDigits: 1,
                    })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      {rows.length > most && (
        <Button color="primary" onClick={() => setMost(most + ROWS)}>
          {t('roadmap.editing.table.more', {
            number: String(Math.min(ROWS, rows.length - most)),
          })}
        </Button>
      )}
    </>
  );
}
