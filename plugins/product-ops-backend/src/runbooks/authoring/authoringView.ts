import type {
  RunbookVersion,
  WrittenRunbook,
} from '@productops/backstage-plugin-product-ops-common';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { StoredVersion } from './VersionStore';
import type { StoredWritten } from './writtenRows';

/** A written runbook without its text, as its reader may know it. */
export function toWrittenView(
  written: StoredWritten,
  links: EntityLinks,
): WrittenRunbook {
  const { id, title, version, number, state } = written;
  return {
    id,
    title,
    version,
    number,
    state,
    by: links.link(written.by),
    at: written.at.toISOString(),
    createdBy: links.link(written.createdBy),
    createdAt: written.createdAt.toISOString(),
  };
}

/** A version without its text, as its reader may know it. */
export function toVersionView(
  version: StoredVersion,
  options: { links: EntityLinks; current?: number },
): RunbookVersion {
  const { by, at, number, hash, title, origin, note, restores } = version;
  return {
    number,
    hash,
    title,
    origin,
    ...(by && { by: options.links.link(by) }),
    at: at.toISOString(),
    ...(note && { note }),
    ...(restores && { restores }),
    current: number === options.current,
  };
}
