export { productOpsPlugin as default } from './plugin';
