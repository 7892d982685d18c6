import {
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import type { StageDefinition } from '@productops/backstage-plugin-product-ops-common';
import type {
  DirectoryEntity,
  DirectoryRelations,
  DirectoryStore,
} from '../../directory/types';
import type { DocumentsStore } from '../../documents/DocumentsStore';
import { productRefsOf } from '../../overview/productsOfParts';
import type { RoadmapStore } from '../../roadmap/RoadmapStore';
import type { RunbooksStore } from '../../runbooks/RunbooksStore';
import { findDependants } from '../findDependants';
import type { LifecyclePorts } from '../ports';
import { documentFacts } from './documentFacts';
import type { ExternalFacts } from './ExternalFacts';
import { ownFacts } from './ownFacts';
import { People } from './People';
import { peopleFacts } from './peopleFacts';
import { DEPENDENCY_RELATIONS, relationFacts, targets } from './relationFacts';
import type { EntityWithFacts, FactBatch } from './types';

const MAX_TARGETS = 200;
const RELATIONS = [
  ...DEPENDENCY_RELATIONS,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
];
/** Kinds that may be in a stage, beside whatever declares one. */
const STAGED_KINDS = new Set([
  'product',
  'domain',
  'system',
  'component',
  'api',
  'resource',
]);

export interface FactCollectorOptions {
  directory: DirectoryStore;
  documents: Pick<DocumentsStore, 'listSourcesOfMany'>;
  roadmaps: Pick<RoadmapStore, 'listAllOfMany'>;
  runbooks: Pick<RunbooksStore, 'listAllOfMany'>;
  external: ExternalFacts;
  ports: LifecyclePorts;
  stages: readonly StageDefinition[];
}

/** What was found out about some refs. */
export interface Collected {
  /** Those that may be in a stage, with their facts. */
  staged: EntityWithFacts[];
  /** All of them that are in the directory. */
  entities: ReadonlyMap<string, DirectoryEntity>;
  /** Facts of modules that could not be had this time. */
  failedFacts: ReadonlySet<string>;
}

/** Finds out the values of all facts, for many entities at once. */
export class FactCollector {
  readonly #options: FactCollectorOptions;

  static create(options: FactCollectorOptions): FactCollector {
    return new FactCollector(options);
  }

  private constructor(options: FactCollectorOptions) {
    this.#options = options;
  }

  /** What may be used again within one run. */
  newRun(): People {
    return People.create(this.#options);
  }

  /** The facts of entities: a bounded number of queries, whatever their number. */
  async collect(
    refs: readonly string[],
    options: { now: Date; people: People },
  ): Promise<Collected> {
    const { directory, external } = this.#options;
    const [entities, relations] = await Promise.all([
      directory.getEntities(refs),
      directory.getRelationsOfMany(refs, {
        types: RELATIONS,
        limit: MAX_TARGETS,
      }),
    ]);
    const staged = [...entities.values()].filter(
      ({ kind, stage }) => STAGED_KINDS.has(kind) || stage,
    );
    const products = new Map(
      staged.map(entity => [
        entity.ref,
        entity.kind === 'product'
          ? entity.ref
          : productRefsOf(entity, relations.get(entity.ref) ?? new Map())[0],
      ]),
    );
    const [batch, ofModules] = await Promise.all([
      this.#read(staged, { entities, relations, products, ...options }),
      external.collect(staged),
    ]);
    return {
      entities,
      failedFacts: ofModules.failed,
      staged: staged.map(entity => {
        const productRef = products.get(entity.ref);
        return {
          entity,
          stage: entity.stage ?? batch.recorded.get(entity.ref),
          productRef,
          facts: new Map([
            ...ownFacts(entity, batch.drills.get(entity.ref), batch.now),
            ...peopleFacts(entity, productRef, batch),
            ...relationFacts(entity, batch),
            ...documentFacts(entity.ref, batch),
            ...(ofModules.values.get(entity.ref) ?? []),
          ]),
        };
      }),
    };
  }

  async #read(
    staged: readonly DirectoryEntity[],
    read: {
      entities: ReadonlyMap<string, DirectoryEntity>;
      relations: ReadonlyMap<string, DirectoryRelations>;
      products: ReadonlyMap<string, string | undefined>;
      now: Date;
      people: People;
    },
  ): Promise<FactBatch> {
    const { directory, documents, roadmaps, runbooks, ports, stages } =
      this.#options;
    const { relations, products, people } = read;
    const refs = staged.map(({ ref }) => ref);
    const named = new Set(
      staged.flatMap(entity => [
        ...[entity.ownerRef, entity.facts.successorRef].flatMap(
          ref => ref ?? [],
        ),
        ...(entity.facts.roles ?? []).map(({ holderRef }) => holderRef),
        ...(products.get(entity.ref) ?? '' ? [products.get(entity.ref)!] : []),
        ...targets(relations.get(entity.ref) ?? new Map(), [
          ...DEPENDENCY_RELATIONS,
          RELATION_PROVIDES_API,
        ]),
      ]),
    );
    const groups = staged.flatMap(({ ownerRef }) =>
      ownerRef?.startsWith('group:') ? [ownerRef] : [],
    );
    const undeclared = [...named, ...refs];
    const [known, dependants, sources, items, books, drills, recorded] =
      await Promise.all([
        this.#known(named, read.entities),
        findDependants(directory, refs),
        documents.listSourcesOfMany(refs),
        roadmaps.listAllOfMany(refs),
        runbooks.listAllOfMany(refs),
        ports.drills?.of(refs),
        ports.recordedStages?.of(undeclared),
        people.load(groups),
      ]);
    return {
      relations,
      dependants,
      known: await this.#withHoldersOfProducts(staged, products, known),
      hasPeople: groupRef => people.has(groupRef),
      recorded: recorded ?? new Map(),
      sources,
      items,
      runbooks: books,
      drills: drills ?? new Map(),
      now: read.now.toISOString(),
      stages,
    };
  }

  async #known(
    named: ReadonlySet<string>,
    read: ReadonlyMap<string, DirectoryEntity>,
  ): Promise<Map<string, DirectoryEntity>> {
    const missing = [...named].filter(ref => !read.has(ref));
    return new Map([
      ...read,
      ...(missing.length > 0
        ? await this.#options.directory.getEntities(missing)
        : []),
    ]);
  }

  /** Parts of a product have the role holders of the product, which only its own row names. */
  async #withHoldersOfProducts(
    staged: readonly DirectoryEntity[],
    products: ReadonlyMap<string, string | undefined>,
    known: Map<string, DirectoryEntity>,
  ): Promise<Map<string, DirectoryEntity>> {
    const holders = staged.flatMap(({ ref }) =>
      (known.get(products.get(ref) ?? '')?.facts.roles ?? []).map(
        ({ holderRef }) => holderRef,
      ),
    );
    const missing = new Set(holders.filter(holder => !known.has(holder)));
    return missing.size > 0 ? this.#known(missing, known) : known;
  }
}
