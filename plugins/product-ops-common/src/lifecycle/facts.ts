import { OWNERSHIP_ROLES } from '../product';

/**
 * What the values of a fact are.
 *
 * @public
 */
export type FactType = 'boolean' | 'number' | 'string';

/**
 * A computed value about an entity, as checks and pages know it.
 *
 * @public
 */
export interface FactDefinition {
  /** Unique among all facts: `links.monitoring`. */
  id: string;
  type: FactType;
  /** What it says, in one sentence. */
  description: string;
}

/**
 * The value of a fact for one entity.
 *
 * @public
 */
export interface FactValue {
  /** Nothing when it is not known. */
  value?: boolean | number | string;
  /** The question does not arise for this entity. */
  notApplicable?: boolean;
  /** What the value rests on, in one sentence. It names no other entity: not everybody may know of those. */
  evidence?: string;
  /** Full refs of entities that the evidence is about; who may not read them learns no more than their names. */
  about?: string[];
  /** The moment at which the value changes by itself: ISO 8601 in UTC. */
  until?: string;
}

/**
 * The facts that the suite computes.
 *
 * @public
 */
export const BUILT_IN_FACTS: readonly FactDefinition[] = [
  {
    id: 'entity.description',
    type: 'boolean',
    description: 'Whether it is described.',
  },
  { id: 'entity.tier', type: 'boolean', description: 'Whether it has a tier.' },
  {
    id: 'owner.exists',
    type: 'boolean',
    description: 'Whether its owner is in the catalog.',
  },
  {
    id: 'owner.members',
    type: 'boolean',
    description: 'Whether there are people in its owner, or its owner is one.',
  },
  ...OWNERSHIP_ROLES.map(
    ({ role, title }): FactDefinition => ({
      id: `role.${role}`,
      type: 'boolean',
      description: `Whether somebody in the catalog is its ${title.toLowerCase()}, by itself or by its product.`,
    }),
  ),
  ...(['incident', 'operational', 'maintenance', 'recovery'] as const).map(
    (type): FactDefinition => ({
      id: `runbooks.${type}`,
      type: 'number',
      description: `How many ${type} runbooks it has that are not stale.`,
    }),
  ),
  {
    id: 'runbooks.stale',
    type: 'number',
    description:
      'How many of its runbooks are stale: their review is due, or what they rest on has changed.',
  },
  {
    id: 'recovery.objectives',
    type: 'boolean',
    description: 'Whether recovery time and recovery point are promised.',
  },
  {
    id: 'recovery.proven',
    type: 'boolean',
    description: 'Whether a drill has shown that the promise can be kept.',
  },
  {
    id: 'backup.statement',
    type: 'boolean',
    description: 'Whether it says how its data is backed up.',
  },
  {
    id: 'roadmap.next',
    type: 'number',
    description: 'How many open items its roadmap has for now or next.',
  },
  {
    id: 'documentation.present',
    type: 'boolean',
    description: 'Whether it has documentation in the portal.',
  },
  {
    id: 'api.definition',
    type: 'boolean',
    description: 'Whether all APIs that it provides are defined.',
  },
  {
    id: 'source.location',
    type: 'boolean',
    description: 'Whether it says where its source is.',
  },
  {
    id: 'links.monitoring',
    type: 'boolean',
    description: 'Whether it links to where it is watched.',
  },
  {
    id: 'dependencies.earliestStage',
    type: 'string',
    description: 'The earliest stage of what it depends on.',
  },
  {
    id: 'dependencies.leaving',
    type: 'number',
    description: 'How much of what it depends on is in sunset or retired.',
  },
  {
    id: 'dependents.count',
    type: 'number',
    description: 'How much depends on it.',
  },
  {
    id: 'successor.named',
    type: 'boolean',
    description: 'Whether a successor is named that is in the catalog.',
  },
];
