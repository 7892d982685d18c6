import { isTooIntricate } from './intricacy';

function paragraphs(text: string, times: number): string {
  return `${text}\n\n`.repeat(times);
}

describe('A text in Markdown', () => {
  it.each([
    ['of prose', paragraphs('Confirm that **it** fails, see [a](/b).', 1_000)],
    [
      'with long code',
      `\`\`\`json\n${'[{"a":["<b>"]}],'.repeat(15_000)}\n\`\`\``,
    ],
    ['with a long address', `See https://example.com/${'a'.repeat(2_000)}`],
    ['of steps', '1. Confirm it\n'.repeat(500)],
  ])('%s is laid out', (_, text) => {
    expect(isTooIntricate(text)).toBe(false);
  });

  it.each([
    ['too long', paragraphs('Confirm it', 30_000)],
    ['of marks', paragraphs('**a** '.repeat(370), 13)],
    ['of raw tags', '<b>'.repeat(301)],
    ['of list items', '1. Confirm it\n'.repeat(4_000)],
    [
      'of a wide table',
      `${'|a'.repeat(700)}\n${'|-'.repeat(700)}\n${'|a\n'.repeat(90)}`,
    ],
    ['of mail addresses', 'a@b.'.repeat(8_000)],
    ['of web addresses', paragraphs(`http://a.b/${'.'.repeat(32_000)}`, 8)],
    [
      'that hides in a fence that is none',
      `<div>\n\`\`\`\n${'<b>'.repeat(9_000)}`,
    ],
  ])('%s is too intricate, which is told at once', (_, text) => {
    const start = performance.now();
    expect(isTooIntricate(text)).toBe(true);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
