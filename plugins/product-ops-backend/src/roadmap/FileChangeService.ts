import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  changeRoadmapYaml,
  type PrepareRoadmapFileChangeBody,
  type RoadmapFileChange,
} from '@productops/backstage-plugin-product-ops-common';
import type { DelegatingDocumentReader } from '../documents/DelegatingDocumentReader';
import type { DocumentsStore } from '../documents/DocumentsStore';
import type { CallerCredentials } from '../http/types';
import { invalidFields } from './commands';
import type { ItemQuestion, RoadmapAccess } from './RoadmapAccess';

const MAX_WAIT_MS = 10_000;

export interface FileChangeServiceOptions {
  access: RoadmapAccess;
  documents: DocumentsStore;
  reader: Pick<DelegatingDocumentReader, 'read'>;
  categories?: readonly string[];
}

/** Says how a file is to be changed so that it declares something else of an item. It never writes. */
export class FileChangeService {
  readonly #options: FileChangeServiceOptions;

  static create(options: FileChangeServiceOptions): FileChangeService {
    return new FileChangeService(options);
  }

  private constructor(options: FileChangeServiceOptions) {
    this.#options = options;
  }

  /** The lines of the file as it is now, before and after a change of some fields. */
  async prepare(
    question: ItemQuestion,
    { fields }: PrepareRoadmapFileChangeBody,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<RoadmapFileChange> {
    const { access, documents, categories } = this.#options;
    const { item, address } = await access.item(question, credentials);
    const { entityRef, itemId } = address;
    if (item.source !== 'declared' || item.archived) {
      throw new InputError(
        `${itemId}: got an item that is in no file; expected a declared one. Change this one itself`,
      );
    }
    const place = await documents.findPlace(entityRef, 'roadmap');
    if (!place) {
      throw new ConflictError(`${entityRef} declares no roadmap any more`);
    }
    const { path, text } = await this.#read(place);
    const change = changeRoadmapYaml(
      text,
      { type: 'edit', itemId, patch: fields },
      {
        file: path,
        entityRef,
        categories,
        namespace: parseEntityRef(entityRef).namespace,
      },
    );
    if (!change.ok) {
      if (change.problems) {
        throw invalidFields(change.problems);
      }
      const { errors } = change;
      throw Object.assign(new ConflictError(change.message), {
        ...(errors && { errors: errors.slice(0, 20) }),
      });
    }
    const { before, after } = change;
    return {
      file: path,
      ...(place.url && { url: place.url }),
      ...(place.editUrl && { editUrl: place.editUrl }),
      before,
      after,
    };
  }

  async #read(
    place: NonNullable<Awaited<ReturnType<DocumentsStore['findPlace']>>>,
  ): Promise<{ path: string; text: string }> {
    const result = await this.#options.reader.read('roadmap', place, {
      signal: AbortSignal.timeout(MAX_WAIT_MS),
    });
    const file = result.outcome === 'read' ? result.files[0] : undefined;
    if (!file) {
      throw new ServiceUnavailableError(
        result.outcome === 'failed'
          ? `${result.error.file}: ${result.error.message} Expected ${result.error.expected}`
          : `${place.target}: it could not be read`,
      );
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
      return { path: file.path, text };
    } catch {
      throw new ConflictError(
        `${file.path}: got something that is not text; expected YAML in UTF-8`,
      );
    }
  }
}
