import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  RESPONSIBLE_RELATIONS,
  RULE_IS_RESPONSIBLE,
} from '@productops/backstage-plugin-product-ops-common';
import { z } from 'zod';

/** Of relations, the catalog's own rules know the owner alone. */
export const isResponsibleForEntity = createPermissionRule({
  name: RULE_IS_RESPONSIBLE,
  description:
    'Allow entities that one of the claims owns or holds a Product Ops role for',
  resourceRef: catalogEntityPermissionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Refs of a user and of the groups of that user'),
  }),
  apply: (entity, { claims }) =>
    (entity.relations ?? []).some(
      ({ type, targetRef }) =>
        RESPONSIBLE_RELATIONS.includes(type) && claims.includes(targetRef),
    ),
  toQuery: ({ claims }) => {
    const [first, ...others] = RESPONSIBLE_RELATIONS;
    const ofRelation = (type: string) => ({
      key: `relations.${type}`,
      values: claims,
    });
    return { anyOf: [ofRelation(first), ...others.map(ofRelation)] };
  },
});
