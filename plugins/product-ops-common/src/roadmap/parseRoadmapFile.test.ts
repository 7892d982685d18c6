import fc from 'fast-check';
import { formatDocumentError } from '../documents';
import { parseRoadmapFile } from './parseRoadmapFile';

const head = 'apiVersion: productops.io/v1alpha1\nkind: Roadmap\nitems:\n';
const file = 'roadmap.yaml';
const parse = (text: string) => parseRoadmapFile(text, { file });

describe('parseRoadmapFile', () => {
  it('reads all that an item can say', () => {
    const parsed = parse(`${head}
  - id: one-tap
    title: One-tap checkout
    description: Fewer *steps*.
    status: in-progress
    horizon: now
    start: 2026-10-01
    end: 2026-12-15
    category: feature
    goal: conversion
    owner: payments
    score: { reach: 40000, impact: 2, confidence: 0.8, effort: 6.4 }
    dependsOn: [two, passkeys@product:identity]
    milestones: { beta: 2026-11-01, stable: v2 }
    labels: [web]
    links: [{ url: 'https://example.com/a', title: A }]
    origin: drill 7
  - id: two
    title: Two
`);
    expect(parsed).toEqual({
      usable: true,
      errorCount: 0,
      errors: [],
      items: [
        {
          id: 'one-tap',
          title: 'One-tap checkout',
          description: 'Fewer *steps*.',
          status: 'in-progress',
          horizon: 'now',
          start: '2026-10-01',
          end: '2026-12-15',
          category: 'feature',
          goal: 'conversion',
          owner: 'group:default/payments',
          score: {
            method: 'rice',
            inputs: { reach: 40000, impact: 2, confidence: 0.8, effort: 6.4 },
            value: 10000,
          },
          dependsOn: [
            { ref: 'two', id: 'two' },
            {
              ref: 'passkeys@product:identity',
              id: 'passkeys',
              entity: 'product:default/identity',
            },
          ],
          milestones: [
            { name: 'beta', value: '2026-11-01' },
            { name: 'stable', value: 'v2' },
          ],
          labels: ['web'],
          links: [{ url: 'https://example.com/a', title: 'A' }],
          origin: 'drill 7',
          line: 5,
        },
        {
          id: 'two',
          title: 'Two',
          status: 'proposed',
          dependsOn: [],
          milestones: [],
          labels: [],
          links: [],
          line: 21,
        },
      ],
    });
  });

  const item = (lines: string) => `${head}  - id: a\n    title: A\n${lines}`;
  it.each([
    [
      item('    staus: done\n'),
      'roadmap.yaml:6:5: Unknown field "staus". Did you mean "status"? Expected status.',
    ],
    [
      item('    status: finished\n'),
      'roadmap.yaml:6:13: "status" is "finished". Expected one of proposed, planned, in-progress, done, dropped, deferred.',
    ],
    [
      item('    title2: [\n'),
      expect.stringMatching(
        /^roadmap\.yaml:7:1: The YAML does not parse: .+ Expected valid YAML 1\.2\.$/,
      ),
    ],
    [
      item('    end: 2026-02-30\n'),
      'roadmap.yaml:6:10: "end" is "2026-02-30", a day that does not exist. Expected a day of the calendar, such as 2027-03-31.',
    ],
    [
      item('    end: soon\n'),
      'roadmap.yaml:6:10: "end" is "soon". Expected a date, such as 2027-03-31.',
    ],
    [
      item('    start: 2026-03-01\n    end: 2026-02-01\n'),
      'roadmap.yaml:7:10: "a" ends on 2026-02-01, before it starts on 2026-03-01. Expected 2026-03-01 or later.',
    ],
    [
      item('    labels: web\n'),
      'roadmap.yaml:6:13: "labels" is "web". Expected a list.',
    ],
    [
      item('    dependsOn: [b@]\n'),
      'roadmap.yaml:6:17: "dependsOn[0]" is "b@". Expected the id of an item, or id@<entity ref> such as passkeys@product:identity.',
    ],
    [
      item('    owner: component:x\n'),
      'roadmap.yaml:6:12: "owner" is "component:x". Expected a user or a group, such as group:payments.',
    ],
    [
      item('    score: { reach: many }\n'),
      'roadmap.yaml:6:21: "score.reach" is "many". Expected a number.',
    ],
    [
      item('    score: { effort: 0 }\n'),
      'roadmap.yaml:6:22: "score.effort" is 0. Expected a number above 0.',
    ],
    [
      item("    links: [{ url: 'javascript:alert(1)' }]\n"),
      'roadmap.yaml:6:20: "links[0].url" is "javascript:alert(1)". Expected an http, https or mailto address.',
    ],
    [
      item('  - id: a\n    title: Again\n'),
      'roadmap.yaml:6:9: The id "a" is there twice: on line 4 and on line 6. Expected an id of its own for each item.',
    ],
    [
      item('    title: B\n'),
      'roadmap.yaml:6:5: The field "title" is there twice; the first is on line 5. Expected each field once.',
    ],
    [
      item('---\nkind: Roadmap\n'),
      'roadmap.yaml:6:1: A second YAML document starts here. Expected one document.',
    ],
    [
      `${head}  - id: a\n`,
      'roadmap.yaml:4:5: The field "title" is missing. Expected title: a value.',
    ],
    [
      head.replace('Roadmap', 'Road'),
      'roadmap.yaml:2:7: "kind" is "Road". Expected Roadmap.',
    ],
    [
      'just text',
      'roadmap.yaml:1:1: The file is "just text". Expected fields with values.',
    ],
    [
      'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nitems: [*c,*c,*c]\n',
      'roadmap.yaml:2:8: The anchors and aliases cannot be resolved, or stand for too many values. Expected values written out, or aliases that stand for at most 100 values.',
    ],
    [
      `${head}${' '.repeat(1024 * 1024)}`,
      'roadmap.yaml: The file has 1048632 characters. Expected at most 1048576 bytes.',
    ],
  ])('says where and what is wrong in %#', (text, expected) => {
    const { errors, usable } = parse(text);
    expect(usable).toBe(false);
    expect(errors.map(formatDocumentError)).toEqual(
      expect.arrayContaining([expected]),
    );
  });

  it('keeps the good items of a file with errors, and is not usable', () => {
    const { items, errors, usable } = parse(
      `${head}  - { id: a, title: A }\n  - { id: b }\n  - { id: c, title: C, dependsOn: [nothing] }\n`,
    );
    expect(items.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(errors).toHaveLength(1);
    expect(usable).toBe(false);
  });

  it('counts all errors and tells the first hundred', () => {
    const { errors, errorCount } = parse(head + '  - {}\n'.repeat(300));
    expect(errors).toHaveLength(100);
    expect(errorCount).toBe(600);
  });

  it('reads at most as many items as the limit', () => {
    const lines = Array.from(
      { length: 2001 },
      (_, i) => `  - { id: i${i}, title: T }\n`,
    );
    const { items, errors } = parse(head + lines.join(''));
    expect(items).toHaveLength(2000);
    expect(errors).toMatchObject([{ code: 'too-many-items', line: 2004 }]);
  });

  it('never throws, whatever the text is', () => {
    const yamlish = fc
      .array(
        fc.constantFrom(
          '- ',
          ': ',
          '\n',
          '  ',
          '[',
          '{',
          '}',
          '&a ',
          '*a',
          'id',
          'items',
          '!!x ',
          '"',
          '|',
          '? ',
          '---\n',
          '<<',
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish), text => {
        for (const result of [parse(text), parse(head + text)]) {
          expect(result.usable).toBe(result.errors.length === 0);
          result.errors.forEach(error => expect(error.message).toBeTruthy());
        }
      }),
    );
    expect(parse('['.repeat(500_000)).errors).not.toEqual([]);
    expect(parse('- '.repeat(100_000)).errors).not.toEqual([]);
  });
});
