import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import fc from 'fast-check';
import { generateCatalog } from './generateCatalog';

const catalogs = fc.record({
  entities: fc.integer({ min: 20, max: 1500 }),
  seed: fc.integer(),
  withDocuments: fc.integer({ min: 0, max: 20 }),
});

function refsIn(entity: Entity): string[] {
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  const kinds: Record<string, string> = {
    owner: 'group',
    parent: 'group',
    memberOf: 'group',
    domain: 'domain',
    system: 'system',
    parts: 'component',
    dependsOn: entity.kind === 'Product' ? 'product' : 'component',
    providesApis: 'api',
    consumesApis: 'api',
  };
  const named = Object.entries(kinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []]
      .flat()
      .map(ref =>
        stringifyEntityRef(parseEntityRef(`${ref}`, { defaultKind })),
      ),
  );
  const roles = Object.values((spec.roles ?? {}) as Record<string, string>);
  const product = entity.metadata.annotations?.['productops.io/product'];
  return [
    ...named,
    ...[...roles, ...(product ? [product] : [])].map(ref =>
      stringifyEntityRef(parseEntityRef(ref)),
    ),
  ];
}

describe('generateCatalog', () => {
  it('makes exactly as many entities as asked, each under a name of its own', () => {
    fc.assert(
      fc.property(catalogs, options => {
        const { entities } = generateCatalog(options);
        expect(entities).toHaveLength(options.entities);
        expect(new Set(entities.map(stringifyEntityRef)).size).toBe(
          options.entities,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('names only entities that exist, but for the one team that left', () => {
    fc.assert(
      fc.property(catalogs, options => {
        const { entities } = generateCatalog(options);
        const known = new Set(entities.map(stringifyEntityRef));
        const unknown = new Set(
          entities.flatMap(refsIn).filter(ref => !known.has(ref)),
        );
        unknown.delete('group:default/team-that-left');
        expect([...unknown]).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('puts all groups into one tree', () => {
    const { entities } = generateCatalog({ entities: 2000, seed: 4 });
    const parents = new Map(
      entities
        .filter(({ kind }) => kind === 'Group')
        .map(({ metadata, spec }) => [metadata.name, spec?.parent]),
    );
    const roots = new Set<unknown>();
    for (const name of parents.keys()) {
      let at: unknown = name;
      for (let steps = 0; parents.get(`${at}`) && steps < 10; steps++) {
        at = parents.get(`${at}`);
      }
      roots.add(at);
    }
    expect([...roots]).toEqual(['group-0']);
  });

  it('has a file behind every document that a product names', () => {
    const { entities, documents } = generateCatalog({
      entities: 500,
      seed: 1,
      withDocuments: 7,
    });
    const annotated = entities.filter(
      ({ metadata }) => metadata.annotations?.['productops.io/roadmap'],
    );
    expect(annotated).toHaveLength(7);
    for (const { metadata } of annotated) {
      const roadmap = metadata.annotations?.['productops.io/roadmap'];
      const runbooks = metadata.annotations?.['productops.io/runbooks'] ?? '-';
      expect(documents.map(({ path }) => path)).toContain(roadmap);
      expect(
        documents.filter(({ path }) => path.startsWith(runbooks)),
      ).toHaveLength(4);
    }
  });

  it('gives the same catalog for the same seed, and another for another', () => {
    const one = JSON.stringify(generateCatalog({ entities: 300, seed: 7 }));
    expect(JSON.stringify(generateCatalog({ entities: 300, seed: 7 }))).toBe(
      one,
    );
    expect(
      JSON.stringify(generateCatalog({ entities: 300, seed: 8 })),
    ).not.toBe(one);
  });

  it('refuses a size that makes no catalog', () => {
    expect(() => generateCatalog({ entities: 3, seed: 1 })).toThrow(
      'Cannot generate 3 entities; expected a whole number from 20 to 1000000',
    );
  });
});
