import fc from 'fast-check';
import {
  describeWithData,
  itemFields,
  kubernetesTexts,
} from './__testUtils__/items';
import { entryOfDeclared } from './items';
import { parseRoadmapFile } from './parseRoadmapFile';
import { changeRoadmapYaml, YamlChange, YamlChangeCommand } from './yamlChange';

const options = { file: 'roadmap.yaml', entityRef: 'product:default/cart' };
const text = `# The plan
apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  # the first one
  - id: one-tap # never change this
    title: 'One tap' # as the board says
    status: planned

    start: "2026-10-01"
    end: 2026-12-15   # a Tuesday
    labels: # who
      # asked
      - sales # by mail
      - web
      # and nobody else
    score: { reach: 40000, effort: 6 } # guessed
    description: |
      Takes one tap.

      Not two.

    # about what it needs
    dependsOn:
    - passkeys@product:identity
    milestones:
      beta: 1.5
  - {id: flow, title: In one line}
  - id: last
    title: Last
# the end
`;
const change = (command: YamlChangeCommand, of = text) => {
  const result = changeRoadmapYaml(of, command, options);
  if (!result.ok) {
    throw new Error(`${result.problem}: ${result.message}`);
  }
  return result;
};
const edit = (patch: unknown, itemId = 'one-tap') =>
  change({ type: 'edit', itemId, patch });
const shown = ({ before, after }: Extract<YamlChange, { ok: true }>) => [
  `${before.line}`,
  ...before.lines.map(line => `-${line}`),
  ...after.lines.map(line => `+${line}`),
];
const comments = (of: string) => of.match(/# .*/g);

describe('a change of a roadmap file', () => {
  it('touches nothing but the lines of the field', () => {
    expect(shown(edit({ end: '2027-01-31' }))).toEqual([
      '11',
      '-    end: 2026-12-15   # a Tuesday',
      '+    end: 2027-01-31   # a Tuesday',
    ]);
    expect(shown(edit({ title: "Tap's: one" }))[2]).toBe(
      "+    title: 'Tap''s: one' # as the board says",
    );
    expect(shown(edit({ labels: ['web', 'sales', 'app'] }))).toEqual([
      '14',
      '-      - sales # by mail',
      '-      - web',
      '+      - web',
      '+      - sales # by mail',
      '+      - app',
    ]);
    expect(shown(edit({ score: { reach: 40000, effort: 8 } }))[2]).toBe(
      '+    score: { reach: 40000, effort: 8 } # guessed',
    );
    expect(shown(edit({ dependsOn: ['last', 'passkeys@identity'] }))).toEqual([
      '25',
      '+    - last',
    ]);
    expect(
      shown(edit({ description: 'Takes one tap.\n\nNever two.\n' })),
    ).toEqual(['21', '-      Not two.', '+      Never two.']);
    const { text: placed } = edit({ goal: 'conversion', horizon: 'now' });
    expect(placed).toContain(
      '    status: planned\n    horizon: now\n\n    start',
    );
    expect(placed).toContain('# a Tuesday\n    goal: conversion\n    labels');
    expect(
      edit({
        milestones: [
          { name: 'beta', value: '1.5' },
          { name: 'ga', value: '2027-02-01' },
        ],
      }).text,
    ).toContain('    milestones:\n      beta: 1.5\n      ga: 2027-02-01\n');
    expect(edit({ status: 'planned' }).text).toBe(text);
    expect(
      edit({ end: null, labels: null, description: null }).text,
    ).not.toMatch(/end:|web|Not two/);
    expect(edit({ category: 'feature' }, 'last').text).toContain(
      '    title: Last\n    category: feature\n# the end',
    );
  });

  it('says what was asked for and keeps every comment, whatever is written', () => {
    let changes = 0;
    fc.assert(
      fc.property(itemFields, fields => {
        const patch = {
          start: null,
          end: null,
          ...fields,
          labels: [...fields.labels, 'sales'],
        };
        const edited = edit(patch);
        const added = change({ type: 'add', itemId: 'new', fields });
        const kept = comments(text)!.filter(
          comment => !/Tuesday/.test(comment) || fields.end,
        );
        expect(comments(edited.text)).toEqual(
          expect.arrayContaining(
            kept.filter(
              comment => !/guessed/.test(comment) || 'score' in fields,
            ),
          ),
        );
        expect(comments(added.text)).toEqual(
          expect.arrayContaining(comments(text)!),
        );
        changes += edited.after.lines.length;
      }),
    );
    expect(changes).toBeGreaterThan(0);
  });

  it('adds an item at the end, in the way of the others', () => {
    expect(
      shown(
        change({
          type: 'add',
          itemId: 'new',
          fields: { title: 'New', labels: ['a'], score: { effort: 1 } },
        }),
      ),
    ).toEqual([
      '31',
      '+  - id: new',
      '+    title: New',
      '+    status: proposed',
      '+    score:',
      '+      effort: 1',
      '+    labels:',
      '+      - a',
    ]);
    const empty =
      'apiVersion: productops.io/v1alpha1\nkind: Roadmap\nitems: []';
    expect(
      change({ type: 'add', itemId: 'new', fields: { title: 'New' } }, empty)
        .text,
    ).toBe(
      'apiVersion: productops.io/v1alpha1\nkind: Roadmap\nitems:\n  - id: new\n    title: New\n    status: proposed',
    );
    const crlf = change(
      { type: 'add', itemId: 'new', fields: { title: 'New' } },
      text.replace(/\n/g, '\r\n'),
    );
    expect(crlf.text.replace(/\r\n/g, '')).not.toContain('\n');
  });

  it('is refused with a reason', () => {
    const problem = (command: YamlChangeCommand, of = text) => {
      const result = changeRoadmapYaml(of, command, options);
      return result.ok ? 'none' : result.problem;
    };
    const patch = { title: 'x' };
    expect(problem({ type: 'edit', itemId: 'gone', patch })).toBe('not-there');
    expect(problem({ type: 'add', itemId: 'last', fields: patch })).toBe(
      'taken',
    );
    expect(problem({ type: 'add', itemId: 'a b', fields: patch })).toBe(
      'invalid',
    );
    expect(
      problem({ type: 'edit', itemId: 'last', patch: { end: 'soon' } }),
    ).toBe('invalid');
    expect(
      problem({ type: 'edit', itemId: 'last', patch }, `${text}  bad: [`),
    ).toBe('unreadable');
    expect(problem({ type: 'edit', itemId: 'flow', patch })).toBe(
      'not-possible',
    );
    const shared = text
      .replace('title: Last', 'title: Last\n    labels: *l')
      .replace('labels: #', 'labels: &l #');
    expect(
      problem(
        { type: 'edit', itemId: 'one-tap', patch: { labels: ['z'] } },
        shared,
      ),
    ).toBe('not-possible');
  });
});

describeWithData('changes of the roadmaps of Kubernetes', () => {
  it('change one line of each file', () => {
    for (const { file, content } of kubernetesTexts()) {
      const { items } = parseRoadmapFile(content, { file });
      const item = items[items.length >> 1];
      const entry = entryOfDeclared(item, {
        entityRef: options.entityRef,
        rank: 'n0',
      });
      const result = change(
        { type: 'edit', itemId: item.id, patch: { title: `${entry.title}!` } },
        content,
      );
      expect(result.before.lines).toHaveLength(1);
      expect(result.after.lines).toHaveLength(1);
    }
  });

  it('write anything into any item', () => {
    const patches = fc.sample(itemFields, { numRuns: 54, seed: 5 });
    for (const { file, content } of kubernetesTexts()) {
      const { items } = parseRoadmapFile(content, { file });
      for (const item of items.slice(0, 2)) {
        const fields = patches.pop()!;
        const patch = {
          start: null,
          end: null,
          ...fields,
          labels: [...item.labels.slice(1), ...fields.labels],
        };
        const command = { type: 'edit' as const, itemId: item.id, patch };
        expect(change(command, content).after.lines).not.toEqual([]);
      }
    }
  });
});
