export {
  alertReadUnmatchedPermission,
  alertReceivePermission,
} from './permissions';
export { pathOfAlert } from './attention';
