import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';
import type { DocumentsConfig } from './config';
import { folderTooLarge, tooDeep, tooLarge, tooManyFiles } from './problems';
import { isHidden, isMarkdown, shownTarget } from './targets';
import type { DocumentFile } from './types';

/** Decides what of a tree is taken, while it streams by. */
export class FolderSieve {
  seen = 0;
  complete = true;
  readonly errors: DocumentError[] = [];
  readonly #folder: string;
  readonly #config: DocumentsConfig;
  readonly #taken = new Set<string>();
  readonly #deep = new Set<string>();

  constructor(folder: string, config: DocumentsConfig) {
    this.#folder = folder;
    this.#config = config;
  }

  takes(path: string, size?: number): boolean {
    this.seen += 1;
    const { maxDepth, maxFiles, maxFileBytes } = this.#config.limits;
    const parts = path.split('/');
    if (!isMarkdown(path) || isHidden(path) || parts.includes('..')) {
      return false;
    }
    const shown = shownTarget(below(this.#folder, path));
    if (parts.length - 1 > maxDepth) {
      const deep = parts.slice(0, maxDepth + 1).join('/');
      if (!this.#deep.has(deep)) {
        this.#deep.add(deep);
        this.errors.push(
          tooDeep(shownTarget(below(this.#folder, deep)), maxDepth),
        );
      }
      return false;
    }
    if (size !== undefined && size > maxFileBytes) {
      this.errors.push(tooLarge(shown, maxFileBytes));
      return false;
    }
    if (this.#taken.size >= maxFiles) {
      if (this.complete) {
        this.complete = false;
        this.errors.push(tooManyFiles(this.#folder || '.', maxFiles));
      }
      return false;
    }
    this.#taken.add(path);
    return true;
  }

  took(path: string): boolean {
    return this.#taken.has(path);
  }

  /** Once more by what came, for readers that do not tell the size beforehand. */
  measure(files: DocumentFile[]): DocumentFile[] {
    const { maxFileBytes } = this.#config.limits;
    const kept: DocumentFile[] = [];
    let bytes = 0;
    for (const file of files) {
      if (file.bytes.length > maxFileBytes) {
        this.errors.push(tooLarge(shownTarget(file.path), maxFileBytes));
        continue;
      }
      bytes += file.bytes.length;
      if (bytes > this.#config.maxFolderBytes) {
        this.complete = false;
        this.errors.push(
          folderTooLarge(this.#folder || '.', this.#config.maxFolderBytes),
        );
        break;
      }
      kept.push(file);
    }
    return kept;
  }
}

/** A path below a folder, which may be empty. */
export function below(folder: string, path: string): string {
  return folder ? `${folder}/${path}` : path;
}
