import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import BoardIcon from '@material-ui/icons/ViewWeekOutlined';
import CardsIcon from '@material-ui/icons/ViewModuleOutlined';
import TableIcon from '@material-ui/icons/ViewListOutlined';
import type { ProductPage } from '@productops/backstage-plugin-product-ops-common';
import {
  Choice,
  FilterButton,
  SearchField,
  SortField,
  Toolbar,
} from '../components';
import { useText } from '../useText';
import { tierMeaning } from './TierTag';
import {
  type ProductsQuery,
  type ProductsView,
  SORTS,
} from './useProductsQuery';

/** Find, filter, sort, and how to look at it; all of it in the address. */
export function ProductsFilters(props: {
  state: ProductsQuery;
  facets: ProductPage['facets'];
  view: ProductsView;
  /** Whether there is no room for a table. */
  narrow: boolean;
}) {
  const { state, facets, narrow, view } = props;
  const { url, selected, filtered, clear } = state;
  const t = useText();
  const named = (facet: ProductPage['facets']['stage'], none: string) =>
    facet.map(option =>
      option.value === 'none' ? { ...option, label: none } : option,
    );
  const table = {
    value: 'table' as const,
    label: t('products.table'),
    icon: <TableIcon aria-hidden />,
  };
  return (
    <Toolbar
      onClear={filtered ? clear : undefined}
      label={t('common.filters')}
      end={
        <>
          {view !== 'board' && (
            <SortField
              value={selected.sort}
              options={SORTS.map(value => ({
                value,
                label: t(`products.sort.${value}`),
              }))}
              onChange={sort => url.patch({ sort })}
            />
          )}
          <Choice
            label={t('common.view')}
            value={view}
            options={[
              {
                value: 'cards',
                label: t('products.cards'),
                icon: <CardsIcon aria-hidden />,
              },
              ...(narrow ? [] : [table]),
              {
                value: 'board',
                label: t('stageBoard.view'),
                icon: <BoardIcon aria-hidden />,
              },
            ]}
            onChange={value =>
              url.patch({ view: value, cursor: url.get('cursor') })
            }
          />
        </>
      }
    >
      <SearchField
        label={t('products.searchLabel')}
        value={selected.q ?? ''}
        onChange={q => url.patch({ q: q || undefined }, { replace: true })}
      />
      <FilterButton
        label={t('products.stage')}
        options={named(facets.stage, t('products.noStage'))}
        selected={selected.stage}
        onChange={stage => url.patch({ stage })}
      />
      <FilterButton
        label={t('products.owner')}
        options={facets.owner}
        selected={selected.owner}
        onChange={owner => url.patch({ owner })}
        footer={
          <FormControlLabel
            control={
              <Switch
                size="small"
                color="primary"
                checked={selected.withSubteams}
                onChange={(_, checked) =>
                  url.patch({ withSubteams: checked ? undefined : 'false' })
                }
              />
            }
            label={t('products.withSubteams')}
          />
        }
      />
      <FilterButton
        label={t('products.tier')}
        options={facets.tier.map(option => ({
          ...option,
          label:
            option.value === 'none'
              ? t('products.noTier')
              : tierMeaning(option.value, t),
        }))}
        selected={selected.tier}
        onChange={tier => url.patch({ tier })}
      />
      <FilterButton
        label={t('products.type')}
        options={named(facets.type, t('products.noType'))}
        selected={selected.type}
        onChange={type => url.patch({ type })}
      />
    </Toolbar>
  );
}
