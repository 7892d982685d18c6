export { productOpsApiRef } from './productOpsApiRef';
