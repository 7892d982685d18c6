import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ProductRow } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  Tag,
  useEntityPath,
} from '../components';
import { StageTag } from '../lifecycle';
import { useText } from '../useText';
import { RowAttention } from './RowAttention';
import { TierTag } from './TierTag';

const useStyles = makeStyles(
  (theme: Theme) => ({
    grid: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
    },
    card: {
      height: '100%',
      boxSizing: 'border-box',
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(2),
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      minWidth: 0,
    },
    title: { fontSize: '1.05rem', fontWeight: 700, overflowWrap: 'anywhere' },
    description: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      overflow: 'hidden',
      display: '-webkit-box',
      '-webkit-line-clamp': 2,
      '-webkit-box-orient': 'vertical',
      overflowWrap: 'anywhere',
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
    small: { color: mutedInk(theme), fontSize: '0.85rem', ...linksInText },
    foot: {
      marginTop: 'auto',
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${line(theme)}`,
    },
  }),
  { name: 'ProductOpsProductsCards' },
);

/** The portfolio as cards. */
export function ProductsCards(props: { products: ProductRow[] }) {
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  return (
    <ul className={classes.grid}>
      {props.products.map(product => (
        <li key={product.entity.ref}>
          <Paper elevation={0} component="article" className={classes.card}>
            <Typography component="h2" className={classes.title}>
              <Link to={path(product.entity)}>{product.entity.title}</Link>
            </Typography>
            {product.description && (
              <Typography className={classes.description}>
                {product.description}
              </Typography>
            )}
            <div className={classes.tags}>
              <StageTag stage={product.stage} />
              {product.tier !== undefined && (
                <TierTag tier={product.tier} short />
              )}
              {product.entity.type && <Tag>{product.entity.type}</Tag>}
            </div>
            <div className={classes.small}>
              {product.owner ? (
                <EntityName entity={product.owner} />
              ) : (
                t('ownership.unowned')
              )}
              {' · '}
              {t('products.roadmapCell', {
                now: String(product.roadmap.now),
                open: String(product.roadmap.open),
              })}
              {' · '}
              {t('products.runbooksCell', { count: product.runbooks.total })}
            </div>
            <div className={classes.foot}>
              <RowAttention attention={product.attention} />
            </div>
          </Paper>
        </li>
      ))}
    </ul>
  );
}
