/** A point of the matrix: its place as shares of the width and the height, from the lower left corner. */
export interface MatrixPoint {
  x: number;
  y: number;
}

/** The share of each value on its axis, where the line between the halves is in the middle whatever the values are. */
export function shareOf(
  value: number,
  all: readonly number[],
  median: number,
): number {
  const low = Math.min(...all);
  const high = Math.max(...all);
  if (value >= median) {
    return high > median
      ? 0.5 + ((value - median) / (high - median)) * 0.46
      : 0.5;
  }
  return 0.04 + ((value - low) / (median - low)) * 0.46;
}

/**
 * Points moved apart so that no two lie on each other, by as little as it takes: each goes to the nearest free place of
 * rings around its own.
 *
 * @param gap - the least distance of two, as shares of width and height
 */
export function movedApart(
  points: readonly MatrixPoint[],
  gap: { x: number; y: number },
): MatrixPoint[] {
  const placed: MatrixPoint[] = [];
  const isFree = ({ x, y }: MatrixPoint) =>
    x >= 0.01 &&
    x <= 0.99 &&
    y >= 0.01 &&
    y <= 0.99 &&
    placed.every(
      other =>
        Math.abs(other.x - x) >= gap.x * 0.999 ||
        Math.abs(other.y - y) >= gap.y * 0.999,
    );
  for (const point of points) {
    let found = isFree(point) ? point : undefined;
    for (let ring = 1; !found && ring <= 30; ring += 1) {
      const steps = ring * 8;
      for (let step = 0; !found && step < steps; step += 1) {
        const angle = (step / steps) * 2 * Math.PI;
        const near = {
          x: point.x + Math.cos(angle) * gap.x * ring * 0.5,
          y: point.y + Math.sin(angle) * gap.y * ring * 0.5,
        };
        // It stays on its side of the lines: which quadrant it is in says more than where in it.
        const same =
          near.x > 0.5 === point.x > 0.5 && near.y >= 0.5 === point.y >= 0.5;
        if (same && isFree(near)) {
          found = near;
        }
      }
    }
    placed.push(found ?? point);
  }
  return placed;
}
