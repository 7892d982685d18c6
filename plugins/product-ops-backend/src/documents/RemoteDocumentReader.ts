import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';
import type { DocumentsConfig } from './config';
import { below, FolderSieve } from './FolderSieve';
import { failed, notThere, tooLarge } from './problems';
import { resolveInside } from './remoteUrls';
import { shownTarget } from './targets';
import type {
  DocumentFile,
  DocumentPlace,
  DocumentReader,
  InnerPlace,
  ReadOptions,
  ReadResult,
} from './types';

type UrlResponse = Awaited<ReturnType<UrlReaderService['readUrl']>>;

/** Reads from where a `url:` location lies, through the URL reader of the backend. */
export class RemoteDocumentReader implements DocumentReader {
  readonly #reader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #config: DocumentsConfig;

  static create(options: {
    reader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    config: DocumentsConfig;
  }): RemoteDocumentReader {
    return new RemoteDocumentReader(
      options.reader,
      options.integrations,
      options.config,
    );
  }

  private constructor(
    reader: UrlReaderService,
    integrations: ScmIntegrationRegistry,
    config: DocumentsConfig,
  ) {
    this.#reader = reader;
    this.#integrations = integrations;
    this.#config = config;
  }

  async readFile(place: InnerPlace, options: ReadOptions): Promise<ReadResult> {
    const path = place.segments.join('/');
    const url = this.#resolve(place, place.segments);
    if ('error' in url) {
      return failed(url.error, false);
    }
    try {
      const response = await this.#reader.readUrl(url.url, {
        etag: options.etag,
        signal: options.signal,
      });
      const bytes = await bytesOf(response, this.#config.limits.maxFileBytes);
      if (!bytes) {
        return failed(tooLarge(path, this.#config.limits.maxFileBytes), false);
      }
      return {
        outcome: 'read',
        etag: response.etag,
        links: this.#linksOf(url.url),
        files: [{ path, bytes }],
        errors: [],
        complete: true,
      };
    } catch (error) {
      return this.#explain(error, path, 'file', options);
    }
  }

  async readFolder(
    place: InnerPlace,
    options: ReadOptions,
  ): Promise<ReadResult> {
    const folder = place.segments.join('/');
    const url = this.#resolve(place, place.segments);
    if ('error' in url) {
      return failed(url.error, false);
    }
    const sieve = new FolderSieve(folder, this.#config);
    try {
      const tree = await this.#reader.readTree(url.url, {
        etag: options.etag,
        signal: options.signal,
        filter: (path, info) => sieve.takes(path, info?.size),
      });
      const files: DocumentFile[] = [];
      for (const entry of await tree.files()) {
        options.signal.throwIfAborted();
        if (sieve.took(entry.path)) {
          files.push({
            path: below(folder, entry.path),
            bytes: await entry.content(),
          });
        }
      }
      if (sieve.seen === 0) {
        return failed(notThere(shownTarget(place.target), 'folder'), false);
      }
      const kept = sieve.measure(
        files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      );
      return {
        outcome: 'read',
        etag: tree.etag,
        links: this.#linksOf(url.url),
        files: kept,
        errors: sieve.errors,
        complete: sieve.complete,
      };
    } catch (error) {
      return this.#explain(error, shownTarget(place.target), 'folder', options);
    }
  }

  #resolve(
    { locationRef, target }: DocumentPlace,
    segments: readonly string[],
  ): { url: string } | { error: DocumentError } {
    const url = resolveInside(
      this.#integrations,
      locationRef.slice('url:'.length),
      segments,
    );
    return url
      ? { url }
      : {
          error: {
            code: 'target',
            message:
              'The path leads out of the folder of the catalog-info file.',
            file: shownTarget(target),
            expected: 'a path inside that folder',
          },
        };
  }

  #linksOf(url: string): { url: string; editUrl?: string } {
    const editUrl = this.#integrations.resolveEditUrl(url);
    return editUrl === url ? { url } : { url, editUrl };
  }

  #explain(
    error: unknown,
    file: string,
    what: 'file' | 'folder',
    { signal }: ReadOptions,
  ): ReadResult {
    if (isError(error)) {
      if (error.name === 'NotModifiedError') {
        return { outcome: 'unchanged' };
      }
      if (error.name === 'NotFoundError') {
        return failed(notThere(file, what), false);
      }
      if (
        error.name === 'NotAllowedError' ||
        /not allowed/i.test(error.message)
      ) {
        return failed(
          {
            code: 'not-allowed',
            message: 'The backend is not allowed to read from this host.',
            file,
            expected:
              'a host under integrations or backend.reading.allow in app-config',
          },
          false,
        );
      }
      if (/does not implement readTree/i.test(error.message)) {
        return failed(
          {
            code: 'folder-unsupported',
            message:
              'Whole folders cannot be read from this host, only single files.',
            file,
            expected:
              'a host that is configured under integrations, such as GitHub or GitLab',
          },
          false,
        );
      }
    }
    // Timeouts are told by whoever set them.
    signal.throwIfAborted();
    return failed(
      {
        code: 'unreachable',
        // What the host said may hold addresses and more that is not for everybody: the log has it.
        message: 'The location could not be read.',
        file,
        expected: 'an answer from the host; it is tried again later',
      },
      true,
    );
  }
}

/** The bytes of an answer; nothing when there are more than allowed, without waiting for the rest of them. */
async function bytesOf(
  response: UrlResponse,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (!response.stream) {
    const buffer = await response.buffer();
    return buffer.length > maxBytes ? undefined : buffer;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early destroys the stream.
  for await (const chunk of response.stream()) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) {
      return undefined;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, length);
}
