import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../../useText';
import { itemKey } from '../itemFields';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { type BoardLane, type Place, placeOf, stepFrom } from './lanes';

/** An item that was taken, and where it would go. */
export interface Taken {
  key: string;
  to: Place;
}

/** Moves items by keys: space takes one, arrows choose its place, space puts it there, escape leaves it. All is said. */
export function useKeyboardMoves(options: {
  lanes: readonly BoardLane[];
  nameOf: (lane: BoardLane['id']) => string;
  onMove: (key: string, to: Place) => void;
}) {
  const { lanes, nameOf, onMove } = options;
  const t = useText();
  const [taken, setTaken] = useState<Taken>();
  const [said, setSaid] = useState('');

  function sayPlace(
    message: 'over' | 'put',
    item: RoadmapItem,
    { lane, index }: Place,
  ) {
    const items = lanes.find(({ id }) => id === lane)?.items ?? [];
    const others = items.filter(one => itemKey(one) !== itemKey(item)).length;
    setSaid(
      t(`roadmap.editing.board.${message}`, {
        title: item.title,
        lane: nameOf(lane),
        number: String(index + 1),
        total: String(others + 1),
      }),
    );
  }

  function onKeyDown(event: KeyboardEvent, item: RoadmapItem) {
    const key = itemKey(item);
    const from = placeOf(lanes, key);
    if (!from) {
      return;
    }
    if (event.key === ' ' || (event.key === 'Enter' && taken)) {
      event.preventDefault();
      if (!taken) {
        setTaken({ key, to: from });
        setSaid(t('roadmap.editing.board.taken', { title: item.title }));
        return;
      }
      setTaken(undefined);
      sayPlace('put', item, taken.to);
      onMove(key, taken.to);
    } else if (taken && (event.key === 'Escape' || event.key === 'Tab')) {
      setTaken(undefined);
      setSaid(t('roadmap.editing.board.left', { title: item.title }));
    } else if (taken && event.key.startsWith('Arrow')) {
      event.preventDefault();
      const to = stepFrom(lanes, key, taken.to, event.key);
      if (to) {
        setTaken({ key, to });
        sayPlace('over', item, to);
      }
    }
  }

  return {
    taken,
    said,
    onKeyDown,
    leave: () => setTaken(undefined),
  };
}
