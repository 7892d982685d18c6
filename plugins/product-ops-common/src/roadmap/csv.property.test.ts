import fc from 'fast-check';
import {
  describeWithData,
  entry,
  itemFields,
  kubernetesItems,
} from './__testUtils__/items';
import { harmlessCell, plainCell, readList, writeList } from './csvCells';
import { readCsv, writeCsv } from './csvFile';
import { ImportOptions, planImport } from './csvImport';
import type { RoadmapEntry } from './items';

const entityRef = 'product:default/cart';
const read = (text: string | Uint8Array, limits = {}) => {
  const result = readCsv(text, limits);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.rows;
};
const problems = (text: string | Uint8Array, limits = {}) => {
  const result = readCsv(text, limits);
  return result.ok ? [] : result.problems;
};
const plan = (
  text: string,
  items: RoadmapEntry[] = [],
  options: ImportOptions = { entityRef },
) => planImport(read(text), items, options);

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));

describe('a roadmap as CSV', () => {
  it('changes nothing when it is imported again, whatever the items say', () => {
    fc.assert(
      fc.property(fc.array(itemFields, { maxLength: 6 }), all => {
        const items = all.map((fields, index) =>
          entry(`i${index}`, {
            ...fields,
            source: index % 2 ? 'declared' : 'recorded',
            dependsOn: ['a', 'b@component:default/b'].slice(index % 3),
          }),
        );
        const text = writeCsv(items);
        expect(plan(text, items).counts).toEqual({
          create: 0,
          change: 0,
          unchanged: items.length,
          problem: 0,
        });
        expect(planImport(read(bytes(text)), items).counts.unchanged).toBe(
          items.length,
        );
      }),
    );
  });

  it('makes the same items where there are none', () => {
    fc.assert(
      fc.property(fc.array(itemFields, { maxLength: 6 }), all => {
        const items = all.map((fields, index) => entry(`i${index}`, fields));
        const { rows, applicable } = plan(writeCsv(items));
        expect(applicable).toBe(true);
        expect(rows.map(row => entry(row.itemId!, row.fields))).toEqual(items);
      }),
    );
  });

  it('holds no formula, and gives every text back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom("'", '=', '@', 'x') }),
        ),
        text => {
          const cell = harmlessCell(text);
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
          expect(plainCell(cell)).toBe(text);
        },
      ),
    );
    expect(plainCell("'tis typed by hand")).toBe("'tis typed by hand");
    const part = fc.string({
      unit: fc.constantFrom('\\', ';', '|', ' ', 'a', '\n'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(part, { minLength: 2, maxLength: 3 })),
        entries => {
          expect(readList(writeList(entries))).toEqual(entries);
        },
      ),
    );
    expect(readList(' a;b ;; c |  d e ;')).toEqual([
      ['a'],
      ['b'],
      ['c', 'd e'],
    ]);
  });

  it('is a result or problems, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array(),
          fc.string().map(text => `id,title\n${text}`),
        ),
        input => {
          const result = readCsv(input);
          const rows = result.ok
            ? planImport(result.rows, [], { entityRef }).rows
            : [];
          const told = result.ok
            ? rows.every(
                row => (row.action === 'problem') === row.problems.length > 0,
              )
            : result.problems.length > 0;
          expect(told).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says what is wrong with the text', () => {
    expect(problems('id;title\na;b')).toEqual([
      {
        row: 1,
        code: 'delimiter',
        message: 'The columns are separated by semicolons.',
        expected: 'commas',
      },
    ]);
    expect(problems('id\ttitle\na\tb')[0].message).toBe(
      'The columns are separated by tabs.',
    );
    expect(problems(Uint8Array.from([0xff, 0xfe, 0x69, 0]))[0]).toMatchObject({
      code: 'encoding',
      message: 'The text is written in UTF-16.',
    });
    expect(
      problems(Uint8Array.from([...bytes('id,title\na,b\nc,'), 0xe4, 0x6e]))[0],
    ).toMatchObject({
      code: 'encoding',
      row: 3,
      message: 'Line 3 has bytes that are no UTF-8.',
    });
    expect(problems('id,titel\na,b')).toEqual([
      expect.objectContaining({
        row: 1,
        column: 'titel',
        code: 'unknown-column',
        expected: 'title',
      }),
    ]);
    expect(problems('id,id,title\n')[0]).toMatchObject({
      code: 'duplicate-column',
    });
    expect(problems('')[0].code).toBe('missing-column');
    expect(problems('goal\nx')[0].code).toBe('missing-column');
    expect(problems('id,title\na,b,c\nd\n')).toEqual([
      expect.objectContaining({
        row: 2,
        code: 'row-length',
        message: 'Row 2 has 3 cells.',
      }),
      expect.objectContaining({ row: 3, code: 'row-length' }),
    ]);
    expect(problems('id,title\na,"b\nc,d')[0]).toMatchObject({
      code: 'quotes',
      row: 2,
    });
    const many = `id,title\n${'a,b\n'.repeat(100_000)}`;
    expect(problems(many)).toEqual([
      expect.objectContaining({ code: 'too-many-rows', row: 5002 }),
    ]);
    expect(problems('id,title\na,b\nc,d\n\n', { maxRows: 2 })).toEqual([]);
    expect(problems('id,title\na,b\nc,d\ne,f', { maxRows: 2 })[0].code).toBe(
      'too-many-rows',
    );
    expect(problems(many, { maxBytes: 1000 })[0].code).toBe('too-large');
  });

  it('shows row by row what an import would do', () => {
    const items = [
      entry('a', { title: 'A', horizon: 'now', score: { effort: 2 } }),
      entry('b', { source: 'declared', title: 'B' }),
      entry('c', { version: 3, title: 'C' }),
      entry('d', { title: 'D', labels: ['x', 'y'] }),
    ];
    const { rows, counts, applicable } = plan(
      [
        'id,title,status,effort,labels,version,end,category',
        'a,A,done,3,,1,,featur',
        'b,Other,planned,,,,,',
        'c,Other,planned,,,2,,',
        'd,D,planned,,x; y,,,',
        ',One tap,,,new; "old",,2027-01-01,',
        ',One tap,planned,0,,,,',
        'one-tap,Given,,"0,5",,,,',
        'd,D,planned,,,,01.02.2027,',
        'e e,E,,,,,,',
        'f,,,,,,31.12.2026,',
      ].join('\n'),
      items,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'change',
      'problem',
      'problem',
      'unchanged',
      'create',
      'problem',
      'problem',
      'problem',
      'problem',
      'problem',
    ]);
    expect(counts).toEqual({ change: 1, unchanged: 1, create: 1, problem: 7 });
    expect(applicable).toBe(false);
    expect(rows[0]).toMatchObject({
      row: 2,
      before: { status: 'planned', horizon: 'now', score: { effort: 2 } },
      after: { status: 'done', horizon: null, score: { effort: 3 } },
      flags: [{ code: 'unknown-category', expected: 'feature' }],
    });
    expect(rows[4]).toMatchObject({
      itemId: 'one-tap-2',
      fields: { labels: ['new', '"old"'], end: '2027-01-01' },
    });
    expect(
      rows
        .slice(1)
        .flatMap(row =>
          row.problems.map(
            ({ column, code }) => `${row.row} ${column} ${code}`,
          ),
        ),
    ).toEqual([
      '3 source read-only',
      '4 version stale',
      '7 effort schema',
      '8 effort schema',
      '9 id duplicate-row',
      '10 id invalid-id',
      '11 end schema',
    ]);
    expect(plan('id,title\na,A', [], {}).rows[0].problems).toEqual([
      expect.objectContaining({
        column: 'entity',
        message: 'The row names no entity.',
      }),
    ]);
    expect(
      plan('entity,title\nidentity,A', [], { acceptsEntity: () => false })
        .rows[0],
    ).toMatchObject({
      entityRef: 'product:default/identity',
      problems: [{ code: 'unknown-entity' }],
    });
  });
});

describeWithData('the roadmaps of Kubernetes as CSV', () => {
  it('come back as they went', () => {
    const items = kubernetesItems();
    const result = planImport(read(writeCsv(items)), items);
    expect(result.counts).toEqual({
      create: 0,
      change: 0,
      unchanged: 653,
      problem: 0,
    });
    const made = planImport(read(writeCsv(items)), []);
    expect(made.counts.create).toBe(653);
    expect(made.rows[0].fields).toMatchObject({
      title: items[0].title,
      labels: items[0].labels,
    });
  });
});
