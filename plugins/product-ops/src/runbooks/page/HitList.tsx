import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RunbookHit } from '@productops/backstage-plugin-product-ops-common';
import { line, useUrlState } from '../../components';
import { RunbookRow } from '../RunbookRow';

const useStyles = makeStyles(
  (theme: Theme) => ({
    paper: { border: `1px solid ${line(theme)}`, borderRadius: 8 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    updating: { opacity: 0.6 },
  }),
  { name: 'ProductOpsRunbookHits' },
);

/** Runbooks of many entities, each of which opens on the same page. */
export function HitList<Hit extends RunbookHit>(props: {
  hits: readonly Hit[];
  /** What there is to say about one of them. */
  note?: (hit: Hit) => ReactNode;
  updating?: boolean;
}) {
  const { hits, note, updating } = props;
  const classes = useStyles();
  const url = useUrlState();
  return (
    <Paper
      elevation={0}
      className={`${classes.paper} ${updating ? classes.updating : ''}`}
    >
      <ul className={classes.list}>
        {hits.map(hit => (
          <RunbookRow
            key={`${hit.entity.ref} ${hit.id}`}
            runbook={hit}
            note={note?.(hit)}
            to={url.hrefWith({
              of: hit.entity.ref,
              runbook: hit.id,
              view: undefined,
              cursor: url.get('cursor'),
            })}
          />
        ))}
      </ul>
    </Paper>
  );
}
