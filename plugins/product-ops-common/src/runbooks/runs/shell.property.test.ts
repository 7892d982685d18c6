import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import type { RunbookParameter } from '../../api/types';
import { runParameterProblems, runParameterValues } from './parameters';
import { fillCommand, quoteForShell } from './shell';

const hostile = fc
  .oneof(
    fc.constantFrom(
      '$(touch /tmp/owned)',
      '`id`',
      `'; rm -rf / #`,
      `" && id "`,
      '$HOME',
      '~',
      '*',
      'a b',
      `it's`,
      '\\',
      '!!',
      'A=b',
      '{a,b}',
    ),
    fc
      .string({ minLength: 1, maxLength: 30 })
      .map(value => value.replace(/\p{C}/gu, '')),
  )
  .filter(Boolean);

/** What a shell makes of the words of a command. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\n');

describe('a command with the values of parameters', () => {
  it('is one word of a shell with each value in it, wherever the place stands', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 5, maxLength: 5 }), values => {
        const [a, b, c, d, e] = values;
        const text = `printf '%s\\n'`;
        const filled = fillCommand(
          { text: `<a> "b<b>b" 'c{{ c }}c' x{{d}} "<e>"` },
          { a, b, c, d, e },
        );
        expect(wordsOf(`${text} ${filled}`).slice(0, 5)).toEqual([
          a,
          `b${b}b`,
          `c${c}c`,
          `x${d}`,
          e,
        ]);
        const variables = fillCommand(
          { text: '${a} "b${b}b" x$d "$e"' },
          { a, b, c, d, e },
        );
        expect(wordsOf(`${text} ${variables}`).slice(0, 4)).toEqual([
          a,
          `b${b}b`,
          `x${d}`,
          e,
        ]);
        expect(wordsOf(`${text} ${quoteForShell(a)}`)[0]).toBe(a);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves variables to the shell that the command sets, or that stand in single quotes', () => {
    for (const text of [
      'for v in a b; do echo $v; done',
      'v=1; echo ${v}',
      'read -r v && echo "$v"',
      "jq '.$v'",
      'echo $vv ${other}',
    ]) {
      expect(fillCommand({ text }, { v: 'eu west' })).toBe(text);
    }
    expect(fillCommand({ text: 'echo ${v}/$v' }, { v: 'eu-west' })).toBe(
      'echo eu-west/eu-west',
    );
  });

  it('keeps a place where it cannot tell what a shell would make of it', () => {
    const evil = { v: '$(id)' };
    for (const text of [
      'echo "$(echo "<v>")"',
      'ssh host echo <v>',
      'sh -c "echo <v>"',
      'cat <<EOF\n<v>\nEOF',
      'echo `echo <v>`',
      'echo $((<v>))',
      "echo done # don't <v>",
      'sudo bash -c "<v>"',
    ]) {
      expect(fillCommand({ text }, evil)).toBe(text);
      expect(fillCommand({ text }, { v: 'eu-west' })).toContain('eu-west');
    }
    expect(fillCommand({ text: 'select <v>', language: 'sql' }, evil)).toBe(
      'select <v>',
    );
    expect(fillCommand({ text: 'echo <other> <v>' }, { v: '1' })).toBe(
      'echo <other> 1',
    );
    expect(fillCommand({ text: 'echo <constructor>' }, {})).toBe(
      'echo <constructor>',
    );
  });
});

describe('the values that a run is started with', () => {
  const parameters: RunbookParameter[] = [
    { name: 'region', required: true, enum: ['eu', 'us'] },
    { name: 'queue', required: false, pattern: '^q-' },
    { name: 'count', required: false, default: '3' },
  ];

  it('are refused with what was expected', () => {
    const matches = (pattern: string, value: string) =>
      new RegExp(pattern).test(value);
    const problems = (values: Record<string, string>) =>
      Object.fromEntries(runParameterProblems(parameters, values, { matches }));
    expect(problems({ region: 'eu', queue: 'q-1' })).toEqual({});
    expect(
      problems({ region: 'mars', queue: 'x', count: 'a\nb', nope: '1' }),
    ).toEqual({
      region: 'got mars; expected one of eu, us',
      queue: 'got x; expected what matches ^q-',
      count:
        'got line breaks or characters that cannot be seen; expected one line of text',
      nope: 'the runbook has no such parameter; expected region, queue, count',
    });
    expect(problems({})).toEqual({
      region: 'got nothing; expected a value',
    });
    expect(runParameterValues(parameters, { region: 'eu', queue: '' })).toEqual(
      { region: 'eu', count: '3' },
    );
    expect(runParameterValues(parameters, { count: '' })).toEqual({});
  });
});
