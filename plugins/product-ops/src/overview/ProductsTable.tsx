import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ProductRow } from '@productops/backstage-plugin-product-ops-common';
import {
  type Column,
  EntityName,
  line,
  mutedInk,
  SortingHeads,
  useEntityPath,
} from '../components';
import { StageTag } from '../lifecycle';
import { useText } from '../useText';
import { RowAttention } from './RowAttention';
import { TierTag } from './TierTag';
import { type ProductsSort, SORTS } from './useProductsQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // On a small screen it scrolls here, not the page.
    scroll: {
      overflowX: 'auto',
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      minWidth: 860,
      fontSize: '0.88rem',
      '& caption': {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
      },
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: theme.spacing(1.1, 1.5),
        borderBottom: `1px solid ${line(theme)}`,
      },
      '& tbody tr:last-child > *': { borderBottom: 'none' },
      '& thead th': { color: mutedInk(theme), fontSize: '0.8rem' },
      '& tbody th': { fontWeight: 700, minWidth: 160 },
      '& td:last-child': { minWidth: 240 },
    },
    description: {
      fontWeight: 400,
      color: mutedInk(theme),
      fontSize: '0.82rem',
      maxWidth: 320,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    nowrap: { whiteSpace: 'nowrap' },
  }),
  { name: 'ProductOpsProductsTable' },
);

/** The portfolio as a table; its headings sort. */
export function ProductsTable(props: {
  products: ProductRow[];
  sort: ProductsSort;
  onSort: (sort: ProductsSort) => void;
}) {
  const { products, sort, onSort } = props;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const caption = t('products.caption', {
    sort: t(`products.sort.${sort}`),
  });
  const columns: Column[] = [
    { name: t('products.product'), by: 'title' },
    { name: t('products.stage'), by: 'stage' },
    { name: t('products.tier'), by: 'tier' },
    { name: t('products.type'), by: 'type' },
    { name: t('products.owner'), by: 'owner' },
    { name: t('products.roadmap') },
    { name: t('products.runbooks') },
    { name: t('products.attention'), by: 'attention' },
  ];
  return (
    <Paper
      elevation={0}
      className={classes.scroll}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>{caption}</caption>
        <SortingHeads
          columns={columns}
          sort={sort}
          sorts={SORTS}
          onSort={onSort}
        />
        <tbody>
          {products.map(product => (
            <tr key={product.entity.ref}>
              <th scope="row">
                <Link to={path(product.entity)}>{product.entity.title}</Link>
                {product.description && (
                  <div className={classes.description}>
                    {product.description}
                  </div>
                )}
              </th>
              <td>
                <StageTag stage={product.stage} />
              </td>
              <td className={classes.nowrap}>
                {product.tier === undefined ? (
                  '—'
                ) : (
                  <TierTag tier={product.tier} short />
                )}
              </td>
              <td>{product.entity.type ?? '—'}</td>
              <td>
                {product.owner ? (
                  <EntityName entity={product.owner} />
                ) : (
                  t('ownership.unowned')
                )}
              </td>
              <td className={classes.nowrap}>
                {t('products.roadmapCell', {
                  now: String(product.roadmap.now),
                  open: String(product.roadmap.open),
                })}
              </td>
              <td>{product.runbooks.total}</td>
              <td>
                <RowAttention attention={product.attention} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
