import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { OWNERSHIP_ROLES } from '../product';

/**
 * The name of the catalog's permission rule that lets those pass who own an entity or hold a role for it. The catalog
 * module of the suite brings it; its parameter is `claims`, the refs of a user and of the groups of that user.
 *
 * @public
 */
export const RULE_IS_RESPONSIBLE = 'IS_RESPONSIBLE_FOR_ENTITY';

/**
 * The relations from an entity to those who answer for it: its owner, and the holders of all roles.
 *
 * @public
 */
export const RESPONSIBLE_RELATIONS: readonly [string, ...string[]] = [
  RELATION_OWNED_BY,
  ...OWNERSHIP_ROLES.map(({ relation }) => relation),
];
