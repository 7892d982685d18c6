import {
  attentionOf,
  summariseRoadmap,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { createHash } from 'node:crypto';
import type { DocumentsStore } from '../documents/DocumentsStore';
import type { DirectoryStore } from '../directory/types';
import { inForce, resolveItems, toRoadmapItem } from '../roadmap/roadmapView';
import type { RoadmapStore } from '../roadmap/RoadmapStore';
import { toRunbookSummary } from '../runbooks/runbookView';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import { effectiveRoles, entityFacts } from './entityFacts';
import { EntityLinks } from './EntityLinks';
import type { EntitySummary, SummariesStore } from './SummariesStore';

const BATCH = 200;
/** Goes up when the rules change, so that all summaries are computed anew. */
const RULES = 2;

export interface SummariesServiceOptions {
  store: SummariesStore;
  directory: DirectoryStore;
  documents: DocumentsStore;
  roadmaps: RoadmapStore;
  runbooks: RunbooksStore;
  stages?: readonly StageDefinition[];
  categories?: readonly string[];
}

/**
 * Computes what lists show of entities, once for all callers. So only what an entity and its own files tell goes
 * in: what takes other entities to say may not be for everybody who can see this one.
 */
export class SummariesService {
  readonly #options: SummariesServiceOptions;

  static create(options: SummariesServiceOptions): SummariesService {
    return new SummariesService(options);
  }

  private constructor(options: SummariesServiceOptions) {
    this.#options = options;
  }

  /** Computes the summaries whose inputs have changed, and gives the number of rows written or deleted. */
  async refresh(options: { now: Date }): Promise<number> {
    const { store, stages, categories } = this.#options;
    const today = options.now.toISOString().slice(0, 10);
    const inputHash = createHash('sha256')
      .update(JSON.stringify([RULES, today, stages, categories]))
      .digest('hex');
    let written = await store.deleteGone();
    let after = '';
    for (;;) {
      const refs = await store.listOutdated({ inputHash, after, limit: BATCH });
      if (refs.length === 0) {
        return written;
      }
      written += await store.save(
        await this.#compute(refs, { today, inputHash }),
        options,
      );
      after = refs[refs.length - 1];
    }
  }

  async #compute(
    refs: string[],
    { today, inputHash }: { today: string; inputHash: string },
  ): Promise<EntitySummary[]> {
    const { directory, documents, roadmaps, runbooks } = this.#options;
    const [entities, sources, items, books] = await Promise.all([
      directory.getEntities(refs),
      documents.listSourcesOfMany(refs),
      roadmaps.listAllOfMany(refs),
      runbooks.listAllOfMany(refs),
    ]);
    const links = EntityLinks.create({ entities: new Map() });
    const known = await roadmaps.withAllGoals([...entities.values()]);
    return known.map(entity => {
      const view = { entity, links, today, targets: new Map() };
      const ofEntity = sources.get(entity.ref) ?? [];
      const resolved = resolveItems(items.get(entity.ref) ?? [], view);
      const summaries = (books.get(entity.ref) ?? []).map(runbook =>
        toRunbookSummary(runbook, { links, today }),
      );
      const roadmap = summariseRoadmap(
        resolved.map(item => toRoadmapItem(item, undefined, view)),
      );
      const attention = attentionOf(
        entityFacts({
          entity,
          links,
          roles: effectiveRoles(entity),
          sources: ofEntity,
          items: inForce(resolved),
          runbooks: summaries,
        }),
        {
          today,
          stages: this.#options.stages,
          categories: this.#options.categories,
        },
      ).filter(({ scope }) => scope === 'self');
      const now = roadmap.horizons.find(({ horizon }) => horizon === 'now');
      return {
        entityRef: entity.ref,
        roadmapOpen: roadmap.open,
        roadmapNow: now?.total ?? 0,
        runbooksTotal: summaries.length,
        attentionCount: attention.length,
        attentionSeverity: attention[0]?.severity,
        attentionTitle: attention[0]?.title,
        entityEtag: entity.etag,
        inputHash,
      };
    });
  }
}
