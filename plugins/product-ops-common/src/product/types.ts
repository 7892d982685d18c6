import { Entity } from '@backstage/catalog-model';
import { PRODUCT_API_VERSION, PRODUCT_KIND } from './constants';

/**
 * A typed owner: who sets direction, who leads the building, who runs it, who answers its users, who is
 * asked about security.
 *
 * @public
 */
export type OwnershipRole =
  | 'productManager'
  | 'techLead'
  | 'operations'
  | 'support'
  | 'security';

/**
 * How critical an entity is: 1 is mission critical, 4 is best effort.
 *
 * @public
 */
export type Tier = 1 | 2 | 3 | 4;

/**
 * How a goal is measured.
 *
 * @public
 */
export type ProductGoalMetric = {
  name: string;
  /** Shown behind the numbers, such as `%`. */
  unit?: string;
  /** The value when the goal was set. */
  baseline?: number;
  /** The value to reach; it may be below the baseline. */
  target?: number;
  /** The value as last measured. */
  current?: number;
  /** Where baseline and target are the same: whether it is to stay at least (`up`, when absent) or at most so. */
  direction?: 'up' | 'down';
  /** Where its values are read from. */
  source?: ProductGoalSource;
};

/**
 * Where the values of a metric are read from.
 *
 * @public
 */
export type ProductGoalSource = {
  /** The name of a server that the configuration of the portal has. */
  prometheus: string;
  /** PromQL that gives one number, at most 2,000 characters. */
  query: string;
};

/**
 * A strategic outcome that the company wants of a product.
 *
 * @public
 */
export type ProductGoal = {
  /** Unique within the product; roadmap items point at it. */
  id: string;
  title: string;
  description?: string;
  metric?: ProductGoalMetric;
  /** When work on it began: a date, `YYYY-MM-DD`. */
  start?: string;
  /** A date, `YYYY-MM-DD`. */
  due?: string;
};

/**
 * What is promised of recovery: ISO 8601 durations, such as `PT1H`.
 *
 * @public
 */
export type RecoveryObjectives = {
  /** The longest time until the service is back. */
  rto?: string;
  /** The longest period of which data may be lost. */
  rpo?: string;
};

/**
 * The dates of a product's life: `YYYY-MM-DD`.
 *
 * @public
 */
export type ProductMilestones = {
  generalAvailability?: string;
  endOfSale?: string;
  endOfSupport?: string;
  endOfLife?: string;
};

/**
 * What the organisation offers, to customers or to itself: the kind `Product`.
 *
 * @remarks
 *
 * Refs may be short: without a namespace they are in the product's own; without a kind, an owner is a
 * group, a role holder a user, a part a component, a domain a domain, and the rest products.
 *
 * @public
 */
export interface ProductEntity extends Entity {
  apiVersion: 'productops.io/v1alpha1';
  kind: 'Product';
  spec: {
    /** Free text, as in Component. */
    type?: string;
    /** A stage id, or one of its aliases. */
    lifecycle?: string;
    /** Ref of the accountable group (or user). */
    owner?: string;
    /** Ref of a domain. */
    domain?: string;
    /** Refs of what it is made of. */
    parts?: string[];
    /** Refs of what it needs to function. */
    dependsOn?: string[];
    tier?: Tier;
    vision?: string;
    goals?: ProductGoal[];
    /** Refs of users or groups, by role. */
    roles?: Partial<Record<OwnershipRole, string | string[]>>;
    recovery?: RecoveryObjectives & {
      /** How its data is backed up, in a sentence. */
      backup?: string;
    };
    milestones?: ProductMilestones;
    /** Ref of who takes over after sunset. */
    successor?: string;
  };
}

/**
 * Tells a Product of this suite from every other entity, also from a kind of the same name elsewhere.
 *
 * @remarks
 *
 * It looks at kind and apiVersion; an entity that the catalog has accepted has the rest too.
 *
 * @public
 */
export function isProductEntity(entity: Entity): entity is ProductEntity {
  return (
    entity.kind === PRODUCT_KIND && entity.apiVersion === PRODUCT_API_VERSION
  );
}
