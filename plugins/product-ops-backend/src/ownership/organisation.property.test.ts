import { DEFAULT_STAGES } from '@productops/backstage-plugin-product-ops-common';
import fc from 'fast-check';
import { cutTree } from './cutTree';
import { OwnershipModel } from './OwnershipModel';
import { LensSources } from './LensSources';
import { OwnershipTree } from './OwnershipTree';
import type { EntityInput, RelationInput } from './types';

const TEAMS = 8;
const ENTITIES = 20;
const teamRef = (index: number) => `group:default/t${index}`;
const MISSING_TEAM = 'group:default/gone';
const any = fc.nat({ max: TEAMS - 1 });

/** Teams related in any way, circles and all; entities of teams, people, nobody and of who is not there. */
const organisations = fc
  .record({
    parents: fc.array(fc.tuple(any, any), { maxLength: 16 }),
    owners: fc.array(
      fc.oneof(
        any.map(teamRef),
        fc.constantFrom('user:default/jo', MISSING_TEAM, undefined),
      ),
      { minLength: ENTITIES, maxLength: ENTITIES },
    ),
    products: fc.array(fc.option(fc.nat({ max: ENTITIES - 1 })), {
      minLength: ENTITIES,
      maxLength: ENTITIES,
    }),
  })
  .map(({ parents, owners, products }) => {
    const entities: EntityInput[] = [
      ...Array.from({ length: TEAMS }, (_, index) => ({
        ref: teamRef(index),
        kind: 'group',
        name: `t${index}`,
        title: `Team ${index}`,
      })),
      { ref: 'user:default/jo', kind: 'user', name: 'jo', title: 'Jo' },
      ...owners.map((ownerRef, index): EntityInput => {
        // Every third is a product, and the others may be parts of one.
        const isProduct = index % 3 === 0;
        const of = (products[index] ?? 0) - ((products[index] ?? 0) % 3);
        return {
          ref: `${isProduct ? 'product' : 'component'}:default/e${index}`,
          kind: isProduct ? 'product' : 'component',
          name: `e${index}`,
          title: `E${index}`,
          ownerRef,
          ...(!isProduct &&
            products[index] !== null && {
              productRef: `product:default/e${of}`,
            }),
        };
      }),
    ];
    const relations = parents.map(
      ([parent, child]): RelationInput => ({
        source: teamRef(parent),
        type: 'parentOf',
        target: teamRef(child),
      }),
    );
    return { entities, relations };
  });

async function treeOf(organisation: {
  entities: EntityInput[];
  relations: RelationInput[];
}) {
  const model = await OwnershipModel.create({
    ...organisation,
    stages: DEFAULT_STAGES,
    today: '2026-11-22',
  });
  const tree = OwnershipTree.create({
    model,
    role: 'owner',
    lens: 'stage',
    stages: DEFAULT_STAGES,
  });
  return { model, tree };
}

it('has every entity once in the whole, and a way to every one, however teams are related', async () => {
  await fc.assert(
    fc.asyncProperty(organisations, async organisation => {
      const { model, tree } = await treeOf(organisation);
      const root = tree.root()!;
      expect(tree.summaryOf(root).counts.entities).toBe(ENTITIES);
      const findable = organisation.entities.filter(
        ({ ref }) =>
          // Somebody of no team who owns nothing is nowhere in the tree.
          ref !== 'user:default/jo' || model.held('owner', ref).length > 0,
      );
      for (const { ref } of findable) {
        const path = tree.pathTo(ref);
        expect(path.length).toBeGreaterThan(1);
        expect(tree.find(path[path.length - 1])?.ref).toBe(ref);
      }
    }),
  );
});

it('is cut so that every node has its parent before it, counts add up, and what is asked for is there', async () => {
  await fc.assert(
    fc.asyncProperty(
      organisations,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat({ max: ENTITIES - 1 }),
      async (organisation, depth, breadth, pick) => {
        const { tree } = await treeOf(organisation);
        const { ref } = organisation.entities[TEAMS + 1 + pick];
        const expand = tree.pathTo(ref);
        const nodes = cutTree(tree, tree.root()!, {
          depth,
          breadth,
          expand,
          stages: DEFAULT_STAGES,
        });
        const ids = nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(expand));
        for (const [index, node] of nodes.entries()) {
          expect([undefined, ...ids.slice(0, index)]).toContain(node.parent);
          const children = nodes.filter(({ parent }) => parent === node.id);
          const stood = children.reduce(
            (sum, child) => sum + (child.type === 'more' ? child.children : 1),
            0,
          );
          expect(stood).toBe(node.expanded ? node.children : 0);
          expect(
            node.distribution.reduce((sum, { count }) => sum + count, 0),
          ).toBe(node.counts.entities);
        }
      },
    ),
  );
});

it('rolls up how ready and how verified everything is: no entity is lost, none counts twice', async () => {
  const standing = fc.constantFrom(
    'due' as const,
    'overdue' as const,
    undefined,
  );
  const checks = fc.option(
    fc.record({ passed: fc.nat(2), failed: fc.nat(2), open: fc.nat(2) }),
    { nil: undefined },
  );
  const ofAll = <T>(one: fc.Arbitrary<T>) =>
    fc.array(one, { minLength: ENTITIES, maxLength: ENTITIES });
  await fc.assert(
    fc.asyncProperty(
      organisations,
      ofAll(standing),
      ofAll(checks),
      fc.constantFrom('verification' as const, 'readiness' as const),
      async (organisation, standings, summaries, lens) => {
        const { model } = await treeOf(organisation);
        const owned = organisation.entities.slice(TEAMS + 1);
        const mapOf = <T>(values: readonly (T | undefined)[]) =>
          new Map(
            owned.flatMap(({ ref }, index): [string, T][] => {
              const value = values[index];
              return value === undefined ? [] : [[ref, value]];
            }),
          );
        const lenses = LensSources.create({
          standings: { current: async () => mapOf(standings) },
          readiness: { summaries: async () => mapOf(summaries) },
        });
        const values = await lenses.valuesOf(lens);
        const tree = OwnershipTree.create({
          model,
          role: 'owner',
          lens,
          values,
          stages: DEFAULT_STAGES,
        });
        const counted = (shares: readonly { value: string; count: number }[]) =>
          new Map(shares.map(({ value, count }) => [value, count]));
        // What the whole has is what the entities have, one by one.
        const expected = new Map<string, number>();
        for (const index of owned.keys()) {
          const { passed = 0, failed = 0, open = 0 } = summaries[index] ?? {};
          const ready =
            (failed > 0 && 'failed') ||
            (open > 0 && 'open') ||
            (passed > 0 && 'passed') ||
            'none';
          const { ownerRef } = owned[index];
          const asked =
            ownerRef && ownerRef !== MISSING_TEAM ? 'upcoming' : 'none';
          const value =
            lens === 'readiness' ? ready : standings[index] ?? asked;
          expected.set(value, (expected.get(value) ?? 0) + 1);
        }
        const root = tree.root()!;
        expect(counted(tree.summaryOf(root).distribution)).toEqual(expected);
        for (const team of model.teams.keys()) {
          const node = tree.root(team)!;
          const { counts, distribution } = tree.summaryOf(node);
          expect(distribution.reduce((sum, { count }) => sum + count, 0)).toBe(
            counts.entities,
          );
          // No team has less of anything than what it owns by itself.
          const direct = counted(
            tree.distributionOf(model.held('owner', team)),
          );
          for (const [value, count] of direct) {
            expect(counted(distribution).get(value)).toBeGreaterThanOrEqual(
              count,
            );
          }
        }
      },
    ),
  );
});
