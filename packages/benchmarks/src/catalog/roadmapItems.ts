import {
  scoreOf,
  spreadRanks,
  type DeclaredRoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import { Random } from './random';
import { QUALITIES, SUBJECTS } from './words';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z');
/** Over so many days items begin: a quarter of them is a small part. */
const DAYS = 5000;

/** An item of a roadmap as the suite keeps it. */
export interface RoadmapItemRow {
  entity_ref: string;
  source: 'recorded';
  item_id: string;
  version: number;
  rank: string;
  moved: boolean;
  position: number;
  title: string;
  status: string;
  horizon: string;
  category: string;
  end_date: string;
  search_text: string;
  line: number;
  body: string;
}

const dayOf = (day: number) =>
  new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);

/** Roadmaps for products, each with so many items; some wait for items of their own product or of the one before. */
export function generateRoadmapItems(options: {
  products: readonly string[];
  itemsOfEach: number;
  seed: number;
}): RoadmapItemRow[] {
  const { products, itemsOfEach } = options;
  const random = Random.seeded(options.seed);
  const ranks = spreadRanks(itemsOfEach);
  return products.flatMap((entityRef, place) =>
    ranks.map((rank, index) => {
      const start = random.below(DAYS);
      const id = `planned-${index}`;
      const title = `${random.pick(QUALITIES)} ${random
        .pick(SUBJECTS)
        .toLowerCase()}`;
      const before = products[place - 1];
      const own = index > 0 && random.chance(0.2);
      const other = before !== undefined && random.chance(0.1);
      const waits = (target: string, entity?: string) => ({
        ref: entity ? `${target}@${entity}` : target,
        id: target,
        ...(entity && { entity }),
      });
      const item: DeclaredRoadmapItem = {
        id,
        title,
        status: random.pick(['proposed', 'planned', 'in-progress', 'done']),
        horizon: random.pick(['now', 'next', 'later']),
        start: dayOf(start),
        end: dayOf(start + 5 + random.below(60)),
        category: random.pick(['feature', 'maintenance', 'security']),
        goal: 'adoption',
        score: scoreOf({
          reach: random.below(10_000),
          impact: random.pick([0.5, 1, 2, 3]),
          confidence: random.pick([0.5, 0.8, 1]),
          effort: 1 + random.below(12),
        }),
        dependsOn: [
          ...(own ? [waits(`planned-${random.below(index)}`)] : []),
          ...(other
            ? [waits(`planned-${random.below(itemsOfEach)}`, before)]
            : []),
        ],
        milestones: [],
        labels: [],
        links: [],
        line: 0,
      };
      return {
        entity_ref: entityRef,
        source: 'recorded' as const,
        item_id: id,
        version: 1,
        rank,
        moved: false,
        position: 0,
        title,
        status: item.status,
        horizon: item.horizon!,
        category: item.category!,
        end_date: item.end!,
        search_text: `${id}\n${title}`.toLocaleLowerCase('en-US'),
        line: 0,
        body: JSON.stringify(item),
      };
    }),
  );
}
