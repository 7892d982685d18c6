import type { Config } from '@backstage/config';
import { promises as fs } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The folders that the app-config itself declares, as the places of its `file` locations. Only what lies
 * in them is read from the disk: a `file:` location that came from anywhere else gives no access to it.
 */
export class DeclaredFolders {
  readonly #folders: string[];

  static fromConfig(config: Config): DeclaredFolders {
    const folders: string[] = [];
    for (const location of config.getOptionalConfigArray('catalog.locations') ??
      []) {
      const target = location.getOptionalString('target');
      if (location.getOptionalString('type') === 'file' && target) {
        // Resolved like the catalog does, against the working directory of the backend.
        folders.push(folderOf(resolve(target)));
      }
    }
    return new DeclaredFolders(folders);
  }

  private constructor(folders: string[]) {
    this.#folders = [...new Set(folders)];
  }

  /**
   * The real folder of a catalog-info file.
   *
   * @returns nothing when it lies in none of the declared folders, or when there is no such folder.
   */
  async folderOf(catalogInfoFile: string): Promise<string | undefined> {
    const folder = await realFolder(dirname(resolve(catalogInfoFile)));
    if (!folder) {
      return undefined;
    }
    for (const declared of this.#folders) {
      const real = await realFolder(declared);
      if (real && isInside(real, folder)) {
        return folder;
      }
    }
    return undefined;
  }
}

/** Whether a path is the folder or lies in it; both must be real paths. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function folderOf(target: string): string {
  // A target may be a pattern, such as `teams/*/catalog-info.yaml`: what it can match lies below its plain part.
  const parts = target.split(sep);
  const pattern = parts.findIndex(part => /[*?[\]{}!()]/.test(part));
  return pattern < 0
    ? dirname(target)
    : parts.slice(0, pattern).join(sep) || sep;
}

async function realFolder(path: string): Promise<string | undefined> {
  try {
    return await fs.realpath(path);
  } catch {
    return undefined;
  }
}
