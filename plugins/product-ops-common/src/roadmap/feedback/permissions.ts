import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To post feedback on an entity; meant for everybody who may read it.
 *
 * @public
 */
export const feedbackPostPermission = createPermission({
  name: 'product-ops.roadmap.feedback.post',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To vote for feedback on an entity; meant for everybody who may read it.
 *
 * @public
 */
export const feedbackVotePermission = createPermission({
  name: 'product-ops.roadmap.feedback.vote',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To merge, answer and decide feedback on an entity, and to link it to roadmap items.
 *
 * @public
 */
export const feedbackModeratePermission = createPermission({
  name: 'product-ops.roadmap.feedback.moderate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of feedback, by what they are for. Commenting is `roadmapPermissions.comment`.
 *
 * @public
 */
export const feedbackPermissions = {
  post: feedbackPostPermission,
  vote: feedbackVotePermission,
  moderate: feedbackModeratePermission,
};
