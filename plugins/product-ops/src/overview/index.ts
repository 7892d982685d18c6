export * from './ProductOverview';
export * from './ProductsContent';
export * from './SummaryCard';
export type { ProductsSettings, ProductsView } from './useProductsQuery';
