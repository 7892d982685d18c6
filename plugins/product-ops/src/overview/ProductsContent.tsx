import { lazy, Suspense } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ProductPage } from '@productops/backstage-plugin-product-ops-common';
import { useProducts, useStatus } from '../api/hooks';
import {
  Choice,
  Loading,
  Missing,
  mutedInk,
  Pager,
  Teach,
  useUrlState,
  When,
} from '../components';
import { PRODUCT_LINES } from '../documents';
import { StageBoard } from '../lifecycle/portfolio/StageBoard';
import { useText } from '../useText';
import { ProductsCards } from './ProductsCards';
import { ProductsFilters } from './ProductsFilters';
import { ProductsTable } from './ProductsTable';
import { type ProductsSettings, useProductsQuery } from './useProductsQuery';

const ReadinessView = lazy(async () => ({
  default: (await import('../lifecycle/portfolio/ReadinessView')).ReadinessView,
}));

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
    places: { marginBottom: theme.spacing(2) },
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
function Portfolio(props: ProductsSettings) {
  const classes = useStyles();
  const t = useText();
  const state = useProductsQuery(props);
  const { url, selected, filtered, clear } = state;
  // Eight columns cannot be read on a phone: it shows cards, whatever the address asks for.
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  const view = narrow && state.view === 'table' ? 'cards' : state.view;
  // The board has its own answer: of this one it takes the number, and what the filters would give.
  const query = view === 'board' ? { ...state.query, limit: 1 } : state.query;
  const { data, error, refetch, isPlaceholderData } = useProducts(query);
  if (!data) {
    return (
      <>
        {error && (
          <ProductsFilters
            state={state}
            facets={NO_FACETS}
            view={view}
            narrow={narrow}
          />
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
  const urgent = data.items.some(({ attention }) => attention.count > 0);
  return (
    <div>
      <ProductsFilters
        state={state}
        facets={data.facets}
        view={view}
        narrow={narrow}
      />
      <div className={classes.count}>
        <span role="status">
          {t('products.count', { count: data.totalItems })}
        </span>
        <Age />
      </div>
      {view !== 'board' && urgent && (
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
        {data.totalItems > 0 && view === 'board' && (
          <StageBoard
            query={state.board}
            hrefOf={stages => url.hrefWith({ view: 'table', stage: stages })}
            onClear={filtered ? clear : undefined}
          />
        )}
      </div>
      {view !== 'board' && (
        <Pager
          pageInfo={data.pageInfo}
          onCursor={cursor => url.patch({ cursor })}
        />
      )}
    </div>
  );
}

const READINESS = 'readiness';

/** What one page asks for and the other one does not know. */
const NOT_OF_BOTH = {
  sort: undefined,
  q: undefined,
  type: undefined,
  by: undefined,
  product: undefined,
  check: undefined,
  kind: undefined,
};

/** The products, or how ready everything is; the address tells which. */
export function ProductsContent(props: ProductsSettings) {
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const place = url.get('view') === READINESS ? READINESS : 'portfolio';
  return (
    <>
      <div className={classes.places}>
        <Choice
          label={t('readiness.views')}
          value={place}
          options={[
            { value: 'portfolio', label: t('readiness.portfolio') },
            { value: READINESS, label: t('readiness.view') },
          ]}
          onChange={value =>
            url.patch({
              ...NOT_OF_BOTH,
              view: value === READINESS ? value : undefined,
            })
          }
        />
      </div>
      {place === READINESS ? (
        <Suspense fallback={<Loading what={t('readiness.what')} />}>
          <ReadinessView />
        </Suspense>
      ) : (
        <Portfolio {...props} />
      )}
    </>
  );
}
