export { catalogModuleProductOpsModel as default } from './model/module';
export { productCatalogModelLayer } from './model/productCatalogModelLayer';
