import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { toneColors } from '../components';
import { useText } from '../useText';

const ORPHAN = 'backstage.io/orphan';
/** More than these say nothing new. */
const SHOWN = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      borderRadius: 8,
      border: `1px solid ${toneColors(theme, 'bad').border}`,
      background: toneColors(theme, 'bad').background,
      '& > svg': { color: toneColors(theme, 'bad').ink },
      '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
    },
    title: { fontWeight: 700, fontSize: '0.92rem' },
    list: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: '0.88rem' },
  }),
  { name: 'ProductOpsCatalogProblems' },
);

/** What the catalog itself says is wrong with the entity; the stock overview would show it too. */
export function CatalogProblems() {
  const { entity } = useEntity<AlphaEntity>();
  const classes = useStyles();
  const t = useText();
  const problems = (entity.status?.items ?? [])
    .filter(item => item.level === 'error')
    .map(item => item.message);
  if (entity.metadata.annotations?.[ORPHAN] === 'true') {
    problems.push(t('overview.orphan'));
  }
  if (problems.length === 0) {
    return null;
  }
  return (
    <div role="alert" className={classes.root}>
      <ErrorIcon aria-hidden />
      <div>
        <div className={classes.title}>{t('overview.catalogProblems')}</div>
        <ul className={classes.list}>
          {problems.slice(0, SHOWN).map((problem, index) => (
            <li key={index}>{problem}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
