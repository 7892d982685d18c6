import fc from 'fast-check';
import { attestationOf, attestationProblem } from './attestations';
import {
  followDependants,
  sunsetDependantState,
  sunsetDue,
  sunsetOverdue,
  sunsetProblem,
  type SunsetDependant,
} from './sunset';
import { MAX_WAIVER_DAYS, waiverProblem, waiverState } from './waivers';

const day = fc
  .date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));
const moment = (minute: number) =>
  new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const ref = fc.constantFrom('component:a', 'component:b', 'api:c', 'system:d');

describe('dependants of what is retired', () => {
  it('are never forgotten, whatever comes and goes, and late when they began after the plan', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(ref), { minLength: 1 }), looks => {
        let known: SunsetDependant[] | undefined;
        looks.forEach((seen, minute) => {
          const changed = followDependants(known, seen, moment(minute));
          const refs = new Set(changed.map(one => one.ref));
          const before = known ?? [];
          known = [...before.filter(one => !refs.has(one.ref)), ...changed];
          expect(known.map(one => one.ref)).toEqual(
            expect.arrayContaining(before.map(one => one.ref)),
          );
          for (const one of known) {
            expect(Boolean(one.goneAt)).toBe(!seen.includes(one.ref as never));
            expect(one.late).toBe(one.since !== moment(0));
          }
          expect(followDependants(known, seen, moment(minute + 1))).toEqual([]);
        });
      }),
    );
  });

  it('are due by their own day, else by the end of support, else by the end of life', () => {
    expect(sunsetDue({ endOfLife: '2027-06-30' })).toBe('2027-06-30');
    const plan = { endOfSupport: '2027-03-31', endOfLife: '2027-06-30' };
    expect(sunsetDue(plan)).toBe('2027-03-31');
    expect(sunsetDue(plan, '2027-05-01')).toBe('2027-05-01');
    expect(sunsetOverdue({ dueOn: '2027-05-01' }, '2027-05-01')).toBe(false);
    expect(sunsetOverdue({ dueOn: '2027-05-01' }, '2027-05-02')).toBe(true);
    expect(
      sunsetOverdue({ dueOn: '2027-05-01', goneAt: moment(1) }, '2027-05-02'),
    ).toBe(false);
    expect(sunsetDependantState({})).toBe('open');
    expect(sunsetDependantState({ answer: 'objected' })).toBe('objected');
    expect(sunsetDependantState({ answer: 'moved', goneAt: moment(1) })).toBe(
      'gone',
    );
  });

  it('have a plan whose days are in order', () => {
    const plan = { entityRef: 'component:default/a' };
    fc.assert(
      fc.property(day, day, day, (endOfSale, endOfSupport, endOfLife) => {
        const ordered = endOfSale <= endOfSupport && endOfSupport <= endOfLife;
        expect(
          sunsetProblem({ ...plan, endOfSale, endOfSupport, endOfLife }) ===
            undefined,
        ).toBe(ordered);
      }),
    );
    expect(
      sunsetProblem({
        ...plan,
        endOfSale: '2027-02-01',
        endOfLife: '2027-01-01',
      }),
    ).toContain('not before endOfSale');
    expect(sunsetProblem({ ...plan, endOfLife: 'soon' })).toContain('got soon');
    expect(
      sunsetProblem({ ...plan, endOfLife: '2026-01-01' }, '2026-01-02'),
    ).toContain('which is past');
    expect(
      sunsetProblem({
        ...plan,
        endOfLife: '2027-01-01',
        successorRef: plan.entityRef,
      }),
    ).toContain('expected something else');
  });
});

describe('exceptions', () => {
  const now = '2026-11-22T08:00:00.000Z';
  const problem = (until: string, reason = 'The vendor is late') =>
    waiverProblem({ reason, until }, now);

  it('have a reason and an end to come that is not too far', () => {
    expect(problem('2026-12-31T00:00:00Z')).toBeUndefined();
    expect(problem('2026-12-31')).toBeUndefined();
    expect(problem(now)).toContain('which is past');
    expect(problem('2026-11-21')).toContain('which is past');
    expect(problem('2028-01-01')).toContain(`${MAX_WAIVER_DAYS} days`);
    expect(problem('one day')).toContain('ISO 8601');
    expect(problem('2026-12-31', ' ')).toContain('reason');
  });

  it('count until they end or are taken back', () => {
    const until = '2026-12-31T00:00:00.000Z';
    expect(waiverState({ until }, now)).toBe('active');
    expect(waiverState({ until }, until)).toBe('expired');
    expect(waiverState({ until, revokedAt: now }, now)).toBe('revoked');
  });
});

describe('answers of people', () => {
  const check = { id: 'load', title: 'It bears the load' };
  const given = {
    answer: 'yes' as const,
    by: 'user:default/jo',
    at: '2026-11-22T08:00:00.000Z',
    evidence: ' Run 4711 ',
  };

  it('count as long as the check says', () => {
    expect(attestationOf({ validFor: 'P6M' }, given)).toEqual({
      ...given,
      evidence: 'Run 4711',
      validUntil: '2027-05-22T08:00:00.000Z',
    });
    expect(attestationOf({}, given).validUntil).toBeUndefined();
  });

  it('rest on something, and are for checks that people answer', () => {
    expect(
      attestationProblem({ ...check, attestedBy: ['operations'] }, given),
    ).toBeUndefined();
    expect(
      attestationProblem(
        { ...check, attestedBy: ['operations'] },
        { evidence: '' },
      ),
    ).toContain('evidence: got none');
    expect(
      attestationProblem({ ...check, fact: 'owner.exists' }, given),
    ).toContain('which a fact answers');
  });
});
