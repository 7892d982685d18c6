import type { OwnershipModel } from './OwnershipModel';

/** The refs of what has all the words in title or name: teams first, then people, products and the rest. */
export function findByText(
  model: OwnershipModel,
  words: readonly string[],
  most: number,
): string[] {
  if (words.length === 0) {
    return [];
  }
  const entities = [...model.entities.values()];
  const groups = [
    [...model.teams.values()],
    [...model.people.values()],
    entities.filter(({ kind }) => kind === 'product'),
    entities.filter(({ kind }) => kind !== 'product'),
  ];
  const found: string[] = [];
  for (const group of groups) {
    const matches: Array<{ ref: string; rank: number; title: string }> = [];
    for (const { ref, name, title } of group) {
      const text = `${title} ${name}`.toLocaleLowerCase('en-US');
      if (words.every(word => text.includes(word))) {
        // What begins with it is meant more often than what has it somewhere.
        matches.push({ ref, title, rank: text.startsWith(words[0]) ? 0 : 1 });
      }
    }
    matches.sort(
      (a, b) =>
        a.rank - b.rank ||
        a.title.length - b.title.length ||
        (a.title < b.title ? -1 : 1),
    );
    found.push(...matches.map(({ ref }) => ref));
    if (found.length >= most) {
      break;
    }
  }
  return found.slice(0, most);
}
