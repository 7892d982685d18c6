import fc from 'fast-check';
import { parseRunbook } from './parseRunbook';

const parse = (content: string | Uint8Array, path = 'restore.md') =>
  parseRunbook(content, { path });

describe('parseRunbook', () => {
  it('reads front matter, steps, sub-steps, commands and expected results', () => {
    const { runbook, errors } = parse(`---
id: restore-db
title: Restore the database
type: recovery
alerts: [DbLost]
owner: group:sre
reviewEvery: P6M
lastReviewed: 2026-01-31
expectedDuration: PT45M
parameters:
  - { name: backup, required: true, pattern: '^[0-9]+$' }
---
# Restore

See [the plan](plan.md#a) and ![a picture](img/x.png).

1. Stop writes.
   - [ ] Tell support
   - [x] Stop the queue

     \`\`\`sh
     queue stop
     \`\`\`
2. Restore.

   Expected: the log says **done**.

\`\`\`
restore --now
\`\`\`
`);
    expect(errors).toEqual([]);
    expect(runbook).toMatchObject({
      id: 'restore-db',
      title: 'Restore the database',
      type: 'recovery',
      alerts: ['DbLost'],
      owner: 'group:default/sre',
      lastReviewed: '2026-01-31',
      contentLine: 13,
      steps: 4,
      parameters: [{ name: 'backup', required: true, pattern: '^[0-9]+$' }],
      links: [
        { target: 'plan.md#a', image: false, relative: true, line: 15 },
        { target: 'img/x.png', image: true, relative: true, line: 15 },
      ],
    });
    const [stop, restore] = runbook!.outline;
    expect(stop).toMatchObject({ id: '1', text: 'Stop writes.', line: 17 });
    expect(stop.steps).toMatchObject([
      { id: '1.1', text: 'Tell support', commands: [] },
      {
        id: '1.2',
        text: 'Stop the queue',
        commands: [{ language: 'sh', text: 'queue stop', line: 21 }],
      },
    ]);
    expect(restore).toMatchObject({
      text: 'Restore.',
      expected: 'the log says **done**.',
      commands: [{ text: 'restore --now' }],
    });
  });

  it('uses the Markdown and the good fields when front matter has mistakes', () => {
    const { runbook, errors } = parse(
      '---\ntype: recovery\nalert: [A]\nreviewEvery: monthly\n---\n# T\n',
    );
    expect(errors).toMatchObject([
      { code: 'unknown-field', line: 3, column: 1, expected: 'alerts' },
      { code: 'schema', line: 4, column: 14 },
    ]);
    expect(runbook).toMatchObject({ title: 'T', type: 'recovery' });
    expect(runbook!.reviewEvery).toBeUndefined();

    const broken = parse('---\na: [\n---\n# Still here\n');
    // The parser finds more that follows from it, which nobody needs.
    expect(broken.errors).toMatchObject([{ code: 'yaml-syntax' }]);
    expect(broken.runbook!.title).toBe('Still here');
  });

  it.each([
    ['binary', new Uint8Array([35, 0, 1]), 'not-text'],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x41]), 'not-text'],
    ['5 MB', 'a'.repeat(5_000_000), 'too-large'],
    ['nested quotes', '>'.repeat(10_000), 'too-deep'],
    ['nested lists', '- '.repeat(10_000), 'too-deep'],
    ['marks', '*a_ '.repeat(10_000), 'too-complex'],
    ['brackets', '[a]'.repeat(100_000), 'too-complex'],
    ['lines', 'a\n\n'.repeat(20_000), 'too-complex'],
  ])('refuses %s with a reason, at once', (_, content, code) => {
    const { runbook, errors } = parse(content);
    expect(runbook).toBeUndefined();
    expect(errors).toMatchObject([{ code, file: 'restore.md' }]);
  });

  it.each([
    ['blanks in a heading', `# x${' '.repeat(32_000)}y`],
    ['brackets in a heading', `# x${' ['.repeat(1_400)}y`],
    ['output announced again and again', 'output '.repeat(4_600)],
    ['expectations', `Expected${' '.repeat(32_000)}result`],
    ['blanks in a list item', `1. x${' '.repeat(32_000)}y`],
    ['blanks in a table', `|a|\n|-|\n|${' '.repeat(32_000)}x|`],
    ['a long name of an alert', `# ${'aB'.repeat(16_000)}`],
  ])('is not held up by %s', (_, content) => {
    // What took seconds for one of them would run into the time limit of a test.
    for (let round = 0; round < 10; round += 1) {
      const { runbook } = parseRunbook(content, { path: 'KubeApiDown.md' });
      expect(runbook?.id).toBe('KubeApiDown');
    }
  });

  it('says what its commands leave to be filled in, with places', () => {
    const { runbook } = parse(`---
title: T
---
Look at \`oc get <pod name>\`, not at <b>this</b> or \`<none>\`.

\`\`\`sh
NS=$(oc project -q)
oc -n $NS logs \${POD} -c <container> <<EOF >out
for NODE in a b; do echo $NODE $k $HOME $POD; done
\`\`\`

    indented --host <host>
`);
    expect(runbook!.placeholders).toEqual([
      { name: 'pod name', text: '<pod name>', line: 4, column: 17, uses: 1 },
      { name: 'POD', text: '${POD}', line: 8, column: 16, uses: 1 },
      { name: 'container', text: '<container>', line: 8, column: 26, uses: 1 },
      { name: 'POD', text: '$POD', line: 9, column: 41, uses: 1 },
      { name: 'host', text: '<host>', line: 12, column: 21, uses: 1 },
    ]);
    expect(runbook!.commands).toMatchObject([
      { language: 'sh', line: 6, column: 1 },
      { text: 'indented --host <host>', line: 12, column: 1 },
    ]);
  });

  it.each([
    ['commands', `\`\`\`\noc get <pod> -n $NS\n\`\`\`\n\n`],
    [
      'unclosed marks',
      `\`\`\`\n${'<a '.repeat(300)}${'$'.repeat(99)}\n\`\`\`\n`,
    ],
  ])('reads 5 MB of %s where the limit allows it', (_, part) => {
    // As many as the bound on lines allows, each long enough to make 5 MB of them.
    const lines = part.split('\n').length - 1;
    const count = Math.floor(9000 / lines);
    const padding = ' '.repeat(Math.ceil(5_000_000 / count) - part.length);
    const text = part.replace('\n```\n', `${padding}\n\`\`\`\n`).repeat(count);
    expect(text.length).toBeGreaterThan(4_900_000);
    const { runbook } = parseRunbook(text, {
      path: 'big.md',
      limits: { maxFileBytes: 6_000_000 },
    });
    expect(runbook?.commands).toHaveLength(count);
  });

  it('never throws, whatever the bytes or the text are', () => {
    const markdownish = fc
      .array(
        fc.constantFrom(
          '# a\n',
          '- ',
          '1. ',
          '[ ] ',
          '```\n',
          '\n',
          '  ',
          '> ',
          '---\n',
          '[a](b)',
          '|a|\n|-|\n',
          '<!--',
          '<a>',
          'Expected: x\n',
          '\r',
          '\0',
          '[^a]: b\n',
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }), markdownish),
        fc.string(),
        (content, path) => {
          const { runbook, errors } = parse(content, path);
          const { id, title } = runbook ?? { id: 'none', title: 'None' };
          expect(Boolean(runbook) || errors.length > 0).toBe(true);
          expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
          expect(title).not.toBe('');
        },
      ),
    );
  });
});
