export {
  alertReadUnmatchedPermission,
  alertReceivePermission,
} from './permissions';
