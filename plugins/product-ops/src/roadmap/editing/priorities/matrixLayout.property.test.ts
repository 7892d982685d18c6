import fc from 'fast-check';
import { movedApart, shareOf } from './matrixLayout';

const gap = { x: 0.04, y: 0.06 };
const share = fc.double({ min: 0.04, max: 0.96, noNaN: true });

describe('The points of the matrix', () => {
  it('never lie on each other, and stay in their quadrant', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: share, y: share }), { maxLength: 25 }),
        points => {
          const placed = movedApart(points, gap);
          placed.forEach((one, index) => {
            expect(one.x > 0.5).toBe(points[index].x > 0.5);
            expect(one.y >= 0.5).toBe(points[index].y >= 0.5);
            placed.slice(index + 1).forEach(other => {
              const apart =
                Math.abs(other.x - one.x) >= gap.x * 0.99 ||
                Math.abs(other.y - one.y) >= gap.y * 0.99;
              expect(apart).toBe(true);
            });
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('have their medians in the middle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), {
          minLength: 1,
          maxLength: 20,
        }),
        values => {
          const sorted = [...values].sort((a, b) => a - b);
          const median = sorted[Math.floor(sorted.length / 2)];
          for (const value of values) {
            const at = shareOf(value, values, median);
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(1);
            expect(at >= 0.5).toBe(value >= median);
          }
        },
      ),
    );
  });
});
