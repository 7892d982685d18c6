import fs from 'fs';
import path from 'path';
import { parseRoadmapFile } from './parseRoadmapFile';
import { resolveDependencies } from './dependencies';
import { roadmapAttention } from './attention';

const data =
  process.env.PRODUCT_OPS_TEST_DATA ??
  path.resolve(__dirname, '../../../../../shared/data');
const folder = path.join(data, 'kubernetes/roadmaps');
const present = fs.existsSync(folder);
const describeWithData = present ? describe : describe.skip;

describeWithData(
  `the roadmaps of Kubernetes${present ? '' : ` (skipped: no ${folder})`}`,
  () => {
    const roadmaps = (present ? fs.readdirSync(folder).sort() : []).map(
      file => ({
        file,
        parsed: parseRoadmapFile(
          fs.readFileSync(path.join(folder, file), 'utf8'),
          { file },
        ),
      }),
    );
    const items = roadmaps.flatMap(({ parsed }) => parsed.items);
    const countBy = (values: Array<string | undefined>) =>
      values.reduce<Record<string, number>>((counts, value = 'none') => {
        return { ...counts, [value]: (counts[value] ?? 0) + 1 };
      }, {});

    it('are all read without an error', () => {
      expect(roadmaps).toHaveLength(27);
      expect(roadmaps.flatMap(({ parsed }) => parsed.errors)).toEqual([]);
      expect(items).toHaveLength(653);
    });

    it('have the statuses, horizons and dates that their README counts', () => {
      expect(countBy(items.map(({ status }) => status))).toEqual({
        done: 292,
        planned: 147,
        'in-progress': 132,
        proposed: 61,
        dropped: 20,
        deferred: 1,
      });
      expect(countBy(items.map(({ horizon }) => horizon))).toEqual({
        now: 101,
        next: 34,
        later: 206,
        none: 312,
      });
      expect(items.filter(({ start, end }) => start && end)).toHaveLength(430);
      expect(items.filter(({ start }) => !start)).toHaveLength(182);
    });

    it('have every dependency, resolved across files, and the known cycles', () => {
      const byEntity = new Map(
        roadmaps.map(({ file, parsed }) => [
          `product:default/${path.basename(file, '.yaml')}`,
          parsed.items,
        ]),
      );
      const resolved = [...byEntity].map(([entityRef, own]) => ({
        entityRef,
        items: resolveDependencies(own, {
          entityRef,
          find: (ref, id) => byEntity.get(ref)?.find(item => item.id === id),
        }),
      }));
      const dependencies = resolved.flatMap(roadmap =>
        roadmap.items.flatMap(({ dependsOn }) => dependsOn),
      );
      expect(dependencies).toHaveLength(267);
      expect(dependencies.filter(({ entity }) => entity)).toHaveLength(50);
      expect(dependencies.filter(({ known }) => !known)).toEqual([]);
      const inCycles = resolved.flatMap(({ entityRef, items: own }) =>
        [...roadmapAttention(own, { today: '2026-08-21', entityRef })]
          .filter(([, found]) => found.some(({ id }) => id.includes('cycle')))
          .map(([id]) => `${id}@${entityRef}`),
      );
      expect(new Set(inCycles).size).toBe(inCycles.length);
      expect(inCycles.length).toBeGreaterThan(0);
    });
  },
);
