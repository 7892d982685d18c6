import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';
import { createHash } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { DocumentsConfig } from './config';
import { DeclaredFolders, isInside } from './DeclaredFolders';
import {
  failed,
  folderTooLarge,
  leadsOutside,
  notThere,
  tooDeep,
  tooLarge,
  tooManyFiles,
} from './problems';
import { isHidden, isMarkdown, shownTarget } from './targets';
import type {
  DocumentFile,
  DocumentPlace,
  DocumentReader,
  InnerPlace,
  ReadOptions,
  ReadResult,
} from './types';

type FileResult = { bytes: Uint8Array } | { error: DocumentError };

/** The most directory entries that are looked at for one folder of runbooks. */
const MAX_ENTRIES = 50_000;

/**
 * Reads from the backend's disk, below the folders that the app-config declares. Errors name files relative
 * to the catalog-info file, so that nothing of the machine shows in them.
 */
export class LocalDocumentReader implements DocumentReader {
  readonly #folders: DeclaredFolders;
  readonly #config: DocumentsConfig;

  static create(options: {
    folders: DeclaredFolders;
    config: DocumentsConfig;
  }): LocalDocumentReader {
    return new LocalDocumentReader(options.folders, options.config);
  }

  private constructor(folders: DeclaredFolders, config: DocumentsConfig) {
    this.#folders = folders;
    this.#config = config;
  }

  async readFile(place: InnerPlace, options: ReadOptions): Promise<ReadResult> {
    const root = await this.#rootOf(place);
    if (!root) {
      return undeclared(place);
    }
    const path = place.segments.join('/');
    const file = await this.#readInside(root, path);
    if ('error' in file) {
      return failed(file.error, false);
    }
    return result([{ path, bytes: file.bytes }], [], true, options);
  }

  async readFolder(
    place: InnerPlace,
    options: ReadOptions,
  ): Promise<ReadResult> {
    const root = await this.#rootOf(place);
    if (!root) {
      return undeclared(place);
    }
    const shown = shownTarget(place.target);
    const start = place.segments.join('/');
    const folder = await realpath(join(root, start));
    if (!folder) {
      return failed(notThere(shown, 'folder'), false);
    }
    if (!isInside(root, folder)) {
      return failed(leadsOutside(shown), false);
    }
    if (!(await fs.stat(folder)).isDirectory()) {
      return failed(notThere(shown, 'folder'), false);
    }

    const { paths, errors, complete } = await this.#list(root, start, options);
    const files: DocumentFile[] = [];
    let bytes = 0;
    for (const path of paths) {
      options.signal.throwIfAborted();
      const file = await this.#readInside(root, path);
      if ('error' in file) {
        errors.push(file.error);
        continue;
      }
      bytes += file.bytes.length;
      if (bytes > this.#config.maxFolderBytes) {
        errors.push(folderTooLarge(shown, this.#config.maxFolderBytes));
        return result(files, errors, false, options);
      }
      files.push({ path, bytes: file.bytes });
    }
    return result(files, errors, complete, options);
  }

  async #rootOf(place: DocumentPlace): Promise<string | undefined> {
    return this.#folders.folderOf({
      catalogInfoFile: place.locationRef.slice('file:'.length),
      originRef: place.originRef,
    });
  }

  /** The Markdown files below a folder, in the order of their paths. */
  async #list(root: string, start: string, { signal }: ReadOptions) {
    const { maxDepth, maxFiles } = this.#config.limits;
    const errors: DocumentError[] = [];
    const paths: string[] = [];
    const waiting: Array<{ path: string; depth: number }> = [
      { path: start, depth: 0 },
    ];
    let looked = 0;
    let complete = true;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      signal.throwIfAborted();
      const { path: folder, depth } = next;
      const entries = await fs.readdir(join(root, folder), {
        withFileTypes: true,
      });
      looked += entries.length;
      if (looked > MAX_ENTRIES) {
        errors.push(tooManyFiles(folder || '.', maxFiles));
        complete = false;
        break;
      }
      for (const entry of entries) {
        const path = folder ? `${folder}/${entry.name}` : entry.name;
        if (isHidden(entry.name)) {
          continue;
        }
        // Linked folders are not entered, wherever they lead: a link to a parent would never end.
        if (entry.isDirectory()) {
          if (depth >= maxDepth) {
            errors.push(tooDeep(path, maxDepth));
          } else {
            waiting.push({ path, depth: depth + 1 });
          }
        } else if (isMarkdown(entry.name)) {
          paths.push(path);
        } else if (entry.isSymbolicLink()) {
          const real = await realpath(join(root, path));
          if (real && !isInside(root, real)) {
            errors.push(leadsOutside(shownTarget(path)));
          }
        }
      }
    }
    paths.sort((a, b) => (a < b ? -1 : 1));
    if (paths.length > maxFiles) {
      errors.push(tooManyFiles(start || '.', maxFiles));
      complete = false;
      paths.length = maxFiles;
    }
    return { paths, errors, complete };
  }

  async #readInside(root: string, path: string): Promise<FileResult> {
    const { maxFileBytes } = this.#config.limits;
    const file = shownTarget(path);
    const real = await realpath(join(root, path));
    if (!real) {
      return { error: notThere(file, 'file') };
    }
    if (!isInside(root, real)) {
      return { error: leadsOutside(file) };
    }
    let handle: fs.FileHandle;
    try {
      // Without following a link that came in between, and without waiting for the other end of a pipe.
      handle = await fs.open(
        real,
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
    } catch {
      return {
        error: {
          code: 'unreadable',
          message: 'The file cannot be opened.',
          file,
          expected: 'a file that the backend may read',
        },
      };
    }
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) {
        return { error: notThere(file, 'file') };
      }
      // A folder on the way may have been changed for a link since: what was opened must be what lies inside.
      const now = await realpath(join(root, path));
      const inside =
        now && isInside(root, now) ? await fs.stat(now) : undefined;
      if (inside?.ino !== stat.ino || inside.dev !== stat.dev) {
        return { error: leadsOutside(file) };
      }
      if (stat.size > maxFileBytes) {
        return { error: tooLarge(file, maxFileBytes) };
      }
      // One byte more than is allowed tells a file that grew meanwhile.
      const buffer = Buffer.alloc(Math.min(stat.size, maxFileBytes) + 1);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await handle.read(
          buffer,
          length,
          buffer.length - length,
          length,
        );
        if (bytesRead === 0) {
          break;
        }
        length += bytesRead;
      }
      return length > maxFileBytes
        ? { error: tooLarge(file, maxFileBytes) }
        : { bytes: buffer.subarray(0, length) };
    } finally {
      await handle.close();
    }
  }
}

function undeclared({ target }: DocumentPlace): ReadResult {
  return failed(
    {
      code: 'not-declared',
      message: 'File locations are read only when app-config declares them.',
      file: shownTarget(target),
      expected:
        'an entry of type file in catalog.locations that leads to the catalog-info file',
    },
    false,
  );
}

function result(
  files: DocumentFile[],
  errors: DocumentError[],
  complete: boolean,
  { etag: known }: ReadOptions,
): ReadResult {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  const etag = hash.update(JSON.stringify(errors)).digest('hex');
  return etag === known
    ? { outcome: 'unchanged' }
    : { outcome: 'read', etag, links: {}, files, errors, complete };
}

async function realpath(path: string): Promise<string | undefined> {
  try {
    return await fs.realpath(path);
  } catch {
    return undefined;
  }
}
