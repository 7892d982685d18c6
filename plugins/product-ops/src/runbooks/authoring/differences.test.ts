import fc from 'fast-check';
import { differenceOf } from './differences';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '# x', ''), {
  maxLength: 30,
});

describe('the difference of two texts', () => {
  it('names what was added and removed, and leaves out what is far from it', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`);
    const after = before.map(line => (line === 'line 10' ? 'other' : line));
    const { rows, added, removed } = differenceOf(
      before.join('\n'),
      `${after.join('\n')}\n`,
    );
    expect({ added, removed }).toEqual({ added: 1, removed: 1 });
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual({ kind: 'skipped', count: 6, before: 1 });
    expect(rows[4]).toEqual({ kind: 'removed', text: 'line 10', before: 10 });
    expect(rows[5]).toEqual({ kind: 'added', text: 'other', after: 10 });
    expect(rows.at(-1)).toEqual({ kind: 'skipped', count: 7, before: 14 });
  });

  it('is about every line of both, each once', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { rows, added, removed } = differenceOf(
          before.map(line => `${line}\n`).join(''),
          after.map(line => `${line}\n`).join(''),
        );
        const skipped = rows.reduce(
          (sum, row) => sum + (row.kind === 'skipped' ? row.count : 0),
          0,
        );
        const same = rows.filter(({ kind }) => kind === 'same').length;
        expect(skipped + same + removed).toBe(before.length);
        expect(skipped + same + added).toBe(after.length);
        const read = rows.flatMap(row => (row.kind === 'skipped' ? [] : row));
        expect(
          read.flatMap(({ before: at }) => (at ? before[at - 1] : [])),
        ).toEqual(read.filter(({ before: at }) => at).map(({ text }) => text));
        expect(
          read.flatMap(({ after: at }) => (at ? after[at - 1] : [])),
        ).toEqual(read.filter(({ after: at }) => at).map(({ text }) => text));
      }),
    );
  });
});
