import type { LoggerService } from '@backstage/backend-plugin-api';
import { failed, noAnswer } from './problems';
import { shownTarget, splitTarget } from './targets';
import type {
  DocumentKind,
  DocumentPlace,
  DocumentReader,
  ReadResult,
} from './types';

/**
 * Reads a source of any location, and gives up on one that does not answer in time. It never rejects: whatever
 * goes wrong is a result.
 */
export class DelegatingDocumentReader {
  readonly #readers: Record<string, DocumentReader>;
  readonly #timeoutMs: number;
  readonly #logger: LoggerService;

  static create(options: {
    /** By type of location: `file`, `url`. */
    readers: Record<string, DocumentReader>;
    timeoutMs: number;
    logger: LoggerService;
  }): DelegatingDocumentReader {
    return new DelegatingDocumentReader(options);
  }

  private constructor(options: {
    readers: Record<string, DocumentReader>;
    timeoutMs: number;
    logger: LoggerService;
  }) {
    this.#readers = options.readers;
    this.#timeoutMs = options.timeoutMs;
    this.#logger = options.logger;
  }

  async read(
    kind: DocumentKind,
    place: DocumentPlace,
    options: { etag?: string; signal?: AbortSignal } = {},
  ): Promise<ReadResult> {
    const file = shownTarget(place.target);
    const type = place.locationRef.split(':', 1)[0];
    const reader = Object.hasOwn(this.#readers, type)
      ? this.#readers[type]
      : undefined;
    if (!reader) {
      return failed(
        {
          code: 'location',
          message: 'Documents are not read from locations of this type.',
          file,
          expected: 'an entity from a url or file location',
        },
        false,
      );
    }
    const split = splitTarget(place.target, kind);
    if ('error' in split) {
      return failed(split.error, false);
    }
    const inner = { ...place, segments: split.segments };
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signal = options.signal
      ? AbortSignal.any([timeout, options.signal])
      : timeout;
    try {
      const read = { etag: options.etag, signal };
      // Not every reader of the backend heeds the signal, so the wait ends by itself too.
      return await Promise.race([
        kind === 'roadmap'
          ? reader.readFile(inner, read)
          : reader.readFolder(inner, read),
        rejection(signal),
      ]);
    } catch (error) {
      if (timeout.aborted) {
        return failed(noAnswer(file, this.#timeoutMs), true);
      }
      this.#logger.warn(`Could not read ${kind} at ${file}`, {
        cause: String(error),
      });
      return failed(
        {
          code: 'unreadable',
          message: 'It could not be read.',
          file,
          expected: 'something the backend can read; it is tried again later',
        },
        true,
      );
    }
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
    } else {
      signal.addEventListener('abort', () => reject(signal.reason), {
        once: true,
      });
    }
  });
}
