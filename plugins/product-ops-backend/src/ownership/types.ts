import type { OwnershipRole } from '@productops/backstage-plugin-product-ops-common';

/** Whose entities count: those of the accountable owner, or of the holder of another role. */
export type HolderRole = 'owner' | OwnershipRole;

/** A group in the organisation. A group may have several parents, and a circle of groups is no tree. */
export interface Team {
  ref: string;
  name: string;
  title: string;
  type?: string;
  parents: string[];
  children: string[];
  members: string[];
}

/** A user. */
export interface Person {
  ref: string;
  name: string;
  title: string;
  /** Groups that the person is a member of. */
  teams: string[];
}

/** A row of the directory, as far as ownership goes. Refs are full and in lower case. */
export interface EntityInput {
  ref: string;
  kind: string;
  name: string;
  title: string;
  type?: string;
  /** The id of a stage, or what is declared when it is unknown. */
  stage?: string;
  declaredLifecycle?: string;
  tier?: number;
  ownerRef?: string;
  /** The product that it is a part of. */
  productRef?: string;
}

/** Something that somebody answers for, or should. */
export interface OwnedEntity extends EntityInput {
  /** The id of each gap, `ownership/missing-role/operations`: of one rule there may be several. */
  gaps: readonly string[];
}

/** A relation of the directory. */
export interface RelationInput {
  source: string;
  type: string;
  target: string;
}

/** Which entities to look at; several values of one match any of them. */
export interface OwnershipFilter {
  kind?: readonly string[];
  /** `none` stands for those without one, here and below. */
  type?: readonly string[];
  stage?: readonly string[];
  tier?: readonly string[];
}
