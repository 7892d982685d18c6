import type { OwnershipModel } from './OwnershipModel';

/**
 * What is searched, in the order of the answers: short titles first. The texts stand in one string, a line each, since
 * finding a word in a long string takes a fraction of asking each of a hundred thousand short ones.
 */
interface Searched {
  refs: readonly string[];
  /** Title and name of each in lower case, between line ends. */
  text: string;
  /** Where the line of each begins. */
  starts: readonly number[];
}

const searched = new WeakMap<OwnershipModel, readonly Searched[]>();

/** What is searched, group by group; made once for as long as the model lives. */
function searchedIn(model: OwnershipModel): readonly Searched[] {
  const known = searched.get(model);
  if (known) {
    return known;
  }
  const entities = [...model.entities.values()];
  const groups = [
    [...model.teams.values()],
    [...model.people.values()],
    entities.filter(({ kind }) => kind === 'product'),
    entities.filter(({ kind }) => kind !== 'product'),
  ].map(searchedOf);
  searched.set(model, groups);
  return groups;
}

function searchedOf(
  named: ReadonlyArray<{ ref: string; name: string; title: string }>,
): Searched {
  const sorted = [...named].sort(
    (a, b) =>
      a.title.length - b.title.length ||
      (a.title < b.title ? -1 : Number(a.title > b.title)),
  );
  const starts: number[] = [];
  const lines: string[] = [];
  let at = 0;
  for (const { title, name } of sorted) {
    const line = `${title} ${name}`
      .toLocaleLowerCase('en-US')
      .replaceAll('\n', ' ');
    starts.push(at);
    lines.push(line);
    at += line.length + 1;
  }
  return {
    refs: sorted.map(({ ref }) => ref),
    text: lines.join('\n'),
    starts,
  };
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
    found.push(...findIn(group, words, most));
    if (found.length >= most) {
      break;
    }
  }
  return found.slice(0, most);
}

/** What begins with the first word is meant more often than what has it somewhere. */
function findIn(
  { refs, text, starts }: Searched,
  words: readonly string[],
  most: number,
): string[] {
  const [first] = words;
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const begin: string[] = [];
  const have: string[] = [];
  let at = text.indexOf(longest);
  while (at >= 0 && begin.length < most) {
    const index = lineAt(starts, at);
    const end = starts[index + 1] ?? text.length + 1;
    const line = text.slice(starts[index], end - 1);
    if (words.every(word => line.includes(word))) {
      (line.startsWith(first) ? begin : have).push(refs[index]);
    }
    at = text.indexOf(longest, end);
  }
  return [...begin, ...have];
}

/** The last line that begins at or before a place. */
function lineAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= place) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
