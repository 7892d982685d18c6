import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { productOpsApiRef } from '../api';
import { checkoutEntity, clientWith, entityOf } from '../__testUtils__/show';
import productOpsPlugin from './index';

const otherCard = EntityCardBlueprint.make({
  name: 'other',
  params: { loader: async () => <p>What another plugin says</p> },
});

function fixtures(client = clientWith()) {
  return ApiBlueprint.make({
    params: defineParams =>
      defineParams({
        api: productOpsApiRef,
        deps: {},
        factory: () => client,
      }),
  });
}

function team(annotations: Record<string, string> = {}): Entity {
  const { metadata, ...group } = entityOf('Group', 'payments');
  return {
    ...group,
    metadata: { ...metadata, annotations },
    spec: { type: 'team', children: [] },
  };
}

function portal(entities: Entity[], at: string, config = {}) {
  return renderTestApp({
    features: [
      catalogPlugin,
      createFrontendModule({
        pluginId: 'catalog',
        extensions: [
          ApiBlueprint.make({
            params: defineParams =>
              defineParams({
                api: catalogApiRef,
                deps: {},
                factory: () => catalogApiMock({ entities }),
              }),
          }),
        ],
      }),
      productOpsPlugin,
      createFrontendModule({
        pluginId: 'product-ops',
        extensions: [fixtures(), otherCard],
      }),
    ],
    initialRouteEntries: [at],
    config,
  });
}

/** The tabs of an entity, some of which are also places of the sidebar. */
const tabs = () =>
  within(screen.getByRole('navigation', { name: 'Content navigation' }));

describe('In a portal of the new frontend system', () => {
  it('Products is a page with a header of the portal, set up by configuration', async () => {
    portal([], '/products', {
      app: {
        extensions: [
          { 'page:product-ops': { config: { defaultView: 'table' } } },
        ],
      },
    });
    const main = within(await screen.findByRole('main'));
    expect(await main.findByRole('table', { name: /^Products/ })).toBeVisible();
  });

  it('Runbooks is a page, and the link of an alert opens what answers it', async () => {
    portal([], '/runbooks/alert/GatewayErrors?service=checkout');
    const main = within(await screen.findByRole('main'));
    expect(
      await main.findByRole('heading', { name: 'Alert GatewayErrors' }),
    ).toBeVisible();
    expect(
      await main.findByRole('heading', { name: 'Before you start' }),
    ).toBeVisible();
  });

  it('the page of a product opens with what the suite knows of it', async () => {
    portal([checkoutEntity], '/catalog/default/product/checkout');
    expect(
      await screen.findByRole('region', { name: 'Needs attention 3' }),
    ).toBeVisible();
    expect(screen.getByRole('region', { name: 'Who answers' })).toBeVisible();
    for (const name of ['Overview', 'Roadmap', 'Runbooks']) {
      expect(tabs().getByRole('link', { name })).toBeVisible();
    }
    // What other plugins have for it is one click away.
    const more = screen.getByRole('button', { name: 'More from the catalog' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(tabs().getByRole('link', { name: 'Roadmap' }));
    expect(
      await screen.findByRole('region', { name: 'Now, 2 items' }),
    ).toBeVisible();
  });

  it('a component keeps its stock overview, with a summary card and the same tabs', async () => {
    portal(
      [{ ...entityOf('Component', 'cart'), spec: { type: 'service' } }],
      '/catalog/default/component/cart',
    );
    const card = within(
      await screen.findByRole('region', { name: 'Product operations' }),
    );
    expect(
      await card.findByText('Nothing is known of this entity yet'),
    ).toBeVisible();
    expect(tabs().getByRole('link', { name: 'Runbooks' })).toBeVisible();
  });

  it('a team has the Ownership tab, and neither the other tabs nor the card', async () => {
    portal([team()], '/catalog/default/group/payments');
    // The page of the team is there, with the tabs and the card that every entity has.
    expect(await screen.findByRole('link', { name: 'Overview' })).toBeVisible();
    expect(tabs().getByRole('link', { name: 'Ownership' })).toBeVisible();
    expect(await screen.findByText('What another plugin says')).toBeVisible();
    for (const name of ['Roadmap', 'Runbooks']) {
      expect(tabs().queryByRole('link', { name })).toBeNull();
    }
    expect(
      screen.queryByRole('region', { name: 'Product operations' }),
    ).toBeNull();
  });

  it.each(['productops.io/roadmap', 'productops.io/runbooks'])(
    'a team that names %s has both',
    async annotation => {
      portal(
        [team({ [annotation]: 'declared.yaml' })],
        '/catalog/default/group/payments',
      );
      expect(
        await screen.findByRole('region', { name: 'Product operations' }),
      ).toBeVisible();
      for (const name of ['Overview', 'Roadmap', 'Runbooks']) {
        expect(tabs().getByRole('link', { name })).toBeVisible();
      }
    },
  );
});
