import { withoutTitle } from './withoutTitle';

const TITLE = 'Fail over';

describe('The text of a runbook under its title', () => {
  it.each([
    ['# Fail over\nConfirm it.', 'Confirm it.'],
    ['\n\n#\t Fail over ##  \r\nConfirm it.', 'Confirm it.'],
    ['# Fail over', ''],
  ])('leaves out a first heading that repeats it: %j', (content, rest) => {
    expect(withoutTitle(content, TITLE)).toBe(rest);
  });

  it.each([
    '# Fail back\nConfirm it.',
    '## Fail over\nConfirm it.',
    '#Fail over\nConfirm it.',
    '# Fail over#\nConfirm it.',
    'Confirm it.\n# Fail over',
    '',
  ])('keeps any other beginning: %j', content => {
    expect(withoutTitle(content, TITLE)).toBe(content);
  });

  it('takes a sign that belongs to the title for a part of it', () => {
    expect(withoutTitle('# Build with C#\nRun it.', 'Build with C#')).toBe(
      'Run it.',
    );
  });

  it.each([
    ['spaces', `# x${' '.repeat(1_000_000)}y`],
    ['tabs and signs', `# x${'\t#'.repeat(500_000)}y`],
    ['signs', `# ${'#'.repeat(1_000_000)}y`],
    ['lines', `${'\n \t'.repeat(350_000)}# x`],
  ])('is found at once in a megabyte of %s', (_, content) => {
    const start = performance.now();
    expect(withoutTitle(content, TITLE)).toBe(content);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
