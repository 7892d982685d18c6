import type { OwnershipModel } from './OwnershipModel';

interface Searched {
  ref: string;
  title: string;
  /** Title and name in lower case. */
  text: string;
}

const searched = new WeakMap<OwnershipModel, readonly Searched[][]>();

/** What is searched, group by group; made once for as long as the model lives. */
function searchedIn(model: OwnershipModel): readonly Searched[][] {
  const known = searched.get(model);
  if (known) {
    return known;
  }
  const products: Searched[] = [];
  const others: Searched[] = [];
  const entryOf = (named: { ref: string; name: string; title: string }) => ({
    ref: named.ref,
    title: named.title,
    text: `${named.title} ${named.name}`.toLocaleLowerCase('en-US'),
  });
  for (const entity of model.entities.values()) {
    (entity.kind === 'product' ? products : others).push(entryOf(entity));
  }
  const groups = [
    [...model.teams.values()].map(entryOf),
    [...model.people.values()].map(entryOf),
    products,
    others,
  ];
  searched.set(model, groups);
  return groups;
}

/** The refs of what has all the words in title or name: teams first, then people, products and the rest. */
export function findByText(
  model: OwnershipModel,
  words: readonly string[],
  most: number,
): string[] {
  if (words.length === 0) {
    return [];
  }
  const found: string[] = [];
  for (const group of searchedIn(model)) {
    const matches: Array<{ ref: string; rank: number; title: string }> = [];
    for (const { ref, title, text } of group) {
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
