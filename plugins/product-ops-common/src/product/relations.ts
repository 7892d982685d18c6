import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  ANNOTATION_OPERATIONS,
  ANNOTATION_PRODUCT_MANAGER,
  ANNOTATION_SECURITY,
  ANNOTATION_SUPPORT,
  ANNOTATION_TECH_LEAD,
} from './constants';
import { OwnershipRole } from './types';

/**
 * From an entity to its product manager.
 *
 * @public
 */
export const RELATION_MANAGED_BY = 'managedBy';
/**
 * From a product manager to an entity.
 *
 * @public
 */
export const RELATION_MANAGER_OF = 'managerOf';
/**
 * From an entity to its tech lead.
 *
 * @public
 */
export const RELATION_TECHNICALLY_LED_BY = 'technicallyLedBy';
/**
 * From a tech lead to an entity.
 *
 * @public
 */
export const RELATION_TECHNICAL_LEAD_OF = 'technicalLeadOf';
/**
 * From an entity to who runs it.
 *
 * @public
 */
export const RELATION_OPERATED_BY = 'operatedBy';
/**
 * From who runs an entity to it.
 *
 * @public
 */
export const RELATION_OPERATOR_OF = 'operatorOf';
/**
 * From an entity to who answers its users.
 *
 * @public
 */
export const RELATION_SUPPORTED_BY = 'supportedBy';
/**
 * From who answers an entity's users to it.
 *
 * @public
 */
export const RELATION_SUPPORTER_OF = 'supporterOf';
/**
 * From an entity to its security contact.
 *
 * @public
 */
export const RELATION_SECURED_BY = 'securedBy';
/**
 * From a security contact to an entity.
 *
 * @public
 */
export const RELATION_SECURITY_CONTACT_OF = 'securityContactOf';
/**
 * From a product to the one that takes over after its sunset.
 *
 * @public
 */
export const RELATION_SUCCEEDED_BY = 'succeededBy';
/**
 * From a successor to the product that it takes over from.
 *
 * @public
 */
export const RELATION_SUCCESSOR_OF = 'successorOf';

/**
 * What the suite knows of one role: its field in `spec.roles`, its annotation and its relations.
 *
 * @public
 */
export interface OwnershipRoleDefinition {
  role: OwnershipRole;
  /** The annotation that gives an entity of any kind holders of this role. */
  annotation: string;
  /** The name to show. */
  title: string;
  /** The relation from the entity to a holder. */
  relation: string;
  /** The relation from a holder to the entity. */
  reverse: string;
}

/**
 * All roles, in the order in which they are shown.
 *
 * @public
 */
export const OWNERSHIP_ROLES: readonly OwnershipRoleDefinition[] = [
  {
    role: 'productManager',
    annotation: ANNOTATION_PRODUCT_MANAGER,
    title: 'Product manager',
    relation: RELATION_MANAGED_BY,
    reverse: RELATION_MANAGER_OF,
  },
  {
    role: 'techLead',
    annotation: ANNOTATION_TECH_LEAD,
    title: 'Tech lead',
    relation: RELATION_TECHNICALLY_LED_BY,
    reverse: RELATION_TECHNICAL_LEAD_OF,
  },
  {
    role: 'operations',
    annotation: ANNOTATION_OPERATIONS,
    title: 'Operations',
    relation: RELATION_OPERATED_BY,
    reverse: RELATION_OPERATOR_OF,
  },
  {
    role: 'support',
    annotation: ANNOTATION_SUPPORT,
    title: 'Support',
    relation: RELATION_SUPPORTED_BY,
    reverse: RELATION_SUPPORTER_OF,
  },
  {
    role: 'security',
    annotation: ANNOTATION_SECURITY,
    title: 'Security',
    relation: RELATION_SECURED_BY,
    reverse: RELATION_SECURITY_CONTACT_OF,
  },
];

/**
 * The relations that the suite adds to those of the catalog, as pairs of both directions.
 *
 * @public
 */
export const PRODUCT_OPS_RELATION_PAIRS: ReadonlyArray<
  [relation: string, reverse: string]
> = [
  ...OWNERSHIP_ROLES.map(({ relation, reverse }): [string, string] => [
    relation,
    reverse,
  ]),
  [RELATION_SUCCEEDED_BY, RELATION_SUCCESSOR_OF],
];

/**
 * A field of a Product that refers to other entities.
 *
 * @public
 */
export interface ProductReferenceField {
  /** Where it is, below `spec`. */
  path: readonly string[];
  /** The kind of a ref that names none. */
  defaultKind: string;
  /** The kinds it may point at; any kind when absent. */
  allowedKinds?: readonly string[];
  /** What it expects, for an error message: `a user or a group, such as user:sam`. */
  expected: string;
  /** The relation from the product to the target. */
  relation: string;
  /** The relation from the target to the product. */
  reverse: string;
}

/**
 * All fields of a Product that refer to other entities, with the relations that they give.
 *
 * @public
 */
export const PRODUCT_REFERENCE_FIELDS: readonly ProductReferenceField[] = [
  {
    path: ['owner'],
    defaultKind: 'Group',
    allowedKinds: ['Group', 'User'],
    expected: 'a group or a user, such as group:payments',
    relation: RELATION_OWNED_BY,
    reverse: RELATION_OWNER_OF,
  },
  {
    path: ['domain'],
    defaultKind: 'Domain',
    allowedKinds: ['Domain'],
    expected: 'a domain, such as domain:commerce',
    relation: RELATION_PART_OF,
    reverse: RELATION_HAS_PART,
  },
  {
    path: ['parts'],
    defaultKind: 'Component',
    expected: 'an entity, such as component:cart or system:checkout',
    relation: RELATION_HAS_PART,
    reverse: RELATION_PART_OF,
  },
  {
    path: ['dependsOn'],
    defaultKind: 'Product',
    expected: 'an entity, such as product:identity',
    relation: RELATION_DEPENDS_ON,
    reverse: RELATION_DEPENDENCY_OF,
  },
  {
    path: ['successor'],
    defaultKind: 'Product',
    expected: 'an entity, such as product:checkout-next',
    relation: RELATION_SUCCEEDED_BY,
    reverse: RELATION_SUCCESSOR_OF,
  },
  ...OWNERSHIP_ROLES.map(({ role, relation, reverse }) => ({
    path: ['roles', role],
    defaultKind: 'User',
    allowedKinds: ['User', 'Group'],
    expected: 'a user or a group, such as user:sam',
    relation,
    reverse,
  })),
];
