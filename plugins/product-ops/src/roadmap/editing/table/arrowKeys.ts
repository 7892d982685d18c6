import type { KeyboardEvent } from 'react';

const STEPS: Record<string, [number, number] | undefined> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** From cell to cell by the arrow keys, as in a sheet. */
export function onArrow(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key];
  const from = event.target as HTMLElement;
  if (!step || !from.matches('[data-cell]')) {
    return;
  }
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLTableRowElement>(
      'tr[data-row]',
    ),
  ];
  let row = rows.indexOf(from.closest('tr') as HTMLTableRowElement);
  let column = from.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0;
  // What cannot be edited is stepped over.
  for (;;) {
    row += step[0];
    column += step[1];
    const cell = rows[row]?.cells[column];
    if (!cell) {
      return;
    }
    const target = cell.querySelector<HTMLElement>('[data-cell]');
    if (target) {
      event.preventDefault();
      target.focus();
      return;
    }
  }
}
