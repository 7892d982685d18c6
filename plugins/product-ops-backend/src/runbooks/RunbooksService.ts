import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  ListRunbooksQuery,
  Runbook,
  RunbookPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import type { DirectoryEntity, DirectoryStore } from '../directory/types';
import type { DocumentsStore } from '../documents/DocumentsStore';
import { EntityLinks } from '../overview/EntityLinks';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { Visibility } from '../permissions/types';
import { toWrittenView } from './authoring/authoringView';
import { folderOf } from './runbookPaths';
import { peopleOf, toRunbookPage, toRunbookSummary } from './runbookView';
import type { RunbooksStore } from './RunbooksStore';

export interface RunbooksServiceOptions {
  directory: DirectoryStore;
  documents: DocumentsStore;
  runbooks: RunbooksStore;
  visibility: Visibility;
  now?: () => Date;
}

/** How entities are operated and recovered. */
export class RunbooksService {
  readonly #options: RunbooksServiceOptions;

  static create(options: RunbooksServiceOptions): RunbooksService {
    return new RunbooksService(options);
  }

  private constructor(options: RunbooksServiceOptions) {
    this.#options = options;
  }

  /** A page of the runbooks of an entity that match, by title, without their text. */
  async list(
    entityRef: string,
    query: ListRunbooksQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<RunbookPage> {
    const { directory, documents, runbooks } = this.#options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    const page = pageOf(query);
    const reading = Promise.all([
      directory.getEntity(ref),
      documents.listSources(ref),
      runbooks.list(ref, {
        page,
        filter: { type: query.type, text: query.q },
      }),
    ]);
    const [[, sources, matching], links] = await Promise.all([
      reading,
      this.#linksOf(
        ref,
        reading.then(([entity, , found]) => ({
          entity,
          people: found.runbooks.flatMap(peopleOf),
        })),
        options,
      ),
    ]);
    const ofKind = sources.filter(({ kind }) => kind === 'runbooks');
    return {
      items: matching.runbooks.map(runbook =>
        toRunbookSummary(runbook, {
          links,
          today: this.#today(),
          source: ofKind[0],
        }),
      ),
      totalItems: matching.total,
      pageInfo: pageInfoOf(page, matching.total),
      sources: ofKind,
    };
  }

  /** One runbook, or a page that runbooks link to, with its text. */
  async get(
    entityRef: string,
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Runbook> {
    const { directory, documents, runbooks } = this.#options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    const reading = Promise.all([
      directory.getEntity(ref),
      documents.listSources(ref),
      runbooks.get(ref, id),
      runbooks.written(ref, id),
      runbooks.deadLinks(ref, id),
    ]);
    const [[owned, sources, runbook, recorded, isDead], links] =
      await Promise.all([
        reading,
        this.#linksOf(
          ref,
          reading.then(([entity, , found, typed]) => ({
            entity,
            people: [
              ...(found ? peopleOf(found) : []),
              ...(typed ? [typed.by, typed.createdBy] : []),
            ],
          })),
          options,
        ),
      ]);
    const source = sources.find(({ kind }) => kind === 'runbooks');
    if (!runbook) {
      throw new NotFoundError(`No runbook ${id} of ${ref}`);
    }
    return toRunbookPage(runbook, {
      links,
      today: this.#today(),
      source,
      ids: await runbooks.idsByPath(ref, folderOf(source?.target ?? '')),
      isDead,
      entityOwned: Boolean(owned?.ownerRef),
      ...(recorded && { written: toWrittenView(recorded, links) }),
    });
  }

  /** The entity and the owners of its runbooks, as the caller may know them. */
  async #linksOf(
    entityRef: string,
    reading: Promise<{
      entity?: DirectoryEntity;
      people: string[];
    }>,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityLinks> {
    const { directory, visibility } = this.#options;
    const naming = reading.then(({ entity, people }) => {
      if (!entity) {
        throw entityNotFound(entityRef);
      }
      return directory.getEntities(people);
    });
    const [entities, readable] = await Promise.all([
      naming,
      visibility.filterReadable(
        naming.then(found => [entityRef, ...found.keys()]),
        options.credentials,
      ),
    ]);
    if (!readable.has(entityRef)) {
      throw entityNotFound(entityRef);
    }
    return EntityLinks.create({ entities, readable });
  }

  #today(): string {
    return (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
  }
}
