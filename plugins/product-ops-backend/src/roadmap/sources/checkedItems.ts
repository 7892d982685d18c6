import {
  describeValue,
  validateItemFields,
  type DeclaredRoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import type { RoadmapSourceItem } from '@productops/backstage-plugin-product-ops-node';
import { setImmediate } from 'node:timers/promises';
import { contentOf } from '../rows';
import type { SourceNote } from './SourceStore';

const MAX_URL = 2000;
const PAUSE_EVERY = 100;

/** The items of an answer that are fine, and what is to be said of the others. */
export interface CheckedItems {
  items: Array<DeclaredRoadmapItem & { url?: string }>;
  notes: SourceNote[];
  /** Those that are there and wrong: what was known of them before stays. */
  wrong: Set<string>;
}

/** Reads what another system says as warily as what people type. */
export async function checkedItems(
  given: readonly RoadmapSourceItem[],
  options: {
    entityRef: string;
    namespace: string;
    source: string;
    categories?: readonly string[];
    maxItems: number;
  },
): Promise<CheckedItems> {
  const { entityRef, source, maxItems } = options;
  const checked: CheckedItems = { items: [], notes: [], wrong: new Set() };
  const seen = new Set<string>();
  for (const [place, item] of given.slice(0, maxItems).entries()) {
    if (place % PAUSE_EVERY === PAUSE_EVERY - 1) {
      // Thousands of items at once would hold up everybody who waits for an answer.
      await setImmediate();
    }
    const { id, url, ...fields } = item;
    const leaveOut = (code: string, message: string, expected: string) => {
      checked.notes.push({ itemId: id, code, message, expected });
    };
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id)) {
      leaveOut(
        'invalid-id',
        `An item has the id ${describeValue(id)}.`,
        'a letter or digit, then up to 99 letters, digits, ., _ and -',
      );
      continue;
    }
    if (seen.has(id)) {
      leaveOut(
        'duplicate-id',
        `The id "${id}" is there twice.`,
        'each id once',
      );
      continue;
    }
    seen.add(id);
    const read = validateItemFields(fields, {
      namespace: options.namespace,
      categories: options.categories,
      entityRef,
      itemId: id,
    });
    if (!read.ok) {
      const [{ code, message, expected }] = read.problems;
      checked.wrong.add(id);
      leaveOut(code, `${id}: ${message}`, expected);
      continue;
    }
    const entry = {
      ...read.fields,
      entityRef,
      itemId: id,
      source,
      version: 1,
      rank: '',
      archived: false,
    };
    const shown = webUrl(url);
    checked.items.push({ ...contentOf(entry), ...(shown && { url: shown }) });
  }
  if (given.length > maxItems) {
    checked.notes.push({
      code: 'too-many',
      message: `There are ${given.length} items; the first ${maxItems} are shown.`,
      expected: `at most ${maxItems}`,
    });
  }
  return checked;
}

/** An address of the web as it is; nothing for what may lead elsewhere. */
export function webUrl(url: string | undefined): string | undefined {
  return url !== undefined &&
    url.length <= MAX_URL &&
    /^https?:\/\//i.test(url) &&
    URL.canParse(url)
    ? url
    : undefined;
}
