import type { Config } from '@backstage/config';
import { promises as fs } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The `file` locations that the app-config itself declares, with the folders they are in. Only what they lead to is
 * read from the disk: a `file:` location that was registered in any other way gives no access to it.
 */
export class DeclaredFolders {
  /** By origin: the location as the catalog names it. */
  readonly #folders: ReadonlyMap<string, string>;

  static fromConfig(config: Config): DeclaredFolders {
    const folders = new Map<string, string>();
    for (const location of config.getOptionalConfigArray('catalog.locations') ??
      []) {
      const target = location.getOptionalString('target');
      if (location.getOptionalString('type') === 'file' && target) {
        // Resolved like the catalog does, against the working directory of the backend.
        const path = resolve(target);
        folders.set(`file:${path}`, folderOf(path));
      }
    }
    return new DeclaredFolders(folders);
  }

  private constructor(folders: ReadonlyMap<string, string>) {
    this.#folders = folders;
  }

  /**
   * The real folder of a catalog-info file.
   *
   * @returns nothing when it did not come from a declared location, lies outside of the folder of that one, or is
   *   not there.
   */
  async folderOf(options: {
    catalogInfoFile: string;
    /** The location that was registered and led there. */
    originRef: string;
  }): Promise<string | undefined> {
    const declared = this.#folders.get(options.originRef);
    const [real, folder] = await Promise.all([
      declared && realFolder(declared),
      realFolder(dirname(resolve(options.catalogInfoFile))),
    ]);
    return real && folder && isInside(real, folder) ? folder : undefined;
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
