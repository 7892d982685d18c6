import type { RoadmapSourceState } from '@productops/backstage-plugin-product-ops-common';
import type { StoredSource } from './SourceStore';

/** How reading an entity's items from another system went, as the API tells it. */
export function sourceStateOf(
  stored: StoredSource,
  titles: ReadonlyMap<string, string>,
): RoadmapSourceState {
  const { source, state, url, readAt, goodAt, nextReadAt, problem } = stored;
  const title = titles.get(source) ?? source;
  const target = stored.target ?? title;
  const told = [...(problem ? [problem] : []), ...stored.notes];
  return {
    source,
    title,
    target,
    ...(url && { url }),
    state,
    ...(readAt && { readAt: readAt.toISOString() }),
    ...(goodAt && { goodAt: goodAt.toISOString() }),
    ...(nextReadAt && { nextReadAt: nextReadAt.toISOString() }),
    errors: told.slice(0, 100).map(({ code, message, expected }) => ({
      code,
      message,
      file: target,
      ...(expected && { expected }),
    })),
    errorCount: stored.noteCount + (problem ? 1 : 0),
  };
}
