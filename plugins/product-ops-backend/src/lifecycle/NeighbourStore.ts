import {
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import {
  OWNERSHIP_ROLES,
  RELATION_SUCCEEDED_BY,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { hash } from 'node:crypto';
import { chunksOf, inList } from '../database/sql';
import { ENTITIES, RELATIONS } from '../directory/tables';
import type { DirectoryEntity, DirectoryRelations } from '../directory/types';
import { DEPENDENCY_RELATIONS } from './facts/relationFacts';
import {
  DEPENDANT_RELATIONS,
  MAX_LEVELS,
  OWN_RELATIONS,
} from './findDependants';

const NEIGHBOURS = 'lifecycle_neighbours';
const CHUNK = 400;
const READ_CHUNK = 1000;
const LEVELS = 5;
const ROLES = OWNERSHIP_ROLES.map(({ relation }) => relation);
/** The relations by which the answers of their source depend on their target. */
const LOOKED_AT = [
  ...DEPENDENCY_RELATIONS,
  ...ROLES,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  RELATION_SUCCEEDED_BY,
];

/** What is asked of a group: who is in it. */
const GROUP_RELATIONS = [RELATION_HAS_MEMBER, RELATION_PARENT_OF];
/** What is asked of a part or an API: what else is retired with it, and what depends on it. */
const PART_RELATIONS = [...OWN_RELATIONS, ...DEPENDANT_RELATIONS];
/** The relations that {@link signatureOf} needs. */
export const SIGNATURE_RELATIONS = [...GROUP_RELATIONS, ...PART_RELATIONS];

/** Between what an entity is and what it is related to. */
const SEPARATOR = ' ';

/**
 * Changes with whatever the answers of other entities may depend on. What an entity is and what it is related to change
 * apart: where it stands is nothing to the wholes that it is a part of, which may be as large as a domain.
 */
export function signatureOf(
  entity: DirectoryEntity,
  relations: DirectoryRelations | undefined,
): string {
  const types = entity.kind === 'group' ? GROUP_RELATIONS : PART_RELATIONS;
  return [
    [entity.stage, entity.kind === 'product' ? entity.facts.roles : null],
    types.map(type => relations?.get(type)),
  ]
    .map(about => hash('sha1', JSON.stringify(about), 'base64url'))
    .join(SEPARATOR);
}

/** Entities that are not as they were. */
export interface Differing {
  /** All of them. */
  refs: string[];
  /** Those that are there no more or anew, or are related to others than before. */
  related: string[];
}

/** Which entities must be looked at again since others have changed. */
export class NeighbourStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): NeighbourStore {
    return new NeighbourStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of some refs whose signature is another than the one that is kept; none stands for what is gone. */
  async differing(
    signatures: ReadonlyMap<string, string | undefined>,
  ): Promise<Differing> {
    const kept = new Map<string, string>();
    for (const refs of chunksOf([...signatures.keys()], READ_CHUNK)) {
      const rows = await this.#knex(NEIGHBOURS)
        .select('entity_ref', 'signature')
        .where(inList(this.#knex, 'entity_ref', refs));
      for (const row of rows) {
        kept.set(row.entity_ref, row.signature);
      }
    }
    const relatedTo = (signature: string | undefined) =>
      signature?.split(SEPARATOR)[1];
    const refs = [...signatures.keys()].filter(
      ref => kept.get(ref) !== signatures.get(ref),
    );
    return {
      refs,
      related: refs.filter(
        ref => relatedTo(kept.get(ref)) !== relatedTo(signatures.get(ref)),
      ),
    };
  }

  /** Keeps signatures; none removes what is kept. */
  async save(
    trx: Knex,
    signatures: ReadonlyMap<string, string | undefined>,
  ): Promise<void> {
    const there = [...signatures].filter(([, signature]) => signature);
    const gone = [...signatures]
      .filter(([, signature]) => !signature)
      .map(([ref]) => ref);
    for (const chunk of chunksOf(there, CHUNK)) {
      await trx(NEIGHBOURS)
        .insert(
          chunk.map(([ref, signature]) => ({ entity_ref: ref, signature })),
        )
        .onConflict('entity_ref')
        .merge();
    }
    for (const refs of chunksOf(gone, READ_CHUNK)) {
      await trx(NEIGHBOURS).where(inList(trx, 'entity_ref', refs)).delete();
    }
  }

  /** The entities whose answers depend on some others, directly or by way of a product or a team. */
  async dependentsOf(
    { refs, related }: Differing,
    trx: Knex = this.#knex,
  ): Promise<Set<string>> {
    const found = new Set<string>();
    const groups = refs.filter(ref => ref.startsWith('group:'));
    const looked = [
      ...refs,
      ...(await ancestorsOf(trx, groups, {
        types: [RELATION_PARENT_OF],
        levels: LEVELS,
      })),
    ];
    for (const chunk of chunksOf(looked, READ_CHUNK)) {
      const sources = await sourcesOf(trx, chunk, LOOKED_AT);
      const owned: string[] = await trx(ENTITIES)
        .where(inList(trx, 'owner_ref', chunk))
        .pluck('entity_ref');
      [...sources, ...owned].forEach(ref => found.add(ref));
    }
    // Whoever holds a role for a product holds it for its parts.
    const products = [...found].filter(ref => ref.startsWith('product:'));
    for (const chunk of chunksOf(products, READ_CHUNK)) {
      for (const ref of await sourcesOf(trx, chunk, [RELATION_PART_OF])) {
        found.add(ref);
      }
    }
    // What depends on a part or an API depends on all wholes that it belongs to.
    const parts = related.filter(ref => !ref.startsWith('group:'));
    for (const whole of await ancestorsOf(trx, parts, {
      types: OWN_RELATIONS,
      levels: MAX_LEVELS,
    })) {
      found.add(whole);
    }
    return found;
  }
}

/** What points at refs by relations, what points at this, and so on. */
async function ancestorsOf(
  trx: Knex,
  refs: readonly string[],
  options: { types: readonly string[]; levels: number },
): Promise<string[]> {
  const seen = new Set(refs);
  const above: string[] = [];
  let level = refs;
  for (let depth = 0; level.length > 0 && depth < options.levels; depth += 1) {
    const parents: string[] = [];
    for (const chunk of chunksOf(level, READ_CHUNK)) {
      parents.push(...(await sourcesOf(trx, chunk, options.types)));
    }
    level = [...new Set(parents)].filter(ref => !seen.has(ref));
    level.forEach(ref => seen.add(ref));
    above.push(...level);
  }
  return above;
}

async function sourcesOf(
  trx: Knex,
  refs: readonly string[],
  types: readonly string[],
): Promise<string[]> {
  return trx(RELATIONS)
    .distinct('source_ref')
    .where(inList(trx, 'target_ref', refs))
    .where(inList(trx, 'type', types))
    .pluck('source_ref');
}
