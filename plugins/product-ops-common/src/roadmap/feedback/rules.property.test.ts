import fc from 'fast-check';
import { ROADMAP_STATUSES } from '../vocabulary';
import {
  excerptOf,
  FEEDBACK_STATUSES,
  feedbackProblem,
  isUndecided,
  statusByItems,
  tellingWords,
} from './rules';

const status = fc.constantFrom(...FEEDBACK_STATUSES);
const items = fc.array(fc.constantFrom(...ROADMAP_STATUSES), { maxLength: 6 });

describe('what becomes of feedback by the items that answer it', () => {
  it('is shipped only when none is open and one is done, and never taken from those who were told', () => {
    fc.assert(
      fc.property(status, items, (before, statuses) => {
        const after = statusByItems(before, statuses);
        const decided = before === 'shipped' || before === 'declined';
        const open = statuses.some(one => one !== 'done' && one !== 'dropped');
        expect(after === 'shipped').toBe(
          before === 'shipped' ||
            (!decided && !open && statuses.includes('done')),
        );
        expect(decided ? after : before).toBe(before);
        // Looking again changes nothing.
        expect(statusByItems(after, statuses)).toBe(after);
      }),
    );
  });

  it('lets nobody change what was merged or taken back, and the author only what is undecided', () => {
    fc.assert(
      fc.property(status, fc.boolean(), fc.boolean(), (...of) => {
        const [at, merged, withdrawn] = of;
        const state = { status: at, merged, withdrawn };
        const answer = feedbackProblem(state, { answer: 'Yes' });
        expect(answer === undefined).toBe(!merged && !withdrawn);
        expect(feedbackProblem(state, { title: 'More' }) === undefined).toBe(
          isUndecided(state),
        );
      }),
    );
    const open = { status: 'open', merged: false, withdrawn: false } as const;
    expect(feedbackProblem(open, { status: 'declined' })).toMatch(/^reason: /);
    expect(feedbackProblem(open, { title: ' \0 ' })).toMatch(/^title: /);
  });
});

describe('the words of feedback', () => {
  it('are few, telling, and found whatever is typed', () => {
    expect(tellingWords('Can I please PAY by tap, in the shop?')).toEqual([
      'pay',
      'by',
      'tap',
      'shop',
    ]);
    fc.assert(
      fc.property(fc.string(), text => {
        expect(tellingWords(text).length).toBeLessThanOrEqual(8);
        expect([...excerptOf(text)].length).toBeLessThanOrEqual(240);
      }),
    );
    expect(excerptOf('# Pay\n\n- by **tap** [here](https://x.example)')).toBe(
      'Pay by tap here',
    );
  });
});
