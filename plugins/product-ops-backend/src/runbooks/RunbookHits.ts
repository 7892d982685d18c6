import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { RunbookHit } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity, DirectoryStore } from '../directory/types';
import type { DocumentsStore } from '../documents/DocumentsStore';
import { EntityLinks } from '../overview/EntityLinks';
import type { Visibility } from '../permissions/types';
import { piecesOf } from './passage';
import type { StoredRunbook } from './rows';
import { peopleOf, toRunbookSummary } from './runbookView';

export interface RunbookHitsOptions {
  directory: DirectoryStore;
  documents: DocumentsStore;
  visibility: Visibility;
  now?: () => Date;
}

/** A runbook of some entity, to be shown in a list of those of many. */
export interface RunbookOfEntity {
  entityRef: string;
  runbook: StoredRunbook;
  answers?: boolean;
  passage?: string;
}

/** Shows runbooks of many entities, with as many questions for a list as for one. */
export class RunbookHits {
  readonly #options: RunbookHitsOptions;

  static create(options: RunbookHitsOptions): RunbookHits {
    return new RunbookHits(options);
  }

  private constructor(options: RunbookHitsOptions) {
    this.#options = options;
  }

  /** The current day in UTC, `YYYY-MM-DD`. */
  today(): string {
    return (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
  }

  /** In the order of what is given; the caller was already found to be allowed to read the entities. */
  async of(
    found: readonly RunbookOfEntity[],
    options: { credentials: BackstageCredentials; also?: readonly string[] },
  ): Promise<{
    hits: RunbookHit[];
    links: EntityLinks;
    /** What was asked of the directory on the way. */
    entities: Map<string, DirectoryEntity>;
  }> {
    const { directory, documents, visibility } = this.#options;
    const entityRefs = [...new Set(found.map(({ entityRef }) => entityRef))];
    const refs = [
      ...entityRefs,
      ...found.flatMap(({ runbook }) => peopleOf(runbook)),
      ...(options.also ?? []),
    ];
    const [entities, readable, sources] = await Promise.all([
      directory.getEntities(refs),
      visibility.filterReadable(refs, options.credentials),
      documents.listSourcesOfMany(entityRefs),
    ]);
    const links = EntityLinks.create({ entities, readable });
    const today = this.today();
    const hits = found.map(({ entityRef, runbook, answers, passage }) => ({
      ...toRunbookSummary(runbook, {
        links,
        today,
        source: sources.get(entityRef)?.find(({ kind }) => kind === 'runbooks'),
      }),
      entity: links.link(entityRef),
      ...(answers && { answers }),
      ...(passage && { passage: piecesOf(passage) }),
    }));
    return { hits, links, entities };
  }
}
