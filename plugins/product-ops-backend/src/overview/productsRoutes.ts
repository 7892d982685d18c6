import type { RouteRegistrar } from '../http/types';
import type { ProductsService } from './products/ProductsService';

/** The routes of the portfolio. */
export function createProductsRoutes(options: {
  products: ProductsService;
}): RouteRegistrar {
  return (router, http) => {
    router.get('/products', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await options.products.listProducts(req.query, {
        credentials,
      });
      http.sendWithEtag(req, res, page);
    });
  };
}
