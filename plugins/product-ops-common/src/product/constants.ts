/**
 * The apiVersion of the files and entities that the suite defines.
 *
 * @public
 */
export const PRODUCT_API_VERSION = 'productops.io/v1alpha1';

/**
 * The kind of an entity that says what the organisation offers, to customers or to itself.
 *
 * @public
 */
export const PRODUCT_KIND = 'Product';

/**
 * What every annotation of the suite starts with.
 *
 * @public
 */
export const PRODUCT_OPS_ANNOTATION_PREFIX = 'productops.io/';

/**
 * The product that an entity is a part of: a product ref.
 *
 * @public
 */
export const ANNOTATION_PRODUCT = 'productops.io/product';
/**
 * The roadmap file, relative to the file that declares the entity.
 *
 * @public
 */
export const ANNOTATION_ROADMAP = 'productops.io/roadmap';
/**
 * The folder of runbooks, relative to the file that declares the entity.
 *
 * @public
 */
export const ANNOTATION_RUNBOOKS = 'productops.io/runbooks';
/**
 * Who sets the direction: users or groups, separated by commas.
 *
 * @public
 */
export const ANNOTATION_PRODUCT_MANAGER = 'productops.io/product-manager';
/**
 * Who leads the building: users or groups, separated by commas.
 *
 * @public
 */
export const ANNOTATION_TECH_LEAD = 'productops.io/tech-lead';
/**
 * Who runs it: users or groups, separated by commas.
 *
 * @public
 */
export const ANNOTATION_OPERATIONS = 'productops.io/operations';
/**
 * Who answers its users: users or groups, separated by commas.
 *
 * @public
 */
export const ANNOTATION_SUPPORT = 'productops.io/support';
/**
 * Who is asked about its security: users or groups, separated by commas.
 *
 * @public
 */
export const ANNOTATION_SECURITY = 'productops.io/security';
/**
 * The tier: `1` (mission critical) to `4` (best effort).
 *
 * @public
 */
export const ANNOTATION_TIER = 'productops.io/tier';
/**
 * The recovery time objective: an ISO 8601 duration.
 *
 * @public
 */
export const ANNOTATION_RTO = 'productops.io/rto';
/**
 * The recovery point objective: an ISO 8601 duration.
 *
 * @public
 */
export const ANNOTATION_RPO = 'productops.io/rpo';
/**
 * How the data of an entity is backed up: a sentence, or `none` when it keeps no data.
 *
 * @public
 */
export const ANNOTATION_BACKUP = 'productops.io/backup';

/**
 * All annotations of the suite, each with what it is for.
 *
 * @public
 */
export const PRODUCT_OPS_ANNOTATIONS: ReadonlyArray<{
  name: string;
  title: string;
  description: string;
}> = [
  {
    name: ANNOTATION_PRODUCT,
    title: 'Product',
    description: 'The product that this entity is a part of: a product ref.',
  },
  {
    name: ANNOTATION_ROADMAP,
    title: 'Roadmap',
    description:
      'The roadmap file, relative to the file that declares the entity.',
  },
  {
    name: ANNOTATION_RUNBOOKS,
    title: 'Runbooks',
    description:
      'The folder of runbooks, relative to the file that declares the entity.',
  },
  {
    name: ANNOTATION_PRODUCT_MANAGER,
    title: 'Product manager',
    description:
      'Who sets the direction: users or groups, separated by commas.',
  },
  {
    name: ANNOTATION_TECH_LEAD,
    title: 'Tech lead',
    description:
      'Who leads the building: users or groups, separated by commas.',
  },
  {
    name: ANNOTATION_OPERATIONS,
    title: 'Operations',
    description: 'Who runs it: users or groups, separated by commas.',
  },
  {
    name: ANNOTATION_SUPPORT,
    title: 'Support',
    description: 'Who answers its users: users or groups, separated by commas.',
  },
  {
    name: ANNOTATION_SECURITY,
    title: 'Security',
    description:
      'Who is asked about its security: users or groups, separated by commas.',
  },
  {
    name: ANNOTATION_TIER,
    title: 'Tier',
    description: 'From 1 (mission critical) to 4 (best effort).',
  },
  {
    name: ANNOTATION_RTO,
    title: 'Recovery time objective',
    description: 'An ISO 8601 duration, such as PT1H.',
  },
  {
    name: ANNOTATION_RPO,
    title: 'Recovery point objective',
    description: 'An ISO 8601 duration, such as PT15M.',
  },
  {
    name: ANNOTATION_BACKUP,
    title: 'Backup',
    description:
      'How its data is backed up: a sentence, or "none" when it keeps no data.',
  },
];
