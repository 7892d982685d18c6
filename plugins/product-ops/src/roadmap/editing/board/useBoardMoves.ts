import { useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  rankBetween,
  type RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import { useQueryClient } from '@tanstack/react-query';
import { refusalOf } from '../../../api/conflicts';
import { productOpsApiRef } from '../../../api';
import { wholeRoadmapKey, type WholeRoadmap } from '../../../api/roadmapHooks';
import { useAskAgain } from '../../../api/rooms';
import { useText } from '../../../useText';
import { currentItem, foreseen, itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import type { Move } from './lanes';

/** What a person may move, of items that are in the portal and in files. */
export function mayMove(
  item: RoadmapItem,
  may: { update: boolean; prioritise: boolean },
  toOtherLane: boolean,
): boolean {
  if (toOtherLane) {
    // What is declared is not moved here: its file's change is prepared, which everybody may ask for.
    return (
      item.source === 'declared' || (item.source === 'recorded' && may.update)
    );
  }
  return may.prioritise;
}

/** Moves items: it shows the move at once, and puts the item back where the backend refuses it. */
export function useBoardMoves() {
  const { entityRef, may, prepare, tell } = useEditing();
  const t = useText();
  const api = useApi(productOpsApiRef);
  const client = useQueryClient();
  const lookAgain = useAskAgain('roadmap');
  const queryKey = wholeRoadmapKey(entityRef);
  // Of each item the latest move that is under way: what is moved again waits for it, and is about what came of it.
  const moving = useRef(new Map<string, Promise<RoadmapItem | undefined>>());

  function show(item: RoadmapItem) {
    client.setQueriesData<WholeRoadmap>({ queryKey }, data =>
      data
        ? {
            ...data,
            items: data.items.map(one =>
              itemKey(one) === itemKey(item) ? item : one,
            ),
          }
        : data,
    );
  }

  async function write({ item, fields, after, before }: Move, version: number) {
    const { id, source } = item;
    const question = { entity: entityRef, id, source };
    const ranked = may.prioritise && (after || before);
    return ranked
      ? api.roadmap.actOnItem(question, {
          type: 'reorder',
          version,
          ...(after && { after }),
          ...(before && { before }),
          ...(fields && { fields: { ...fields } }),
        })
      : api.roadmap.patchItem(question, { version, fields: { ...fields } });
  }

  return async function move(asked: Move, place: string): Promise<void> {
    const { item, fields, after, before } = asked;
    if (fields && item.source === 'declared') {
      prepare(item, fields);
      return;
    }
    if (fields && item.source !== 'recorded') {
      tell({
        good: false,
        text: t('roadmap.editing.elsewhere', {
          title: item.title,
          source: item.sourceTitle ?? item.source,
        }),
      });
      return;
    }
    tell(undefined);
    await client.cancelQueries({ queryKey });
    const rank = may.prioritise ? rankBetween(after, before) : undefined;
    show(foreseen(item, { ...fields, ...(rank && { rank }) }));
    const key = itemKey(item);
    const earlier = moving.current.get(key);
    const writing = (async () =>
      write(asked, (await earlier)?.version ?? item.version))();
    const written = writing.catch(() => undefined);
    moving.current.set(key, written);
    const isLatest = () => moving.current.get(key) === written;
    try {
      const moved = await writing;
      if (!isLatest()) {
        return;
      }
      show(moved);
      tell({
        good: true,
        text: t('roadmap.editing.board.moved', { title: item.title, place }),
        undo: moved,
      });
    } catch (error) {
      const theirs = currentItem(error);
      if (isLatest()) {
        show(theirs ?? item);
      }
      tell({
        good: false,
        text: theirs
          ? t('roadmap.editing.board.changedSince', { title: item.title })
          : t('roadmap.editing.failed', {
              title: item.title,
              why: refusalOf(error).message,
            }),
      });
    }
    if (isLatest()) {
      moving.current.delete(key);
      await lookAgain();
    }
  };
}
