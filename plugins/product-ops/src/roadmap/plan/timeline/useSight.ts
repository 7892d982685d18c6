import {
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Sight } from './model';

/** What is drawn goes further than what is in sight, in steps, so that most scrolling draws nothing. */
const STEP = 128;
const BEYOND = 160;
/** What counts before the screen is measured. */
const UNMEASURED = { width: 1200, height: 700 };

export interface Size {
  width: number;
  height: number;
}

function sightOf({ scrollLeft, scrollTop }: HTMLElement, size: Size): Sight {
  const before = (at: number) => Math.floor((at - BEYOND) / STEP) * STEP;
  const after = (at: number) => Math.ceil((at + BEYOND) / STEP) * STEP;
  return {
    left: Math.max(0, before(scrollLeft)),
    right: after(scrollLeft + size.width),
    top: Math.max(0, before(scrollTop)),
    bottom: after(scrollTop + size.height),
  };
}

function sizeOf(element: HTMLElement | null): Size {
  return {
    width: element?.clientWidth || UNMEASURED.width,
    height: element?.clientHeight || UNMEASURED.height,
  };
}

/** Follows what of a scrolled element is in sight; it changes by steps, at most once a frame. */
export function useSight(scroller: RefObject<HTMLElement>): {
  sight: Sight;
  size: Size;
  /** To be called when it is scrolled. */
  look: () => void;
} {
  const [size, setSize] = useState<Size>(UNMEASURED);
  const [sight, setSight] = useState<Sight>({
    left: 0,
    top: 0,
    right: UNMEASURED.width + STEP,
    bottom: UNMEASURED.height + STEP,
  });
  const frame = useRef<number>();

  const look = useCallback(() => {
    frame.current ??= requestAnimationFrame(() => {
      frame.current = undefined;
      const element = scroller.current;
      if (element) {
        const next = sightOf(element, sizeOf(element));
        setSight(current =>
          current.left === next.left &&
          current.right === next.right &&
          current.top === next.top &&
          current.bottom === next.bottom
            ? current
            : next,
        );
      }
    });
  }, [scroller]);

  useEffect(() => {
    const measure = () => {
      const next = sizeOf(scroller.current);
      setSize(current =>
        current.width === next.width && current.height === next.height
          ? current
          : next,
      );
      look();
    };
    measure();
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, look]);

  useEffect(
    () => () => {
      if (frame.current !== undefined) {
        cancelAnimationFrame(frame.current);
      }
    },
    [],
  );
  return { sight, size, look };
}
