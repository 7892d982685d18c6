import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To record an item on the roadmap of an entity.
 *
 * @public
 */
export const roadmapItemCreatePermission = createPermission({
  name: 'product-ops.roadmap.item.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To change, reschedule or drop recorded items of an entity.
 *
 * @public
 */
export const roadmapItemUpdatePermission = createPermission({
  name: 'product-ops.roadmap.item.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To say what comes first: the order of items, and the inputs of their scores.
 *
 * @public
 */
export const roadmapPrioritisePermission = createPermission({
  name: 'product-ops.roadmap.prioritise',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To comment on items of an entity, declared and recorded ones.
 *
 * @public
 */
export const roadmapCommentPermission = createPermission({
  name: 'product-ops.roadmap.comment',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To record, change and archive goals of an entity, and to record values of their metrics, of declared goals too.
 *
 * @public
 */
export const roadmapGoalManagePermission = createPermission({
  name: 'product-ops.roadmap.goal.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of roadmaps, by what they are for.
 *
 * @public
 */
export const roadmapPermissions = {
  create: roadmapItemCreatePermission,
  update: roadmapItemUpdatePermission,
  prioritise: roadmapPrioritisePermission,
  comment: roadmapCommentPermission,
  manageGoals: roadmapGoalManagePermission,
};

/**
 * To make calendar feeds of what one may read: their addresses are read without signing in.
 *
 * @public
 */
export const roadmapFeedCreatePermission = createPermission({
  name: 'product-ops.roadmap.feed.create',
  attributes: { action: 'create' },
});

/**
 * To see and revoke calendar feeds of others, and to delete views that others share.
 *
 * @public
 */
export const roadmapShareManagePermission = createPermission({
  name: 'product-ops.roadmap.share.manage',
  attributes: { action: 'update' },
});

/**
 * What it takes to share roadmaps, which is about no entity.
 *
 * @public
 */
export const roadmapSharePermissions = [
  roadmapFeedCreatePermission,
  roadmapShareManagePermission,
];
