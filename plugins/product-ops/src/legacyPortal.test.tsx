import { Route } from 'react-router-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import Grid from '@material-ui/core/Grid';
import { checkoutEntity, clientWith, entityOf } from './__testUtils__/show';
import { productOpsApiRef } from './api';
import {
  EntityProductOverviewContent,
  EntityProductSummaryCard,
  EntityRoadmapContent,
  EntityRunbooksContent,
  isProduct,
  isProductOpsAvailable,
  ProductsPage,
} from './index';

// The pages as docs/installation.md puts them together for a portal of the legacy frontend system.
const productPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <EntityProductOverviewContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/roadmap" title="Roadmap">
      <EntityRoadmapContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/runbooks" title="Runbooks">
      <EntityRunbooksContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const componentPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3} alignItems="stretch">
        <EntitySwitch>
          <EntitySwitch.Case if={isProductOpsAvailable}>
            <Grid item md={6} xs={12}>
              <EntityProductSummaryCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/roadmap"
      title="Roadmap"
      if={isProductOpsAvailable}
    >
      <EntityRoadmapContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/runbooks"
      title="Runbooks"
      if={isProductOpsAvailable}
    >
      <EntityRunbooksContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const entityPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isProduct} children={productPage} />
    <EntitySwitch.Case if={isKind('component')} children={componentPage} />
  </EntitySwitch>
);

function openPortal(place: string): void {
  window.history.replaceState({}, '', place);
  const baseUrl = 'http://localhost';
  const app = createApp({
    apis: [
      createApiFactory({
        api: productOpsApiRef,
        deps: {},
        factory: () => clientWith(),
      }),
      createApiFactory({
        api: catalogApiRef,
        deps: {},
        factory: () =>
          catalogApiMock({
            entities: [checkoutEntity, entityOf('Component', 'cart')],
          }),
      }),
    ],
    configLoader: async () => [
      { context: 'test', data: { app: { baseUrl }, backend: { baseUrl } } },
    ],
  });
  const App = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
        <Route path="/products" element={<ProductsPage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  render(<App />);
}

const atLast = { timeout: 20_000 };
jest.setTimeout(60_000);

describe('A whole portal of the legacy frontend system', () => {
  it('has the page of products', async () => {
    openPortal('/products');
    expect(await screen.findByText('4 products', {}, atLast)).toBeVisible();
  });

  it.each([
    {
      kind: 'a product',
      entity: 'product/checkout',
      overview: 'Who answers',
      tabs: { Roadmap: '5 items', Runbooks: '3 runbooks' },
    },
    {
      kind: 'a component',
      entity: 'component/cart',
      overview: 'Product operations',
      tabs: { Roadmap: 'No roadmap yet', Runbooks: 'No runbooks yet' },
    },
  ])('shows of $kind overview and tabs', async ({ entity, overview, tabs }) => {
    openPortal(`/catalog/default/${entity}`);
    expect(
      await screen.findByRole('region', { name: overview }, atLast),
    ).toBeVisible();
    for (const [name, text] of Object.entries(tabs)) {
      await userEvent.click(screen.getByRole('tab', { name }));
      expect(
        await screen.findByRole('tab', { name, selected: true }, atLast),
      ).toBeVisible();
      expect(window.location.pathname).toBe(
        `/catalog/default/${entity}/${name.toLowerCase()}`,
      );
      expect(await screen.findByText(text, {}, atLast)).toBeVisible();
    }
  });
});
