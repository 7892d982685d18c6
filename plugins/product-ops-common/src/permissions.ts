import { lifecyclePermissions } from './lifecycle';
import { ownershipPermissions } from './ownership';
import {
  feedbackPermissions,
  roadmapPermissions,
  roadmapSharePermissions,
} from './roadmap';
import {
  alertReadUnmatchedPermission,
  alertReceivePermission,
  drillPlanPermission,
  runbookAuthorPermission,
  runbookReviewPermission,
  runbookRunPermission,
} from './runbooks';

/**
 * All permissions of the suite's own, for policies and for the metadata of the backend.
 *
 * @public
 */
export const productOpsPermissions = [
  ...ownershipPermissions,
  ...lifecyclePermissions,
  ...Object.values(roadmapPermissions),
  ...Object.values(feedbackPermissions),
  ...roadmapSharePermissions,
  runbookRunPermission,
  alertReceivePermission,
  alertReadUnmatchedPermission,
  runbookReviewPermission,
  drillPlanPermission,
  runbookAuthorPermission,
];
