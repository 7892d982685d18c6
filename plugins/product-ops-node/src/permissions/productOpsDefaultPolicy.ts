import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  alertReadUnmatchedPermission,
  alertReceivePermission,
  feedbackPostPermission,
  feedbackVotePermission,
  lifecyclePermissions,
  ownershipAcceptPermission,
  ownershipVerifyPermission,
  productOpsPermissions,
  roadmapCommentPermission,
  roadmapFeedCreatePermission,
  roadmapShareManagePermission,
  RULE_IS_RESPONSIBLE,
} from '@productops/backstage-plugin-product-ops-common';

/**
 * What the backend itself keeps to the right people, who are more than relations tell: teams above, role holders of the
 * product that a part belongs to, the team that is to receive an entity and does not own it yet, and those whom stages and
 * checks name.
 */
const DECIDED_BY_THE_BACKEND: readonly Permission[] = [
  ownershipVerifyPermission,
  ownershipAcceptPermission,
  ...lifecyclePermissions,
];

/** What everybody may who may read the entity, which the backend asks for first. */
const READERS_MAY: readonly Permission[] = [
  roadmapCommentPermission,
  roadmapFeedCreatePermission,
  feedbackPostPermission,
  feedbackVotePermission,
];

/** What is about no entity: alerts come from systems with a token, for which no policy is asked. */
const ABOUT_NO_ENTITY: readonly Permission[] = [
  roadmapShareManagePermission,
  alertReceivePermission,
  alertReadUnmatchedPermission,
];

/**
 * What Product Ops would decide: owners and role holders of an entity write, readers comment,
 * post feedback and vote. To be composed into a policy.
 *
 * @remarks
 *
 * It decides the suite's own permissions and nothing else. Reading is the catalog's `catalog.entity.read`, and with it the
 * rest of the policy. Its conditions use the rule `IS_RESPONSIBLE_FOR_ENTITY` of the suite's catalog module, which must be
 * installed.
 *
 * @param request - what the framework asks the policy
 * @param user - whoever asks, with the full refs of the user and of all groups of the user: what `coreServices.userInfo`
 *   says of the credentials. Without one, nothing is allowed.
 *
 * @returns the decision, or nothing for a permission that is not the suite's own
 *
 * @public
 */
export function productOpsDefaultPolicy(
  request: { permission: Permission },
  user?: { ownershipEntityRefs: readonly string[] },
): PolicyDecision | undefined {
  const { permission } = request;
  if (!productOpsPermissions.some(own => isPermission(permission, own))) {
    return undefined;
  }
  if (!user) {
    return { result: AuthorizeResult.DENY };
  }
  if (
    [...DECIDED_BY_THE_BACKEND, ...READERS_MAY].some(own =>
      isPermission(permission, own),
    )
  ) {
    return { result: AuthorizeResult.ALLOW };
  }
  // What is about no entity has no one who answers for it: administrators grant it themselves.
  if (ABOUT_NO_ENTITY.some(own => isPermission(permission, own))) {
    return { result: AuthorizeResult.DENY };
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    conditions: {
      rule: RULE_IS_RESPONSIBLE,
      resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
      params: {
        claims: user.ownershipEntityRefs.map(ref =>
          ref.toLocaleLowerCase('en-US'),
        ),
      },
    },
  };
}
