import type { GetOwnershipGraphQuery } from '@productops/backstage-plugin-product-ops-common';
import { BOX, GAP } from './layout';

/** At the smallest zoom text of 14 px is drawn with 11.2 px: less than that cannot be read. */
export const ZOOM = { min: 0.8, max: 1.6 } as const;
/** Between the boxes and the frame of the canvas. */
export const MARGIN = 16;
/** Pixels of the window that are above and below the canvas. */
export const AROUND_CANVAS = 306;
export const LEAST_CANVAS = 440;

/** A window of a few rows is scrolled anyway; one of a hundred is a wall. */
const ROWS = { least: 5, most: 24 };
/** Rows for what stands beside the largest: other teams at the top, what nobody owns. */
const BESIDE = 2;

/** As much of the organisation as can be read in the window at once, of which the largest team may have most. */
export function roomOfWindow(): Pick<
  GetOwnershipGraphQuery,
  'fit' | 'breadth'
> {
  const height = Math.max(LEAST_CANVAS, window.innerHeight - AROUND_CANVAS);
  const rows = Math.floor(
    ((height - 2 * MARGIN) / ZOOM.min + GAP.y) / (BOX.height + GAP.y),
  );
  const fit = Math.min(Math.max(rows, ROWS.least), ROWS.most);
  // Two to a row, and one box for those that are left over.
  return { fit, breadth: 2 * (fit - BESIDE) - 1 };
}
