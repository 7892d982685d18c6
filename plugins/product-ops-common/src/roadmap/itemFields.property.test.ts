import fc from 'fast-check';
import { itemFields } from './__testUtils__/items';
import { validateItemFields } from './validateItem';

const problems = (input: unknown) => {
  const result = validateItemFields(input, {
    entityRef: 'product:default/cart',
    itemId: 'one',
  });
  return result.ok ? [] : result.problems;
};

describe('the fields of an item', () => {
  it('are fine or have problems that name a place, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything({ withNullPrototype: true, withBigInt: true }),
          fc.dictionary(
            fc.constantFrom('title', 'end', 'score', 'dependsOn', 'links', 'x'),
            fc.anything(),
          ),
        ),
        input => {
          const result = validateItemFields(input);
          const accepted = result.ok
            ? validateItemFields(result.fields).ok
            : result.problems.every(
                ({ path, message, expected }) =>
                  Array.isArray(path) && message !== '' && expected !== '',
              );
          expect(accepted).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(itemFields, fields => {
        expect(validateItemFields(fields)).toMatchObject({ ok: true, fields });
      }),
    );
  });

  it.each([
    [null, [], 'fields with values'],
    [{}, [], 'title: a value'],
    [{ title: ' ' }, ['title'], 'a text that is not empty'],
    [
      { title: 'a\0' },
      ['title'],
      'a text without U+0000 and without half characters',
    ],
    [{ title: 'x', titel: 'y' }, ['titel'], 'title'],
    [
      { title: 'x', end: '2027-02-30' },
      ['end'],
      'a day of the calendar, such as 2027-03-31',
    ],
    [
      { title: 'x', start: '2027-02-02', end: '2027-02-01' },
      ['end'],
      '2027-02-02 or later',
    ],
    [
      { title: 'x', score: { effort: 0 } },
      ['score', 'effort'],
      'a number above 0',
    ],
    [{ title: 'x', dependsOn: ['one'] }, ['dependsOn', 0], 'another item'],
    [
      { title: 'x', dependsOn: ['two', 'one@cart'] },
      ['dependsOn', 1],
      'another item',
    ],
    [
      { title: 'x', links: [{ url: 'ftp://x' }] },
      ['links', 0, 'url'],
      'an http, https or mailto address',
    ],
    [
      { title: 'x', owner: 'api:x' },
      ['owner'],
      'a user or a group, such as group:payments',
    ],
    [
      { title: 'x', labels: Array(51).fill('l') },
      ['labels'],
      'at most 50 entries',
    ],
    [
      {
        title: 'x',
        milestones: [
          { name: 'a', value: '1' },
          { name: 'a', value: '2' },
        ],
      },
      ['milestones', 1, 'name'],
      'each name once',
    ],
    [
      { title: 'x', status: 'done', horizon: 'now' },
      ['horizon'],
      'no horizon, or a status that is neither done nor dropped',
    ],
  ])('are refused where they are wrong: %j', (input, path, expected) => {
    expect(problems(input)).toEqual([
      expect.objectContaining({ path, expected }),
    ]);
  });

  it('keep an unknown category and flag it, and say all that is wrong but not without end', () => {
    expect(
      validateItemFields(
        {
          title: 'x',
          category: 'featur',
          owner: 'Pay',
          dependsOn: ['a@identity', 'a@product:identity'],
        },
        { entityRef: 'product:default/cart', itemId: 'one' },
      ),
    ).toEqual({
      ok: true,
      fields: expect.objectContaining({
        category: 'featur',
        owner: 'group:default/pay',
        dependsOn: ['a@product:default/identity'],
      }),
      flags: [
        expect.objectContaining({ path: ['category'], expected: 'feature' }),
      ],
    });
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`field${at}`, at]),
    );
    expect(problems(many).length).toBe(100);
  });
});
