import { Routes, Route } from 'react-router-dom';
import { screen } from '@testing-library/react';
import {
  checkoutEntity,
  clientWith,
  entityOf,
  show,
} from './__testUtils__/show';
import {
  EntityProductOverviewContent,
  EntityProductSummaryCard,
  EntityRoadmapContent,
  EntityRunbooksContent,
  isProduct,
  isProductOpsAvailable,
  ProductsPage,
} from './index';

describe('In a portal of the legacy frontend system', () => {
  it('Products is a page with its own header', async () => {
    await show(
      <Routes>
        <Route path="/products" element={<ProductsPage pageSize={3} />} />
      </Routes>,
      { at: '/products' },
    );
    expect(
      await screen.findByRole('heading', { name: 'Products', level: 1 }),
    ).toBeVisible();
    expect(await screen.findByText('4 products')).toBeVisible();
  });

  it('the tabs and the card of an entity are the same as in the new system', async () => {
    const client = clientWith();
    const { unmount } = await show(
      <>
        <EntityProductOverviewContent />
        <EntityProductSummaryCard />
      </>,
      { client, entity: checkoutEntity },
    );
    expect(
      await screen.findByRole('region', { name: 'Who answers' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'Product operations' }),
    ).toBeVisible();
    // Page and card share one answer.
    expect(client.getEntityOverview).toHaveBeenCalledTimes(1);
    unmount();

    await show(
      <>
        <EntityRoadmapContent />
        <EntityRunbooksContent />
      </>,
      { client, entity: checkoutEntity },
    );
    expect(await screen.findByText('5 items')).toBeVisible();
    expect(await screen.findByText('3 runbooks')).toBeVisible();
  });

  it('knows which entities have something to show', () => {
    expect(isProduct(entityOf('Product', 'x'))).toBe(true);
    expect(isProduct(entityOf('Component', 'x'))).toBe(false);
    expect(isProductOpsAvailable(entityOf('API', 'x'))).toBe(true);
    const team = entityOf('Group', 'x');
    expect(isProductOpsAvailable(team)).toBe(false);
    for (const [name, available] of [
      ['productops.io/roadmap', true],
      ['productops.io/runbooks', true],
      ['productops.io/tier', false],
    ] as const) {
      const annotations = { [name]: '1' };
      expect(
        isProductOpsAvailable({
          ...team,
          metadata: { ...team.metadata, annotations },
        }),
      ).toBe(available);
    }
  });
});
