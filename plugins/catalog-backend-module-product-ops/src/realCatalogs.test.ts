import { Entity } from '@backstage/catalog-model';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import productOpsModelModule from './alpha';
import productOpsModule from './index';
import {
  CatalogOutcome,
  runCatalog,
  targetsOf,
} from './__testUtils__/runCatalog';

const dataFolder =
  process.env.PRODUCT_OPS_TEST_DATA ??
  path.resolve(__dirname, '../../../../shared/data');
const stockFolder = path.join(dataFolder, 'catalog-info');
const kubernetesFolder = path.join(dataFolder, 'kubernetes');

function yamlFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => path.join(folder, name));
}

function entitiesIn(file: string): Entity[] {
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as Entity | null)
    .filter((entity): entity is Entity => Boolean(entity));
}

function comparable({ entities, errors }: CatalogOutcome) {
  const withoutIdentity = [...entities].map(([ref, entity]) => {
    const { uid: _uid, etag: _etag, ...metadata } = entity.metadata;
    return [ref, { ...entity, metadata }] as const;
  });
  return {
    entities: Object.fromEntries(withoutIdentity),
    errors: Object.fromEntries(errors),
  };
}

// Without the data there is nothing to prove; the title of the skipped tests then says so.
const found = existsSync(stockFolder) && existsSync(kubernetesFolder);
const describeWithData = found ? describe : describe.skip;
const note = found ? '' : ` (skipped: no data in ${dataFolder})`;

jest.setTimeout(300_000);

describeWithData(`catalog-info files of real repositories${note}`, () => {
  it('are the same entities, relations and errors with and without the module', async () => {
    const files = yamlFilesOf(stockFolder);
    expect(files).toHaveLength(31);

    const without = await runCatalog(files, []);
    const withModule = await runCatalog(files, [productOpsModule]);

    expect(without.entities.size).toBeGreaterThan(60);
    expect(comparable(withModule)).toEqual(comparable(without));
  });
});

describeWithData(`the governance catalog${note}`, () => {
  const files = [path.join(kubernetesFolder, 'catalog-info.yaml')];
  const products = () =>
    entitiesIn(path.join(kubernetesFolder, 'products.yaml'));
  let outcome: CatalogOutcome;

  beforeAll(async () => {
    outcome = await runCatalog(files, [productOpsModule]);
  });

  it('is there in full, without an error', () => {
    const counts: Record<string, number> = {};
    for (const { kind } of outcome.entities.values()) {
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual({
      Group: 36,
      User: 142,
      Product: 267,
      Component: 327,
      Location: 2,
    });
    expect(Object.fromEntries(outcome.errors)).toEqual({});
  });

  it('relates each product to its owner, parts and role holders, and them to it', () => {
    const fields = [
      ['ownedBy', 'ownerOf', (spec: Entity['spec']) => spec?.owner],
      ['hasPart', 'partOf', (spec: Entity['spec']) => spec?.parts],
      [
        'managedBy',
        'managerOf',
        (spec: Entity['spec']) =>
          (spec?.roles as Record<string, string>)?.productManager,
      ],
      [
        'technicallyLedBy',
        'technicalLeadOf',
        (spec: Entity['spec']) =>
          (spec?.roles as Record<string, string>)?.techLead,
      ],
    ] as const;
    let relations = 0;
    for (const { metadata, spec } of products()) {
      const productRef = `product:default/${metadata.name}`;
      const product = outcome.entities.get(productRef);
      for (const [relation, reverse, read] of fields) {
        const expected = [read(spec) ?? []]
          .flat()
          .map(ref => String(ref).replace(':', ':default/').toLowerCase())
          .sort();
        // More than declared is right for parts only: a product can name this one as what it is part of.
        const actual = targetsOf(product, relation);
        expect(actual).toEqual(expect.arrayContaining(expected));
        expect(
          relation === 'hasPart' || actual.length === expected.length,
        ).toBe(true);
        for (const ref of expected) {
          expect(targetsOf(outcome.entities.get(ref), reverse)).toContain(
            productRef,
          );
          relations += 1;
        }
      }
    }
    expect(relations).toBeGreaterThan(1_000);
  });

  it('names a few by hand', () => {
    const { entities } = outcome;
    expect(
      targetsOf(entities.get('product:default/sig-windows'), 'partOf'),
    ).toEqual([]);
    expect(targetsOf(entities.get('product:default/json'), 'partOf')).toEqual([
      'product:default/sig-api-machinery',
    ]);
    expect(
      targetsOf(entities.get('user:default/janetkuo'), 'managerOf'),
    ).toContain('product:default/sig-apps');
    expect(
      targetsOf(entities.get('group:default/sig-apps'), 'ownerOf'),
    ).toContain('product:default/kompose');
  });

  it('is the same when the kind comes as a layer of the catalog model too', async () => {
    const withLayer = await runCatalog(files, [
      productOpsModule,
      productOpsModelModule,
    ]);
    // The model sorts the lists that give relations; the classic processor leaves them as written.
    const sortParts = (run: CatalogOutcome) => {
      for (const { kind, spec } of run.entities.values()) {
        if (kind === 'Product' && Array.isArray(spec?.parts)) {
          spec.parts.sort();
        }
      }
      return comparable(run);
    };
    expect(sortParts(withLayer)).toEqual(sortParts(outcome));
  });
});
