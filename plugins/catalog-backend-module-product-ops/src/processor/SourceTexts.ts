import { UrlReaderService } from '@backstage/backend-plugin-api';
import { parseLocationRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';

const MAX_BYTES = 1_000_000;
const TIMEOUT_MS = 5_000;
/** How long a place that could not be read is left in peace. */
const RETRY_AFTER_MS = 60_000;
const MAX_REMEMBERED = 16;

/** The text of a file that the catalog read, and what people call the file. */
export interface SourceText {
  /** The name of the file alone: where it lies on a machine is nobody's business. */
  file: string;
  text: string;
}

interface Remembered {
  text?: string;
  etag?: string;
  notBefore: number;
}

/** The name of the file that a URL or a path leads to. */
export function fileNameOf(target: string): string {
  let name = path.basename(target.replaceAll('\\', '/'));
  if (URL.canParse(target)) {
    const url = new URL(target);
    // Some hosts name the file in the query: `?path=/catalog-info.yaml`.
    const place = /\.ya?ml$/i.test(url.pathname)
      ? url.pathname
      : url.searchParams.get('path') ?? url.pathname;
    name = path.posix.basename(place);
    try {
      name = decodeURIComponent(name);
    } catch {
      // An odd name is shown as it is written.
    }
  }
  return (
    name.replace(/[^\p{L}\p{N} ._+@()-]/gu, '').slice(-100) ||
    'catalog-info.yaml'
  );
}

/**
 * Reads the files of entities again, to tell where something in them is wrong.
 *
 * @remarks
 *
 * Bounded in size and time. A remote file that has not changed is not sent again; what is asked for many
 * times at once, as for a file with many wrong entities, is read once.
 */
export class SourceTexts {
  readonly #reader: UrlReaderService | undefined;
  readonly #timeoutMs: number;
  readonly #remembered = new Map<string, Remembered>();
  readonly #underWay = new Map<string, Promise<string | undefined>>();

  private constructor(reader: UrlReaderService | undefined, timeoutMs: number) {
    this.#reader = reader;
    this.#timeoutMs = timeoutMs;
  }

  /** Without a reader for URLs, only files on the disk are read. */
  static create(
    options: { urlReader?: UrlReaderService; timeoutMs?: number } = {},
  ): SourceTexts {
    return new SourceTexts(options.urlReader, options.timeoutMs ?? TIMEOUT_MS);
  }

  /**
   * Reads the text at a location such as `url:https://...` or `file:/...`. Whatever goes wrong, there is
   * none: the place of a problem is worth less than the problem.
   */
  async read(location: string): Promise<SourceText | undefined> {
    try {
      const { type, target } = parseLocationRef(location);
      const text =
        type === 'url'
          ? await this.#readUrl(target)
          : type === 'file' && (await this.#inTime(() => readFile(target)));
      return typeof text === 'string'
        ? { file: fileNameOf(target), text }
        : undefined;
    } catch {
      return undefined;
    }
  }

  async #readUrl(url: string): Promise<string | undefined> {
    const underWay =
      this.#underWay.get(url) ??
      this.#readUrlOnce(url).finally(() => this.#underWay.delete(url));
    this.#underWay.set(url, underWay);
    return underWay;
  }

  async #readUrlOnce(url: string): Promise<string | undefined> {
    const reader = this.#reader;
    const known = this.#remembered.get(url);
    if (!reader || (known && known.notBefore > Date.now())) {
      return undefined;
    }
    try {
      const { text, etag } = await this.#inTime(async signal => {
        const response = await reader.readUrl(url, {
          signal,
          etag: known?.etag,
        });
        return { text: await textOf(response), etag: response.etag };
      });
      this.#remember(url, { text: etag && text, etag, notBefore: 0 });
      return text;
    } catch (error) {
      if (error instanceof Error && error.name === 'NotModifiedError') {
        return known?.text;
      }
      this.#remember(url, { notBefore: Date.now() + RETRY_AFTER_MS });
      return undefined;
    }
  }

  #remember(url: string, what: Remembered): void {
    this.#remembered.delete(url);
    this.#remembered.set(url, what);
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size <= MAX_REMEMBERED) {
        break;
      }
      this.#remembered.delete(oldest);
    }
  }

  /** Not every reader heeds the signal, so nobody waits longer than it says. */
  async #inTime<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new InputError('The file was not read in time'));
        controller.abort();
      }, this.#timeoutMs);
    });
    try {
      return await Promise.race([read(controller.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function textOf(
  response: Awaited<ReturnType<UrlReaderService['readUrl']>>,
): Promise<string> {
  if (!response.stream) {
    const buffer = await response.buffer();
    if (buffer.length > MAX_BYTES) {
      throw new InputError('The file is too large');
    }
    return buffer.toString('utf8');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response.stream()) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BYTES) {
      throw new InputError('The file is too large');
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readFile(target: string): Promise<string> {
  const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > MAX_BYTES) {
      throw new InputError('It is not a file, or too large');
    }
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(stat.size),
      position: 0,
    });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
