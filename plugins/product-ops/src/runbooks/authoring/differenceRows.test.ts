import fc from 'fast-check';
import { differenceOf } from './differences';
import { changedWords, shownRows } from './differenceRows';

const text = fc
  .array(fc.constantFrom('a b', 'a c', 'd', ''), { maxLength: 25 })
  .map(lines => lines.map(line => `${line}\n`).join(''));
const joined = (pieces: { text: string }[]) =>
  pieces.map(piece => piece.text).join('');

describe('the rows of a difference', () => {
  it('mark the changed words of a changed line', () => {
    const [left, right] = changedWords(
      'Restart the old pod',
      'Restart the new pod',
    );
    expect(left.filter(p => p.changed).map(p => p.text)).toEqual(['old']);
    expect(right.filter(p => p.changed).map(p => p.text)).toEqual(['new']);
  });

  it('keep very long lines whole', () => {
    const [left] = changedWords('a '.repeat(1_000), 'b');
    expect(left).toHaveLength(1);
  });

  it('lose no character of either text when all is opened', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { rows } = differenceOf(before, after);
        const opened = new Set(
          rows.flatMap(r => (r.kind === 'skipped' ? r.before : [])),
        );
        const shown = shownRows(rows, before, opened).flatMap(row =>
          row.kind === 'pair' ? row : [],
        );
        const side = (of: 'left' | 'right') =>
          shown
            .flatMap(row => row[of] ?? [])
            .map(line => `${joined(line.pieces)}\n`)
            .join('');
        expect(side('left')).toBe(before);
        expect(side('right')).toBe(after);
        expect(shown.flatMap(row => row.right?.after ?? [])).toEqual(
          after
            .split('\n')
            .slice(0, -1)
            .map((_, at) => at + 1),
        );
      }),
    );
  });

  it('open a long stretch by parts', () => {
    const before = 'x\n'.repeat(10_000);
    const { rows } = differenceOf(before, `${before}end\n`);
    const shown = shownRows(rows, before, new Set([1]));
    expect(shown[500]).toEqual({ kind: 'folded', count: 9_497, before: 501 });
  });
});
