import fc from 'fast-check';
import { lintRunbook, type LintRunbookOptions } from './lint';
import { parseRunbook } from './parseRunbook';

function lint(text: string, options: LintRunbookOptions = {}) {
  const { runbook } = parseRunbook(text, { path: 'x.md' });
  return lintRunbook(runbook!, { entityOwned: true, ...options });
}

/** A text with nothing to say against, and a command. */
const good = (command: string, before = '') => `# T

## Steps

1. Do it. ${before}

\`\`\`sh
${command}
\`\`\`

## Verification

## Rollback
`;

describe('The lint of a runbook', () => {
  it('has nothing to say against a good one', () => {
    expect(lint(good('oc get pods'))).toEqual([]);
  });

  it('misses an owner, steps, verification and rollback', () => {
    const text = '---\ntype: recovery\n---\n\n# Nothing\n\nCall somebody.\n';
    expect(lint(text, { entityOwned: false })).toEqual([
      expect.objectContaining({ rule: 'missing-owner', line: 5, column: 1 }),
      expect.objectContaining({ rule: 'no-steps', line: 5 }),
      expect.objectContaining({ rule: 'no-verification', severity: 'warning' }),
      expect.objectContaining({ rule: 'no-rollback', severity: 'warning' }),
    ]);
    expect(
      lint(`---\nowner: group:sre\n---\n${good('ls')}`, { entityOwned: false }),
    ).toEqual([]);
    expect(
      lint('# T\n\n1. Do.\n\n   Expected: done\n\n## Undo\n').map(f => f.rule),
    ).toEqual([]);
  });

  it('names links that lead nowhere, and only those of which it is known', () => {
    const text = `${good('ls')}
[a](gone.md) ![b](there.png) [c](../outside.md) [d](https://example.com/x)
`;
    const known: Record<string, boolean> = {
      'gone.md': false,
      'there.png': true,
    };
    expect(lint(text, { leadsSomewhere: target => known[target] })).toEqual([
      {
        rule: 'dead-link',
        severity: 'warning',
        message: 'The link leads nowhere: gone.md',
        expected: 'the path of a file beside this one',
        line: 15,
        column: 1,
      },
    ]);
  });

  it.each([
    'curl -u admin:x https://bob:hunter22@example.com/',
    'export DB_PASSWORD=s3cretpassw0rd',
    'mysql --password=Tr0ub4dor',
    'curl -H "Authorization: Bearer abcdefghij0123456789"',
    'aws configure set key AKIAABCDEFGHIJKLMNOP',
    `git clone https://x@example.com # ghp_${'a1'.repeat(18)}`,
    '-----BEGIN RSA PRIVATE KEY-----',
  ])('finds the secret in %s, and does not repeat it', command => {
    const [finding, ...more] = lint(good(command));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'secret',
      severity: 'critical',
      line: 8,
    });
    expect(finding.message).not.toMatch(/hunter|s3cret|Tr0ub|abcdef|AKIA|a1a1/);
  });

  it.each([
    'export DB_PASSWORD=<password>',
    'curl -H "Authorization: Bearer $TOKEN"',
    'curl -H "Authorization: Bearer $(oc whoami -t)"',
    'mysql --password=${PASSWORD1}',
    'oc get secret pull-secret -n openshift-config',
    'oc create token prometheus-k8s -n openshift-monitoring',
    'psql postgres://user:$PASSWORD@db/',
  ])('takes no offence at %s', command => {
    expect(lint(good(command))).toEqual([]);
  });

  it.each([
    'rm -rf /var/lib/etcd',
    'rm --verbose -fr data',
    'oc -n x delete pvc data',
    'kubectl scale deploy/x --replicas=0',
    'DROP TABLE orders;',
    'terraform destroy',
    'git push origin main --force',
    'mkfs.ext4 /dev/sdb',
    'dd if=/dev/zero of=/dev/sda',
    'kill -9 1',
  ])('wants a warning before %s', command => {
    expect(lint(good(command))).toMatchObject([
      { rule: 'destructive', severity: 'warning', line: 8 },
    ]);
    expect(lint(good(command, '**Warning:** all data goes.'))).toEqual([]);
    expect(lint(good(`# Careful!\n${command}`))).toEqual([]);
    expect(lint(good(`# ${command}`))).toEqual([]);
    // One in another section is none.
    expect(lint(`# Danger\n\n${good(command)}`)).toHaveLength(1);
  });

  it('never throws, keeps to places of the file and to its bound', () => {
    const part = fc.constantFrom(
      '# a\n',
      '1. x\n',
      '```\n',
      'rm -rf /\n',
      'password=abc12345\n',
      '\n',
      '[a](b.md)\n',
      'Warning\n',
      '    rm -r x\n',
      '> ',
      '- ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part, { maxLength: 300 }).map(parts => parts.join('')),
        ),
        text => {
          const { runbook } = parseRunbook(text, { path: 'x.md' });
          if (!runbook) {
            return;
          }
          const findings = lintRunbook(runbook, {
            leadsSomewhere: () => false,
          });
          const lines = text.split(/\r\n|\r|\n/).length;
          expect(findings.length).toBeLessThanOrEqual(100);
          findings.forEach(({ line, column }) => {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
            expect(column).toBeGreaterThanOrEqual(1);
          });
        },
      ),
    );
  });

  it.each([
    ['a long word', 'password'.repeat(60_000)],
    ['blanks', `rm ${' '.repeat(500_000)}x`],
    [
      'lines of commands',
      'oc get pods -n x --all '.repeat(100).concat('\n').repeat(400),
    ],
    ['addresses', 'https://a:'.repeat(50_000)],
  ])('is not held up by %s', (_, command) => {
    const start = performance.now();
    lint(good(command));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
