import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { treeMove, type TreeRow } from './treeRows';

/** One stop in the page for a whole tree, and the arrow keys within it. */
export function useTreeKeys(options: {
  rows: readonly TreeRow[];
  selected: string | undefined;
  onChoose: (row: TreeRow) => void;
  onToggle: (row: TreeRow) => void;
}) {
  const { rows, selected, onChoose, onToggle } = options;
  const [moved, setMoved] = useState<string>();
  const isThere = (id: string | undefined) =>
    rows.some(({ node }) => node.id === id);
  const active = [moved, selected].find(isThere) ?? rows[0]?.node.id ?? '';

  // A box that is not drawn yet takes the focus when it is. Only that one: the box before is drawn once more meanwhile.
  const wanted = useRef<string>();
  const takesFocus = useCallback((id: string) => {
    const takes = wanted.current === id;
    if (takes) {
      wanted.current = undefined;
    }
    return takes;
  }, []);
  const moveTo = useCallback((id: string, focus: boolean) => {
    wanted.current = focus ? id : undefined;
    setMoved(id);
  }, []);

  const onKeyDown = (event: KeyboardEvent): string | undefined => {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return undefined;
    }
    const done = treeMove(event.key, rows, active);
    const row = rows.find(({ node }) => node.id === active);
    if (!done || !row) {
      return undefined;
    }
    event.preventDefault();
    if ('move' in done) {
      moveTo(done.move, true);
      return done.move;
    }
    if ('toggle' in done) {
      onToggle(row);
    } else {
      onChoose(row);
    }
    return undefined;
  };
  return { active, moveTo, takesFocus, onKeyDown };
}
