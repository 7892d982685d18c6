import fc from 'fast-check';
import { DEFAULT_STAGES, stageOf, stageRank } from '../lifecycle';
import { goalProgress, SCORE_INPUTS, scoreOf } from '../roadmap';
import { readableDay, readableDuration } from '../product';

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });

describe('scores', () => {
  it('rise with what an item brings and fall with what it costs, by both methods', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rice' as const, 'wsjf' as const),
        fc.array(amount, { minLength: 4, maxLength: 4 }),
        fc.nat(),
        (method, amounts, pick) => {
          const names = SCORE_INPUTS[method];
          const inputs = Object.fromEntries(
            names.map((name, at) => [name, amounts[at]]),
          );
          const before = scoreOf(inputs).value!;
          expect(scoreOf(inputs).method).toBe(method);
          const name = names[pick % names.length];
          const after = scoreOf({ ...inputs, [name]: inputs[name] * 2 }).value!;
          const cost = name === 'effort' || name === 'jobSize';
          expect(after / before).toBeCloseTo(cost ? 0.5 : 2, 9);
        },
      ),
    );
  });

  it('have no value unless every input of the method is there and the cost is above 0', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rice' as const, 'wsjf' as const),
        fc.nat(),
        fc.double(),
        (method, pick, cost) => {
          const names = SCORE_INPUTS[method];
          const whole = Object.fromEntries(names.map(name => [name, 1]));
          const { [names[pick % names.length]]: _, ...lacking } = whole;
          expect(scoreOf(lacking, method)).not.toHaveProperty('value');
          const { value } = scoreOf(
            { ...whole, [names[names.length - 1]]: cost },
            method,
          );
          const usable =
            cost > 0 && Number.isFinite(cost) && Number.isFinite(1 / cost);
          expect(value).toBe(usable ? 1 / cost : undefined);
        },
      ),
    );
  });
});

it('a goal without a way to go has no progress', () => {
  expect(goalProgress({ baseline: 5, target: 5, current: 7 })).toBe(undefined);
});

it('a goal is on its way from baseline to target, in either direction, and never beyond', () => {
  const number = fc.integer({ min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(number, number, number, (baseline, target, current) => {
      fc.pre(baseline !== target);
      const progress = goalProgress({ baseline, target, current });
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
      expect(goalProgress({ baseline, target, current: target })).toBe(1);
      expect(goalProgress({ baseline, target, current: baseline })).toBe(0);
      // The mirror image of a goal is as far.
      expect(
        goalProgress({
          baseline: -baseline,
          target: -target,
          current: -current,
        }),
      ).toBe(progress);
    }),
  );
});

describe('stages', () => {
  const names = DEFAULT_STAGES.flatMap(({ id, aliases = [] }) =>
    [id, ...aliases].map(name => ({ id, name })),
  );

  it('are found by id and alias, in any case and with blanks around', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.boolean(),
        fc.stringMatching(/^[ \t]{0,3}$/),
        ({ id, name }, upper, blank) => {
          const declared = `${blank}${
            upper ? name.toUpperCase() : name
          }${blank}`;
          expect(stageOf(declared)).toMatchObject({ stage: id, known: true });
          expect(stageRank(stageOf(declared).stage)).toBeDefined();
        },
      ),
    );
  });

  it('of any other name are kept as they are written, and have no rank', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const state = stageOf(text);
        const known = names.some(
          ({ name }) => name === text.trim().toLowerCase(),
        );
        fc.pre(!known);
        expect(state.known).toBe(false);
        expect(state.stage ?? '').toBe(text.trim());
        expect(stageRank(state.stage)).toBeUndefined();
      }),
    );
  });
});

it('whatever is no date and no duration is shown as it is written', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      fc.pre(!/^[-+]?P/i.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text));
      expect(readableDuration(text)).toBe(text);
      expect(readableDay(text)).toBe(text);
    }),
  );
  expect(readableDuration('P1DT2H')).toBe('1 d 2 h');
  expect(readableDuration('PT0S')).toBe('0 min');
  expect(readableDuration('P6M', { long: true })).toBe('6 months');
  expect(readableDuration('P1YT1M', { long: true })).toBe('1 year 1 minute');
  expect(readableDay('2026-02-30')).toBe('2026-02-30');
  expect(readableDay('2026-02-28')).toBe('28 Feb 2026');
});
