import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ProductPage } from '@productops/backstage-plugin-product-ops-common';
import { useProducts, useStatus } from '../api/hooks';
import { Missing, mutedInk, Pager, Teach, When } from '../components';
import { PRODUCT_LINES } from '../documents';
import { useText } from '../useText';
import { ProductsCards } from './ProductsCards';
import { ProductsFilters } from './ProductsFilters';
import { ProductsTable } from './ProductsTable';
import { type ProductsSettings, useProductsQuery } from './useProductsQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    count: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      marginBottom: theme.spacing(1.5),
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
    },
    hint: {
      color: mutedInk(theme),
      fontSize: '0.82rem',
      marginBottom: theme.spacing(1.5),
    },
    none: { padding: theme.spacing(4, 0), textAlign: 'center' },
    updating: { opacity: 0.6 },
  }),
  { name: 'ProductOpsProducts' },
);

/** Where there is no answer, nothing is known of what the filters would give. */
const NO_FACETS: ProductPage['facets'] = {
  stage: [],
  owner: [],
  tier: [],
  type: [],
};

/** How old what one sees is. */
function Age() {
  const t = useText();
  const { data } = useStatus();
  if (!data?.directory.refreshedAt) {
    return null;
  }
  return (
    <span>
      {t('products.read')} <When value={data.directory.refreshedAt} />
      {data.directory.state === 'old' && `. ${t('products.old')}`}
    </span>
  );
}

function Empty() {
  const t = useText();
  const { data } = useStatus();
  if (data?.directory.state === 'empty') {
    return (
      <div role="status">
        <Typography>{t('products.filling')}</Typography>
      </div>
    );
  }
  return (
    <Teach
      title={t('products.emptyTitle')}
      text={t('products.empty')}
      lines={[{ label: 'catalog-info.yaml', text: PRODUCT_LINES }]}
    />
  );
}

/** The portfolio: found, filtered, sorted and paged by the backend, in one request a page. */
export function ProductsContent(props: ProductsSettings) {
  const classes = useStyles();
  const t = useText();
  const state = useProductsQuery(props);
  const { url, query, selected, filtered, clear } = state;
  // Eight columns cannot be read on a phone: it shows cards, whatever the address asks for.
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  const view = narrow ? 'cards' : state.view;
  const { data, error, refetch, isPlaceholderData } = useProducts(query);
  if (!data) {
    return (
      <>
        {error && (
          <ProductsFilters state={state} facets={NO_FACETS} narrow={narrow} />
        )}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('products.what')}
          rows={[40, 160, 160, 160]}
        />
      </>
    );
  }
  if (data.totalItems === 0 && !filtered) {
    return <Empty />;
  }
  return (
    <div>
      <ProductsFilters state={state} facets={data.facets} narrow={narrow} />
      <div className={classes.count}>
        <span role="status">
          {t('products.count', { count: data.totalItems })}
        </span>
        <Age />
      </div>
      {data.items.some(({ attention }) => attention.count > 0) && (
        <div className={classes.hint}>{t('products.attentionFrom')}</div>
      )}
      <div className={isPlaceholderData ? classes.updating : undefined}>
        {data.totalItems === 0 && (
          <Typography className={classes.none}>
            {t('products.noMatch')}
          </Typography>
        )}
        {data.totalItems > 0 && view === 'cards' && (
          <ProductsCards products={data.items} />
        )}
        {data.totalItems > 0 && view === 'table' && (
          <ProductsTable
            products={data.items}
            sort={selected.sort}
            onSort={sort => url.patch({ sort })}
          />
        )}
      </div>
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </div>
  );
}
