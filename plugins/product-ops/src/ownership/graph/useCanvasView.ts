import { type RefObject, useCallback } from 'react';
import { useReactFlow } from '@xyflow/react';
import { BOX, boundsOf, type Point } from './layout';

/** At the smallest zoom text of 14 px is drawn with 11.2 px: less than that cannot be read. */
export const ZOOM = { min: 0.8, max: 1.6 } as const;
const MARGIN = 16;
const FLIGHT_MS = 300;

function flightTime(): number {
  return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches
    ? 0
    : FLIGHT_MS;
}

/** Moves what one sees of the tree. */
export function useCanvasView(options: {
  frame: RefObject<HTMLDivElement>;
  places: ReadonlyMap<string, Point>;
  root: string;
}) {
  const { frame, places, root } = options;
  const { getViewport, setViewport, setCenter } = useReactFlow();

  /** All of it where that can be read; else the root at the left, half way down. */
  const toStart = useCallback(
    (fly: boolean) => {
      const { y } = places.get(root) ?? { x: 0, y: 0 };
      const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
      const all = boundsOf(places);
      const fits = Math.min(
        (clientWidth - 2 * MARGIN) / all.width,
        (clientHeight - 2 * MARGIN) / all.height,
      );
      const zoom = Math.min(1, Math.max(ZOOM.min, fits || 1));
      const middle =
        all.height * zoom + 2 * MARGIN <= clientHeight
          ? all.y + all.height / 2
          : y + BOX.height / 2;
      setViewport(
        {
          x: MARGIN - all.x * zoom,
          y: clientHeight / 2 - middle * zoom,
          zoom,
        },
        { duration: fly ? flightTime() : 0 },
      );
    },
    [frame, places, root, setViewport],
  );

  /** Brings a box into sight, where it is not all in sight already. */
  const show = useCallback(
    (id: string, fly: boolean) => {
      const place = places.get(id);
      const { clientWidth, clientHeight } = frame.current ?? {};
      if (!place || !clientWidth || !clientHeight) {
        return;
      }
      const { x, y, zoom } = getViewport();
      const left = place.x * zoom + x;
      const top = place.y * zoom + y;
      const isInSight =
        left >= 0 &&
        top >= 0 &&
        left + BOX.width * zoom <= clientWidth &&
        top + BOX.height * zoom <= clientHeight;
      if (!isInSight) {
        setCenter(place.x + BOX.width / 2, place.y + BOX.height / 2, {
          zoom,
          duration: fly ? flightTime() : 0,
        });
      }
    },
    [frame, places, getViewport, setCenter],
  );
  return { toStart, show };
}
