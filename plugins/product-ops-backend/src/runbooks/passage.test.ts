import { piecesOf } from './passage';
import { MATCH_END, MATCH_START } from './search';

const plain = (markdown: string) =>
  piecesOf(markdown.replaceAll('«', MATCH_START).replaceAll('»', MATCH_END))
    .map(({ text, match }) => (match ? `«${text}»` : text))
    .join('');

describe('a passage', () => {
  it.each([
    ['## The «gateway»\n\n**Switch** it `now`', 'The «gateway» Switch it now'],
    ['see [the «gateway»](gw.md "How") and', 'see the «gateway» and'],
    ['see [gateway](http://gw.«example».com/a', 'see gateway'],
    ['![a «map»](img/map.png) of [it][1]', 'a «map» of it'],
    ['1. [ ] Drain `<«region»>`', 'Drain <«region»>'],
    ['| a | «b» |\n| --- | :-: |\n| c | d |', 'a «b» c d'],
    ['```sh\nrm *.log «now»\n```', 'rm *.log «now»'],
    ['> *Take* care of **«it»**<br>', 'Take care of «it»'],
    ['snake_case and \\*stars\\* **cut', 'snake_case and *stars* cut'],
    ['the «gateway»](gw.md) and ![The che', 'the «gateway» and The che'],
    ['--force «me» <!-- hidden', '--force «me»'],
  ])('%j is read as %j', (markdown, read) => {
    expect(plain(markdown)).toBe(read);
  });

  it('takes no longer for an endless word', () => {
    const before = Date.now();
    for (const part of [
      '[',
      '*a',
      '`',
      '<a ',
      '<!--',
      '|',
      '> ',
      '_ _',
      '![',
    ]) {
      piecesOf(part.repeat(100_000));
    }
    expect(Date.now() - before).toBeLessThan(2_000);
  });
});
