export { backendAs } from './portal/api';
export { kubernetesCatalog } from './portal/realData';
export {
  newDataDirectory,
  removeDataDirectory,
  startPortal,
} from './portal/startPortal';
export type { Portal, PortalOptions } from './portal/startPortal';
