import fc from 'fast-check';
import { entry } from './__testUtils__/items';
import {
  expectedProgress,
  measureGoal,
  MetricPoint,
  thinHistory,
} from './goals';

const today = '2026-11-22';
const risks = (...args: Parameters<typeof measureGoal>) =>
  measureGoal(...args).risks.map(({ kind }) => kind);

describe('a goal', () => {
  it('has a progress from 0 to 1, whatever is measured', () => {
    const number = fc.option(fc.double(), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ baseline: number, target: number, current: number }),
        metric => {
          const { progress = 0, state } = measureGoal({ metric }, [], {
            today,
          });
          expect(progress >= 0 && progress <= 1).toBe(true);
          expect(state === 'reached').toBe(progress === 1);
        },
      ),
    );
  });

  it('is measured upwards, downwards, and where it is only to be kept', () => {
    const progress = (
      baseline: number,
      target: number,
      current: number,
      direction?: 'up' | 'down',
    ) =>
      measureGoal({ metric: { baseline, target, current, direction } }, [], {
        today,
      }).progress;
    expect(progress(60, 70, 65)).toBe(0.5);
    expect(progress(300, 100, 150)).toBe(0.75);
    expect(progress(60, 70, 50)).toBe(0);
    expect(progress(99, 99, 99.5)).toBe(1);
    expect(progress(99, 99, 98)).toBe(0);
    expect(progress(5, 5, 4, 'down')).toBe(1);
    const items = [
      entry('a', { status: 'done' }),
      entry('b'),
      entry('c', { status: 'dropped' }),
    ];
    expect(measureGoal({}, items, { today })).toMatchObject({
      state: 'on-track',
      progress: 0.5,
      items: { total: 2, done: 1 },
    });
    expect(measureGoal({}, [items[0]], { today }).state).toBe('reached');
  });

  it('should go evenly from start to due', () => {
    const goal = { start: '2026-11-02', due: '2026-12-02' };
    expect(expectedProgress(goal, '2026-11-17')).toBe(0.5);
    expect(expectedProgress(goal, '2026-10-01')).toBe(0);
    expect(expectedProgress(goal, '2027-10-01')).toBe(1);
    expect(expectedProgress({ ...goal, start: goal.due }, goal.due)).toBe(1);
    expect(
      expectedProgress({ start: 'soon', due: '2026-12-02' }, today),
    ).toBeUndefined();
  });

  it('is at risk for reasons', () => {
    const metric = {
      baseline: 0,
      target: 10,
      current: 1,
      measuredAt: '2026-09-01T00:00:00Z',
    };
    const goal = { start: '2026-01-01', due: '2026-12-31', metric };
    expect(
      risks(
        goal,
        [entry('a', { end: '2026-11-01' }), entry('b', { end: '2027-01-31' })],
        { today },
      ),
    ).toEqual(['behind', 'old-value', 'overdue-items', 'late-items']);
    expect(risks({ ...goal, metric: { target: 10 } }, [], { today })).toEqual([
      'no-value',
      'nothing-planned',
    ]);
    expect(
      measureGoal({ ...goal, due: '2026-11-01' }, [entry('a')], { today }),
    ).toMatchObject({
      state: 'missed',
      risks: [{ kind: 'past-due' }, { kind: 'old-value' }],
    });
    expect(
      measureGoal({ ...goal, metric: { ...metric, current: 12 } }, [], {
        today,
      }),
    ).toMatchObject({
      state: 'reached',
      risks: [],
    });
    expect(measureGoal({}, [], { today }).state).toBe('unknown');
  });
});

describe('the history of a metric', () => {
  const now = '2026-11-22T12:00:00.000Z';
  const points = fc.array(
    fc.record<MetricPoint>({
      at: fc
        .date({
          min: new Date('2020-01-01'),
          max: new Date(now),
          noInvalidDate: true,
        })
        .map(date => date.toISOString()),
      value: fc.double(),
    }),
    { maxLength: 100 },
  );

  it('is bounded and in order, keeps its ends, and does not thin twice', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 50 }), (all, max) => {
        const kept = thinHistory(all, { now, max });
        expect(kept.length).toBeLessThanOrEqual(max);
        const times = kept.map(({ at }) => at);
        expect([...times].sort()).toEqual(times);
        const finite = all
          .filter(({ value }) => Number.isFinite(value))
          .map(({ at }) => at)
          .sort();
        expect([times[0], times.at(-1)]).toEqual([finite[0], finite.at(-1)]);
        expect(thinHistory(kept, { now, max })).toEqual(kept);
      }),
    );
  });

  it('has values of hours, then days, then weeks', () => {
    const all = Array.from({ length: 24 * 60 }, (_, hour) => ({
      at: new Date(Date.parse(now) - hour * 1_800_000).toISOString(),
      value: hour,
    }));
    // 30 days of two values an hour: a week by the hour, the rest by the day.
    const kept = thinHistory(all, { now });
    expect(kept.length).toBeGreaterThan(7 * 24);
    expect(kept.length).toBeLessThan(7 * 24 + 30);
    expect(thinHistory([{ at: 'soon', value: 1 }], { now })).toEqual([]);
  });
});
