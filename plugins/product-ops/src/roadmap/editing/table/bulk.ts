import type {
  ItemPatch,
  RoadmapApi,
  RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../../api/conflicts';
import { currentItem } from '../itemFields';

/** As many requests as are under way at the same time. */
const AT_ONCE = 4;

/** What is to be done with many items. */
export type BulkAction =
  | { type: 'set'; patch: ItemPatch }
  | { type: 'shift'; days: number }
  | { type: 'drop' };

export interface BulkReport {
  changed: RoadmapItem[];
  failed: Array<{ item: RoadmapItem; why: BulkFailure }>;
}

/** Why an item stays as it was: it is not the portal's, somebody was faster, or what the backend says. */
export type BulkFailure =
  | { kind: 'declared' }
  | { kind: 'elsewhere'; source: string }
  | { kind: 'changed' }
  | { kind: 'refused'; message: string };

/** Does one thing with many items, a few at the same time; what fails of one keeps none of the others. */
export async function doWithAll(
  api: RoadmapApi,
  entity: string,
  items: readonly RoadmapItem[],
  action: BulkAction,
  onProgress: (done: number) => void,
): Promise<BulkReport> {
  const outcomes: Array<BulkFailure | undefined> = [];
  let next = 0;
  let done = 0;
  const one = async (item: RoadmapItem): Promise<BulkFailure | undefined> => {
    if (item.source !== 'recorded') {
      return item.source === 'declared'
        ? { kind: 'declared' }
        : { kind: 'elsewhere', source: item.sourceTitle ?? item.source };
    }
    const { id, source, version } = item;
    const question = { entity, id, source };
    try {
      await (action.type === 'set'
        ? api.patchItem(question, { version, fields: { ...action.patch } })
        : api.actOnItem(question, { ...action, version }));
      return undefined;
    } catch (error) {
      return currentItem(error)
        ? { kind: 'changed' }
        : { kind: 'refused', message: refusalOf(error).message };
    }
  };
  const work = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      outcomes[index] = await one(items[index]);
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    changed: items.filter((_, index) => !outcomes[index]),
    failed: items.flatMap((item, index) => {
      const why = outcomes[index];
      return why ? [{ item, why }] : [];
    }),
  };
}
