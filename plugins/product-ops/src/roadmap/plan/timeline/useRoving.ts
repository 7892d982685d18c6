import {
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Bar, TimelineModel } from './model';
import { BAR_HEIGHT } from './model';
import { barAfterKey } from './neighbours';
import { uidOf } from './types';

const MARGIN = 24;

/** How far to scroll so that a span is in sight: not at all, where it is. */
function scrollFor(at: number, room: number, from: number, to: number): number {
  if (from < at + MARGIN) {
    return Math.max(0, from - MARGIN);
  }
  // Of what is larger than the screen, the beginning.
  return to > at + room - MARGIN
    ? Math.min(from - MARGIN, to - room + MARGIN)
    : at;
}

/** One stop in the page for all bars, and the arrow keys between them, also to those that are not drawn yet. */
export function useRoving(options: {
  scroller: RefObject<HTMLElement>;
  canvas: RefObject<HTMLElement>;
  model: TimelineModel;
  shown: readonly Bar[];
}) {
  const { scroller, canvas, model, shown } = options;
  const [chosen, setChosen] = useState<string>();
  const wanted = useRef<string>();
  const first = shown[0] ?? model.sections.find(({ bars }) => bars[0])?.bars[0];
  const active =
    chosen !== undefined && model.bars.has(chosen)
      ? chosen
      : first && uidOf(first.item);

  useLayoutEffect(() => {
    const uid = wanted.current;
    if (uid !== undefined) {
      for (const element of canvas.current?.querySelectorAll<HTMLElement>(
        '[data-uid]',
      ) ?? []) {
        if (element.dataset.uid === uid) {
          wanted.current = undefined;
          element.focus({ preventScroll: true });
        }
      }
    }
  });

  const show = (bar: Bar) => {
    const element = scroller.current;
    const body = canvas.current;
    if (!element || !body) {
      return;
    }
    // The sticky names cover a part of what is in sight.
    const side = body.offsetLeft;
    const head = body.offsetTop;
    const y = model.yOf(bar);
    element.scrollLeft = scrollFor(
      element.scrollLeft,
      element.clientWidth - side,
      bar.x,
      bar.x + bar.width,
    );
    element.scrollTop = scrollFor(
      element.scrollTop,
      element.clientHeight - head,
      y,
      y + BAR_HEIGHT,
    );
  };
  const afterKey = (bar: Bar, event: KeyboardEvent): boolean => {
    const next = barAfterKey(model, bar, event);
    if (next) {
      wanted.current = uidOf(next.item);
      setChosen(wanted.current);
      show(next);
    }
    return next !== undefined;
  };
  return { active, goTo: setChosen, afterKey };
}
