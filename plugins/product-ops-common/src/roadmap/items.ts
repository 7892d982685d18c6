import type { RoadmapHorizon, RoadmapStatus } from '../api/types';
import type { ItemRef } from './itemRefs';
import type { DeclaredRoadmapItem } from './types';

/**
 * What a person may write of a roadmap item.
 *
 * @public
 */
export interface ItemFields {
  /** 1 to 255 characters. */
  title: string;
  /** Markdown, at most 20,000 characters. */
  description?: string;
  status: RoadmapStatus;
  /** Nothing for what is done or dropped. */
  horizon?: RoadmapHorizon;
  /** The first day, `YYYY-MM-DD`. */
  start?: string;
  /** The last day, `YYYY-MM-DD`, not before `start`. */
  end?: string;
  /** One that is not configured is kept and flagged. */
  category?: string;
  /** The id of a goal. */
  goal?: string;
  /** The full ref of a user or a group; the owner of the entity where it is absent. */
  owner?: string;
  /** The inputs of RICE or WSJF by their names. */
  score?: Record<string, number>;
  /** What it waits for: `id`, or `id@<full entity ref>` for an item of another entity. */
  dependsOn: string[];
  /** In the order in which they are shown; each name once. */
  milestones: Array<{ name: string; value: string }>;
  labels: string[];
  /** Only `http`, `https` and `mailto`. */
  links: Array<{ url: string; title?: string }>;
  /** Where it came from: free text, such as `feedback:17`, `drill:9` or an address. */
  origin?: string;
}

/**
 * A change of some fields. `null` takes a field away; a field that is absent stays as it is.
 *
 * @public
 */
export type ItemPatch = {
  [Field in keyof ItemFields]?: ItemFields[Field] | null;
};

/**
 * An item of a roadmap, whatever source it came from.
 *
 * @public
 */
export interface RoadmapEntry extends ItemFields, ItemRef {
  /** `declared` in a file, `recorded` in the portal, or the id of another source. Only recorded ones can be edited. */
  source: string;
  /** Goes up with every change; who writes says which one was seen. */
  version: number;
  /** Its place inside its lane: compare ranks by code unit, see {@link rankBetween}. */
  rank: string;
  /** It left its file or source; its links and history are kept. */
  archived: boolean;
}

/**
 * The fields of an item, in the order in which pages and files show them.
 *
 * @public
 */
export const ITEM_FIELDS: ReadonlyArray<keyof ItemFields> = [
  'title',
  'description',
  'status',
  'horizon',
  'start',
  'end',
  'category',
  'goal',
  'owner',
  'score',
  'dependsOn',
  'milestones',
  'labels',
  'links',
  'origin',
];

const LISTS: ReadonlySet<string> = new Set([
  'dependsOn',
  'milestones',
  'labels',
  'links',
]);

function canonical(value: unknown): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]);
  }
  return value;
}

/** Whether two values of a field say the same; absent, `null`, an empty list and no inputs are alike. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  const plain = (value: unknown) => {
    const text = JSON.stringify(canonical(value));
    return text === '[]' ? 'null' : text;
  };
  return plain(a) === plain(b);
}

/**
 * The fields of an item alone.
 *
 * @public
 */
export function fieldsOf(item: ItemFields): ItemFields {
  return Object.fromEntries(
    ITEM_FIELDS.flatMap(field =>
      item[field] === undefined ? [] : [[field, item[field]]],
    ),
  ) as unknown as ItemFields;
}

/**
 * The fields in which two items differ, with the values of both. Nothing in a patch is `null`.
 *
 * @public
 */
export function diffFields(
  before: ItemFields,
  after: ItemFields,
): { before: ItemPatch; after: ItemPatch } {
  const changed = ITEM_FIELDS.filter(
    field => !sameValue(before[field], after[field]),
  );
  const side = (fields: ItemFields) =>
    Object.fromEntries(changed.map(field => [field, fields[field] ?? null]));
  return { before: side(before), after: side(after) };
}

/**
 * The fields after a patch. What is no list is taken away by `null`; a list is emptied.
 *
 * @public
 */
export function patchFields(fields: ItemFields, patch: ItemPatch): ItemFields {
  const merged: Record<string, unknown> = { ...fieldsOf(fields) };
  for (const field of ITEM_FIELDS) {
    const value = patch[field];
    if (value === null && LISTS.has(field)) {
      merged[field] = [];
    } else if (value === null) {
      delete merged[field];
    } else if (value !== undefined) {
      merged[field] = value;
    }
  }
  return merged as unknown as ItemFields;
}

/**
 * A declared item as an entry: its place in the file gives its rank until somebody moves it.
 *
 * @param stored - what the portal keeps of it beside the file
 *
 * @public
 */
export function entryOfDeclared(
  item: DeclaredRoadmapItem,
  stored: {
    entityRef: string;
    rank: string;
    version?: number;
    source?: string;
    archived?: boolean;
  },
): RoadmapEntry {
  const { id, line: _, score, dependsOn, ...fields } = item;
  return {
    ...fields,
    ...(score && { score: { ...score.inputs } }),
    dependsOn: [
      ...new Set(
        dependsOn.map(({ id: itemId, entity }) =>
          entity && entity !== stored.entityRef
            ? `${itemId}@${entity}`
            : itemId,
        ),
      ),
    ],
    entityRef: stored.entityRef,
    itemId: id,
    source: stored.source ?? 'declared',
    version: stored.version ?? 1,
    rank: stored.rank,
    archived: stored.archived ?? false,
  };
}
