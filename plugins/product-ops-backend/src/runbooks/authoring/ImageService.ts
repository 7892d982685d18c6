import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { DelegatingDocumentReader } from '../../documents/DelegatingDocumentReader';
import type { DocumentsStore } from '../../documents/DocumentsStore';
import { isHidden } from '../../documents/targets';
import { folderOf, pathInFolder, pathOf, placeOf } from '../runbookPaths';
import type { RunbooksStore } from '../RunbooksStore';
import type { AuthoringAccess } from './AuthoringAccess';
import { IMAGE_TYPES, imageTypeOf } from './imageType';

export interface ImageServiceOptions {
  access: AuthoringAccess;
  documents: DocumentsStore;
  runbooks: RunbooksStore;
  /** Reads single files of up to the bytes that an image may have. */
  reader: DelegatingDocumentReader;
}

/** An image as it lies beside the runbook. */
export interface RunbookImage {
  type: string;
  bytes: Uint8Array;
}

/** Shows the images of runbooks that lie in their folder, and nothing else of it. */
export class ImageService {
  readonly #options: ImageServiceOptions;

  static create(options: ImageServiceOptions): ImageService {
    return new ImageService(options);
  }

  private constructor(options: ImageServiceOptions) {
    this.#options = options;
  }

  /**
   * An image that the text of a runbook shows.
   *
   * @param target - as the text has it; what the text does not have is not given, wherever it lies
   */
  async get(
    entityRef: string,
    id: string,
    target: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RunbookImage> {
    const { access, documents, runbooks, reader } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const [runbook, place] = await Promise.all([
      runbooks.get(ref, id),
      documents.findPlace(ref, 'runbooks'),
    ]);
    const shown = runbook?.links.some(
      link => link.image && link.relative && link.target === target,
    );
    if (!runbook || !shown) {
      throw new NotFoundError(`Runbook ${id} of ${ref} shows no such image`);
    }
    if (!place) {
      throw new NotFoundError(
        `${ref} has no folder of runbooks in which an image could lie`,
      );
    }
    const path = pathOf(target, placeOf(runbook, folderOf(place.target)));
    if (!path || pathInFolder(path, place.target) === undefined) {
      throw new InputError(
        `target: got ${target.slice(
          0,
          200,
        )}, which leads out of the folder of runbooks; expected an image inside it`,
      );
    }
    if (isHidden(path)) {
      throw new InputError(
        'target: got a hidden file; expected one whose path has no leading dot',
      );
    }
    const { locationRef, originRef } = place;
    // Of the kinds of documents, a roadmap is the single file.
    const read = await reader.read('roadmap', {
      locationRef,
      originRef,
      target: path,
    });
    if (read.outcome === 'failed') {
      const message = `${path}: ${read.error.message} Expected ${read.error.expected}`;
      if (read.retry) {
        throw new ServiceUnavailableError(message);
      }
      throw read.error.code === 'not-found'
        ? new NotFoundError(message)
        : new InputError(message);
    }
    const bytes = read.outcome === 'read' ? read.files[0]?.bytes : undefined;
    const type = bytes && imageTypeOf(bytes);
    if (!bytes || !type) {
      throw new InputError(
        `${path}: got a file that is no such image by its first bytes; expected ${IMAGE_TYPES}`,
      );
    }
    return { type, bytes };
  }
}
