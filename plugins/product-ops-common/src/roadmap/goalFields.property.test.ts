import fc from 'fast-check';
import { changeGoalFields, goalFieldsOf } from './goalFields';
import { goalRefOf, goalTargetOf } from './goalRefs';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const entityRef = fc
  .tuple(fc.constantFrom('product', 'component'), id, id)
  .map(([kind, namespace, name]) => `${kind}:${namespace}/${name}`)
  .filter(ref => !/-[:/]|-$/.test(ref));

describe('What an item says of its goal', () => {
  it('names the same goal from wherever it is written', () => {
    fc.assert(
      fc.property(id, entityRef, entityRef, (goalId, of, from) => {
        const goal = { goalId, entityRef: of };
        expect(goalTargetOf(goalRefOf(goal, from), from)).toEqual(goal);
      }),
    );
  });

  it.each([
    ['conversion', 'conversion', 'component:shop/cart'],
    ['conversion@checkout', 'conversion', 'product:shop/checkout'],
    ['conversion@component:a/b', 'conversion', 'component:a/b'],
    ['10 @ a b', '10 @ a b', 'component:shop/cart'],
    ['@checkout', '@checkout', 'component:shop/cart'],
  ])('reads %s', (text, goalId, of) => {
    expect(goalTargetOf(text, 'component:shop/cart')).toEqual({
      goalId,
      entityRef: of,
    });
  });
});

describe('The fields of a goal', () => {
  it('never throw, whatever is written, and what is kept is read again as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record(
            {
              title: fc.oneof(fc.string(), fc.anything()),
              due: fc.constantFrom('2027-01-31', '2027-02-30', 'soon', null),
              start: fc.constantFrom('2026-01-31', '2028-01-01', null),
              metric: fc.oneof(
                fc.record({ name: fc.string(), target: fc.double() }),
                fc.anything(),
              ),
            },
            { requiredKeys: [] },
          ),
        ),
        input => {
          const read = changeGoalFields(input);
          const again = read.ok ? changeGoalFields(read.fields) : read;
          expect(again).toEqual(read);
        },
      ),
    );
  });

  it('are changed one by one, and taken away by null', () => {
    const before = {
      title: 'Grow',
      due: '2027-01-31',
      metric: { name: 'users', target: 5 },
    };
    expect(changeGoalFields({ due: null, description: 'Why' }, before)).toEqual(
      {
        ok: true,
        fields: {
          title: 'Grow',
          description: 'Why',
          metric: { name: 'users', target: 5 },
        },
      },
    );
    expect(changeGoalFields({ title: null }, before)).toMatchObject({
      ok: false,
      problems: [{ path: ['title'] }],
    });
  });

  it('leave out the value that a file tells', () => {
    const metric = { name: 'users', target: 5 };
    expect(
      goalFieldsOf({ title: 'Grow', metric: { ...metric, current: 4 } }),
    ).toEqual({ title: 'Grow', metric });
  });
});
