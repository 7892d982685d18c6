import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type {
  RoadmapImport,
  RoadmapImportRow,
} from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, Tag, type Tone } from '../../components';
import { type Text, useText } from '../../useText';
import { FileChange } from './FileChange';
import { Problems } from './Problems';

/** How many rows are drawn at once. */
const PAGE = 100;

const TONES: Record<RoadmapImportRow['action'], Tone> = {
  create: 'ok',
  change: 'info',
  unchanged: 'neutral',
  problem: 'bad',
};

const useStyles = makeStyles(
  (theme: Theme) => ({
    scroll: { overflowX: 'auto', maxHeight: '50vh' },
    item: { minWidth: 140, overflowWrap: 'anywhere' },
    id: { color: mutedInk(theme), fontSize: '0.8rem' },
    changes: {
      margin: 0,
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(160px, 1fr)',
      gap: theme.spacing(0.25, 1),
      '& dt': { color: mutedInk(theme) },
      '& dd': { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
      '& del': { color: mutedInk(theme) },
      '& ins': { textDecoration: 'none', fontWeight: 700 },
    },
    cell: { verticalAlign: 'top' },
  }),
  { name: 'ProductOpsImportPreview' },
);

/** A value of a field as a reader reads it. */
function wordsOf(value: unknown, t: Text): string {
  if (value === null || value === undefined || value === '') {
    return t('roadmap.exchange.import.none');
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? t('roadmap.exchange.import.none')
      : value.map(one => wordsOf(one, t)).join('; ');
  }
  return typeof value === 'object'
    ? Object.values(value)
        .filter(part => part !== undefined)
        .join(' | ')
    : String(value);
}

function Changes(props: { row: RoadmapImportRow }) {
  const { before, after, action } = props.row;
  const classes = useStyles();
  const t = useText();
  const fields = Object.entries(after ?? {}).filter(
    ([, value]) =>
      action !== 'create' || (Array.isArray(value) ? value.length > 0 : value),
  );
  if (fields.length === 0) {
    return null;
  }
  return (
    <dl className={classes.changes}>
      {fields.flatMap(([field, value]) => [
        <dt key={`${field}-name`}>{field}</dt>,
        <dd key={field}>
          {before && (
            <>
              <del>{wordsOf(before[field], t)}</del> →{' '}
            </>
          )}
          <ins>{wordsOf(value, t)}</ins>
        </dd>,
      ])}
    </dl>
  );
}

/** Row by row what an import would do; unchanged rows are shown on demand. */
export function ImportPreview(props: {
  plan: RoadmapImport;
  entityRef?: string;
}) {
  const { plan, entityRef } = props;
  const classes = useStyles();
  const t = useText();
  const [unchanged, setUnchanged] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const rows = plan.rows.filter(
    ({ action }) => unchanged || action !== 'unchanged',
  );
  const { counts } = plan;
  return (
    <section aria-label={t('roadmap.exchange.import.outcome')}>
      <Typography role="status">
        {t('roadmap.exchange.import.counts', counts)}
      </Typography>
      {counts.problem > 0 && (
        <Typography>{t('roadmap.exchange.import.refused')}</Typography>
      )}
      {counts.problem + counts.change + counts.create === 0 && (
        <Typography>{t('roadmap.exchange.import.nothing')}</Typography>
      )}
      {counts.unchanged > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={unchanged}
              onChange={(_, checked) => setUnchanged(checked)}
            />
          }
          label={t('roadmap.exchange.import.showUnchanged')}
        />
      )}
      {rows.length > 0 && (
        // It scrolls by itself, so the keyboard must be able to reach it.
        <Box
          className={classes.scroll}
          tabIndex={0}
          role="region"
          aria-label={t('roadmap.exchange.import.changes')}
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>{t('roadmap.exchange.import.row')}</TableCell>
                <TableCell>{t('roadmap.exchange.import.item')}</TableCell>
                <TableCell>{t('roadmap.exchange.import.outcome')}</TableCell>
                <TableCell>{t('roadmap.exchange.import.changes')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.slice(0, limit).map(row => (
                <TableRow key={row.row}>
                  <TableCell className={classes.cell}>{row.row}</TableCell>
                  <TableCell className={`${classes.cell} ${classes.item}`}>
                    {row.title || '—'}
                    <div className={classes.id}>
                      {[
                        row.itemId,
                        ...(row.entity && row.entity.ref !== entityRef
                          ? [row.entity.title]
                          : []),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                  </TableCell>
                  <TableCell className={classes.cell}>
                    <Tag tone={TONES[row.action]}>
                      {t(`roadmap.exchange.import.actions.${row.action}`)}
                    </Tag>
                  </TableCell>
                  <TableCell className={classes.cell}>
                    <Changes row={row} />
                    <Problems problems={[...row.problems, ...row.flags]} />
                    {row.source === 'declared' && row.after && row.entity && (
                      <FileChange row={row} entityRef={row.entity.ref} />
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {rows.length > limit && (
        <Button color="primary" onClick={() => setLimit(limit + PAGE)}>
          {t('roadmap.exchange.import.more', {
            count: Math.min(PAGE, rows.length - limit),
          })}
        </Button>
      )}
    </section>
  );
}
