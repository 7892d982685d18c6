import fs from 'fs';
import path from 'path';
import fc from 'fast-check';
import { entryOfDeclared, ItemFields, RoadmapEntry } from '../items';
import { parseRoadmapFile } from '../parseRoadmapFile';
import { spreadRanks } from '../rank';
import { DEFAULT_CATEGORIES, ROADMAP_HORIZONS } from '../vocabulary';

/** Items of the tests: made by hand, by chance, and the real ones of Kubernetes. */
export function entry(
  itemId: string,
  more: Partial<RoadmapEntry> = {},
): RoadmapEntry {
  return {
    title: `Item ${itemId}`,
    status: 'planned',
    dependsOn: [],
    milestones: [],
    labels: [],
    links: [],
    entityRef: 'product:default/cart',
    itemId,
    source: 'recorded',
    version: 1,
    rank: 'n0',
    archived: false,
    ...more,
  };
}

export const days = fc
  .integer({ min: 20_000, max: 21_000 })
  .map(number => new Date(number * 86_400_000).toISOString().slice(0, 10));

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    '-2',
    "'quoted",
    '@x',
    '+a;b',
    'a, "b"\r\nc',
    'a\\;b | c',
    '\ttab',
    ' blank ',
  ),
);

export const scores = fc.oneof(
  fc.constant(undefined),
  fc.record({
    reach: fc.integer({ min: 0, max: 1000 }),
    impact: fc.constantFrom(0.25, 0.5, 1, 2, 3),
    confidence: fc.constantFrom(0, 0.5, 0.8, 1),
    effort: fc.constantFrom(0.5, 1, 2, 3, 8),
  }),
  fc.record({
    costOfDelay: fc.integer({ min: 0, max: 20 }),
    jobSize: fc.constantFrom(1, 2, 3, 5, 8, 13),
  }),
);

/** Fields that are fine, with whatever texts. */
export const itemFields: fc.Arbitrary<ItemFields> = fc
  .record(
    {
      title: text.filter(title => title.trim().length > 0),
      description: text,
      start: days,
      length: fc.nat({ max: 200 }),
      status: fc.constantFrom(
        'proposed' as const,
        'planned' as const,
        'in-progress' as const,
        'done' as const,
        'dropped' as const,
      ),
      horizon: fc.constantFrom(...ROADMAP_HORIZONS),
      category: fc.constantFrom(...DEFAULT_CATEGORIES, 'bets'),
      goal: text,
      owner: fc.constantFrom('group:default/a', 'user:default/b'),
      score: scores,
      milestones: fc.uniqueArray(fc.record({ name: text, value: text }), {
        maxLength: 3,
        selector: ({ name }) => name,
      }),
      labels: fc.uniqueArray(text, { maxLength: 3 }),
      links: fc.array(
        fc.record({ url: fc.webUrl(), title: text }, { requiredKeys: ['url'] }),
        { maxLength: 2 },
      ),
      origin: text,
    },
    { requiredKeys: ['title', 'status', 'milestones', 'labels', 'links'] },
  )
  .map(({ length, horizon, ...fields }) => ({
    ...fields,
    ...(fields.start &&
      length !== undefined && {
        end: new Date(Date.parse(fields.start) + length * 86_400_000)
          .toISOString()
          .slice(0, 10),
      }),
    ...(horizon &&
      fields.status !== 'done' &&
      fields.status !== 'dropped' && { horizon }),
    dependsOn: [],
  }))
  .map(fields => JSON.parse(JSON.stringify(fields)));

const data =
  process.env.PRODUCT_OPS_TEST_DATA ??
  path.resolve(__dirname, '../../../../../../shared/data');
const folder = path.join(data, 'kubernetes/roadmaps');
const present = fs.existsSync(folder);

/** Runs tests on the real items; skips them where they are missing. */
export const describeWithData = present ? describe : describe.skip;

/** The 27 files. */
export function kubernetesTexts(): Array<{ file: string; content: string }> {
  return fs
    .readdirSync(folder)
    .sort()
    .map(file => ({
      file,
      content: fs.readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/** The 653 items of the 27 roadmaps. */
export function kubernetesItems(): RoadmapEntry[] {
  return kubernetesTexts().flatMap(({ file, content }) => {
    const { items } = parseRoadmapFile(content, { file });
    const ranks = spreadRanks(items.length);
    return items.map((item, index) =>
      entryOfDeclared(item, {
        entityRef: `product:default/${path.basename(file, '.yaml')}`,
        rank: ranks[index],
      }),
    );
  });
}
