import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useOwnershipSearch } from '../../api/ownershipHooks';
import { line, mutedInk, quietSurface, SearchField } from '../../components';
import { useText } from '../../useText';
import type { GraphState } from './useGraphState';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      position: 'relative',
      '& .MuiInputBase-root': { width: 285 },
      [theme.breakpoints.down('xs')]: {
        flex: '1 0 100%',
        '& .MuiTextField-root, & .MuiInputBase-root': { width: '100%' },
      },
    },
    found: {
      position: 'absolute',
      top: '100%',
      left: 0,
      zIndex: 10,
      marginTop: 4,
      width: 'min(420px, 88vw)',
      maxHeight: '50vh',
      overflowY: 'auto',
      border: `1px solid ${line(theme)}`,
      '& ul': { listStyle: 'none', margin: 0, padding: 4 },
    },
    match: {
      display: 'block',
      width: '100%',
      textAlign: 'left',
      font: 'inherit',
      color: 'inherit',
      padding: theme.spacing(0.75, 1.25),
      border: 'none',
      borderRadius: 4,
      background: 'transparent',
      cursor: 'pointer',
      '&:hover, &:focus-visible': { background: quietSurface(theme) },
      '&:disabled': { cursor: 'default' },
    },
    about: { color: mutedInk(theme), fontSize: '0.8rem' },
    none: { padding: theme.spacing(1, 1.5), color: mutedInk(theme) },
  }),
  { name: 'ProductOpsOwnershipSearch' },
);

/** Finds a team, person or entity by name, and goes there. */
export function GraphSearch(props: { state: GraphState }) {
  const { role, filtered, goTo } = props.state;
  const classes = useStyles();
  const t = useText();
  const [q, setQ] = useState('');
  const { data } = useOwnershipSearch({
    q,
    ...(role !== 'owner' && { role }),
  });
  const found = q.trim() === '' ? undefined : data?.items;
  const go = (id: string) => {
    setQ('');
    goTo(id, { unfiltered: true });
  };
  const first = found?.map(({ path }) => path[path.length - 1]).find(Boolean);
  return (
    <div className={classes.root}>
      <SearchField
        label={t('ownershipPage.graph.search.label')}
        value={q}
        onChange={setQ}
        onEnter={() => first && go(first)}
      />
      {found && (
        <Paper elevation={4} className={classes.found}>
          {found.length === 0 && (
            <div role="status" className={classes.none}>
              {t('ownershipPage.graph.search.none')}
            </div>
          )}
          {found.length > 0 && filtered && (
            <div className={classes.none}>
              {t('ownershipPage.graph.search.unfiltered')}
            </div>
          )}
          {found.length > 0 && (
            <ul aria-label={t('ownershipPage.graph.search.results')}>
              {found.map(({ entity, owner, path }) => {
                const id = path[path.length - 1];
                return (
                  <li key={entity.ref}>
                    <button
                      type="button"
                      className={classes.match}
                      disabled={!id}
                      onKeyDown={event => {
                        if (event.key === 'Escape') {
                          setQ('');
                        }
                      }}
                      onClick={() => go(id)}
                    >
                      {entity.title}
                      <div className={classes.about}>
                        {entity.kind}
                        {owner &&
                          ` · ${t('ownershipPage.graph.search.owner', {
                            owner: owner.title,
                          })}`}
                        {!id && ` · ${t('ownershipPage.graph.search.nowhere')}`}
                      </div>
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
        </Paper>
      )}
    </div>
  );
}
