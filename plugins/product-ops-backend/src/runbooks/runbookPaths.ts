import { posix } from 'node:path';
import type { StoredRunbook } from './rows';

/** The path that a relative link leads to, from the catalog-info file; nothing when it leads out of there. */
export function pathOf(target: string, from: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(target.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!decoded || decoded.startsWith('/') || decoded.includes('\0')) {
    return undefined;
  }
  const path = posix.normalize(posix.join(posix.dirname(from), decoded));
  return path.startsWith('../') ? undefined : path;
}

/** A target as paths begin with it: empty, or with a slash at its end. */
export function folderOf(target: string): string {
  const folder = target
    .split('/')
    .filter(part => part && part !== '.')
    .join('/');
  return folder && `${folder}/`;
}

/** A path below the folder of runbooks; nothing when it lies elsewhere. */
export function pathInFolder(path: string, target: string): string | undefined {
  const folder = folderOf(target);
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}

/** From where the links of a runbook lead: what is written in the portal counts as if it lay in the folder. */
export function placeOf(
  { path, recordedBy }: Pick<StoredRunbook, 'path' | 'recordedBy'>,
  folder: string,
): string {
  return recordedBy ? `${folder}${path}` : path;
}
