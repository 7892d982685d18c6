export { backendAs } from './portal/api';
export {
  newDataDirectory,
  removeDataDirectory,
  startPortal,
} from './portal/startPortal';
export type { Portal, PortalOptions } from './portal/startPortal';
