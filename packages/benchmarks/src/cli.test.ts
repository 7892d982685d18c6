import { readArguments } from './cli';

const questions = ['products', 'bundle'];

describe('readArguments', () => {
  it('asks all questions of 20,000 entities when told nothing else', () => {
    expect(readArguments([], questions)).toMatchObject({
      only: [],
      entities: 20_000,
    });
    expect(
      readArguments(
        ['--only', 'bundle', '--only', 'products', '--entities', '500'],
        questions,
      ),
    ).toMatchObject({ only: ['bundle', 'products'], entities: 500 });
  });

  it.each([
    [['--only', 'speed'], 'expected one of products, bundle'],
    [['--entities', 'many'], '--entities many: expected a whole number'],
    [['--entities', '5'], 'from 100 to 200000'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j and says why', (args, message) => {
    expect(() => readArguments(args, questions)).toThrow(message);
  });
});
