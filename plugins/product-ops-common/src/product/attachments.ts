import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_PRODUCT,
  ANNOTATION_ROADMAP,
  ANNOTATION_BACKUP,
  ANNOTATION_RPO,
  ANNOTATION_RTO,
  ANNOTATION_RUNBOOKS,
  ANNOTATION_TIER,
  PRODUCT_OPS_ANNOTATIONS,
  PRODUCT_OPS_ANNOTATION_PREFIX,
} from './constants';
import { nearestName } from './nearestName';
import { OWNERSHIP_ROLES } from './relations';
import {
  isProductEntity,
  OwnershipRole,
  RecoveryObjectives,
  Tier,
} from './types';
import { describeValue, isIsoDuration, readEntityRef } from './values';

/**
 * Full refs (`kind:namespace/name`, lower case, no duplicates) of who holds each role; a role without
 * holders is absent.
 *
 * @public
 */
export type RoleHolders = Partial<Record<OwnershipRole, string[]>>;

/**
 * An annotation of the suite that could not be used, wholly or in part.
 *
 * @public
 */
export interface AnnotationProblem {
  /** The annotation, such as `productops.io/tier`. */
  annotation: string;
  /** Its value, at most 255 characters of it. */
  value: string;
  /** One sentence: which annotation, what it is, what was expected. */
  message: string;
}

const MAX_HOLDERS = 50;
const knownAnnotations = PRODUCT_OPS_ANNOTATIONS.map(({ name }) => name);

function annotationsOf(entity: Entity): Record<string, unknown> {
  const annotations: unknown = entity.metadata?.annotations;
  return typeof annotations === 'object' && annotations !== null
    ? (annotations as Record<string, unknown>)
    : {};
}

function annotationOf(entity: Entity, name: string): string | undefined {
  const value = annotationsOf(entity)[name];
  return typeof value === 'string' ? value.trim() : undefined;
}

function specOf(entity: Entity): Record<string, unknown> {
  return isProductEntity(entity) &&
    typeof entity.spec === 'object' &&
    entity.spec !== null
    ? (entity.spec as Record<string, unknown>)
    : {};
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function namespaceOf(entity: Entity): string {
  return entity.metadata?.namespace || DEFAULT_NAMESPACE;
}

function readHolder(value: unknown, entity: Entity): string | undefined {
  return readEntityRef(value, {
    defaultKind: 'user',
    defaultNamespace: namespaceOf(entity),
    allowedKinds: ['user', 'group'],
  });
}

function splitList(value: string): string[] {
  return value
    .slice(0, 20_000)
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}

function readTier(value: unknown): Tier | undefined {
  return value === 1 || value === 2 || value === 3 || value === 4
    ? value
    : undefined;
}

/**
 * Who holds which role: from `spec.roles` of a Product, else from the annotations of any kind.
 *
 * @remarks
 *
 * A role that a Product's spec names is read from there only. What does not parse is left out:
 * {@link annotationProblems} says why.
 *
 * @public
 */
export function rolesOf(entity: Entity): RoleHolders {
  const declared = fieldsOf(specOf(entity).roles);
  const holders: RoleHolders = {};
  for (const { role, annotation } of OWNERSHIP_ROLES) {
    const values = Object.hasOwn(declared, role)
      ? [declared[role]].flat()
      : splitList(annotationOf(entity, annotation) ?? '');
    const refs = values
      .slice(0, MAX_HOLDERS)
      .map(value => readHolder(value, entity))
      .filter((ref): ref is string => ref !== undefined);
    if (refs.length > 0) {
      holders[role] = [...new Set(refs)];
    }
  }
  return holders;
}

/**
 * How critical the entity is: from `spec.tier` of a Product, else from `productops.io/tier` of any kind.
 * Nothing when it is not said, or not a whole number from 1 to 4.
 *
 * @public
 */
export function tierOf(entity: Entity): Tier | undefined {
  const declared = specOf(entity).tier;
  if (declared !== undefined) {
    return readTier(declared);
  }
  const annotation = annotationOf(entity, ANNOTATION_TIER);
  return annotation && /^[1-4]$/.test(annotation)
    ? readTier(Number(annotation))
    : undefined;
}

/**
 * What is promised of recovery: from `spec.recovery` of a Product, else from `productops.io/rto` and
 * `productops.io/rpo` of any kind. ISO 8601 durations; what is none is left out.
 *
 * @public
 */
export function objectivesOf(entity: Entity): RecoveryObjectives {
  const declared = fieldsOf(specOf(entity).recovery);
  const read = (field: 'rto' | 'rpo', annotation: string) => {
    const value = declared[field] ?? annotationOf(entity, annotation);
    return typeof value === 'string' && isIsoDuration(value)
      ? { [field]: value }
      : {};
  };
  return { ...read('rto', ANNOTATION_RTO), ...read('rpo', ANNOTATION_RPO) };
}

/**
 * How the data of an entity is backed up, as it says itself: from `spec.recovery.backup` of a Product, else from
 * `productops.io/backup` of any kind.
 *
 * @public
 */
export function backupOf(entity: Entity): string | undefined {
  const declared = fieldsOf(specOf(entity).recovery).backup;
  const said = typeof declared === 'string' ? declared.trim() : undefined;
  return said || annotationOf(entity, ANNOTATION_BACKUP);
}

/**
 * The full ref of the product that `productops.io/product` makes the entity a part of. Nothing when it
 * is not said, no product ref, or the entity itself.
 *
 * @public
 */
export function productRefOf(entity: Entity): string | undefined {
  const ref = readEntityRef(annotationOf(entity, ANNOTATION_PRODUCT), {
    defaultKind: 'product',
    defaultNamespace: namespaceOf(entity),
    allowedKinds: ['product'],
  });
  return ref && ref !== stringifyEntityRef(entity) ? ref : undefined;
}

/**
 * Whether the entity has any annotation of the suite, known or not. Cheap enough for every entity of a
 * large catalog.
 *
 * @public
 */
export function hasProductOpsAnnotations(entity: Entity): boolean {
  for (const name in entity.metadata?.annotations) {
    if (name.startsWith(PRODUCT_OPS_ANNOTATION_PREFIX)) {
      return true;
    }
  }
  return false;
}

function expectationOf(
  name: string,
  value: string,
  entity: Entity,
): string | undefined {
  const role = OWNERSHIP_ROLES.find(({ annotation }) => annotation === name);
  if (role) {
    const parts = splitList(value);
    if (parts.length > MAX_HOLDERS) {
      return `at most ${MAX_HOLDERS} users or groups`;
    }
    return parts.length > 0 && parts.every(part => readHolder(part, entity))
      ? undefined
      : 'users or groups separated by commas, such as user:sam or group:sre';
  }
  switch (name) {
    case ANNOTATION_PRODUCT:
      return productRefOf(entity)
        ? undefined
        : 'another product, such as product:checkout';
    case ANNOTATION_TIER:
      return /^[1-4]$/.test(value)
        ? undefined
        : 'a whole number from 1 (mission critical) to 4 (best effort)';
    case ANNOTATION_RTO:
    case ANNOTATION_RPO:
      return isIsoDuration(value)
        ? undefined
        : 'an ISO 8601 duration, such as PT1H';
    case ANNOTATION_ROADMAP:
      return value ? undefined : 'a file, such as roadmap.yaml';
    case ANNOTATION_RUNBOOKS:
      return value ? undefined : 'a folder, such as runbooks/';
    default:
      return undefined;
  }
}

/**
 * The annotations of the suite on an entity of any kind that cannot be used as they are, each with what
 * was expected. An unknown one comes with the nearest known name.
 *
 * @remarks
 *
 * Such an annotation never fails the entity in the catalog: its good parts are used, the rest is left
 * out, and the portal shows these messages as something that needs attention.
 *
 * @public
 */
export function annotationProblems(entity: Entity): AnnotationProblem[] {
  if (!hasProductOpsAnnotations(entity)) {
    return [];
  }
  const problems: AnnotationProblem[] = [];
  for (const [name, raw] of Object.entries(annotationsOf(entity))) {
    if (!name.startsWith(PRODUCT_OPS_ANNOTATION_PREFIX)) {
      continue;
    }
    const value = typeof raw === 'string' ? raw.trim() : describeValue(raw);
    let message: string | undefined;
    if (knownAnnotations.includes(name)) {
      const expected =
        typeof raw === 'string'
          ? expectationOf(name, value, entity)
          : 'a text in quotes';
      message =
        expected && `${name}: got ${describeValue(raw)}; expected ${expected}`;
    } else {
      const nearest = nearestName(
        name.slice(PRODUCT_OPS_ANNOTATION_PREFIX.length),
        knownAnnotations.map(known =>
          known.slice(PRODUCT_OPS_ANNOTATION_PREFIX.length),
        ),
      );
      message = nearest
        ? `${name}: unknown annotation; did you mean ${PRODUCT_OPS_ANNOTATION_PREFIX}${nearest}?`
        : `${name}: unknown annotation; known ones are ${knownAnnotations.join(
            ', ',
          )}`;
    }
    if (message) {
      problems.push({ annotation: name, value: value.slice(0, 255), message });
    }
  }
  return problems;
}
