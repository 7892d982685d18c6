import {
  OWNERSHIP_ROLES,
  PRODUCT_OPS_ANNOTATIONS,
  PRODUCT_OPS_RELATION_PAIRS,
  PRODUCT_REFERENCE_FIELDS,
} from '@productops/backstage-plugin-product-ops-common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ProductOpsEntityProcessor } from './processor/ProductOpsEntityProcessor';

const readme = readFileSync(path.resolve(__dirname, '../README.md'), 'utf8');
const snippets = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, yaml]) => parse(yaml),
);

describe('the README', () => {
  it('shows a Product that the catalog accepts', async () => {
    const product = snippets.find(snippet => snippet.kind === 'Product');
    await expect(
      ProductOpsEntityProcessor.create().validateEntityKind(product),
    ).resolves.toBe(true);
  });

  it('configures the catalog graph with every relation of the suite', () => {
    const { extensions } = snippets.find(snippet => snippet.app).app;
    const card = extensions[0]['entity-card:catalog-graph/relations'].config;
    const page = extensions[1]['page:catalog-graph'].config;
    expect(page.selectedRelations).toEqual(card.relations);
    expect(page.relationPairs).toEqual(card.relationPairs);
    expect(card.relations).toEqual(card.relationPairs.flat());
    expect(card.relationPairs).toEqual(
      expect.arrayContaining([...PRODUCT_OPS_RELATION_PAIRS]),
    );
  });

  it('lists every annotation and every field that relates', () => {
    for (const { name } of PRODUCT_OPS_ANNOTATIONS) {
      expect(readme).toContain(`| \`${name}\``);
    }
    for (const {
      path: fields,
      relation,
      reverse,
    } of PRODUCT_REFERENCE_FIELDS) {
      expect(readme).toMatch(
        new RegExp(
          `\\| \`spec\\.${fields.join(
            '\\.',
          )}\` +\\| \`${relation}\` +\\| \`${reverse}\``,
        ),
      );
    }
    for (const { annotation, relation, reverse } of OWNERSHIP_ROLES) {
      expect(readme).toMatch(
        new RegExp(
          `\\| \`${annotation}\`.*\\| \`${relation}\` / \`${reverse}\``,
        ),
      );
    }
  });
});
