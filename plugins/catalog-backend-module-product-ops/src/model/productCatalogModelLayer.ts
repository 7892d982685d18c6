import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import {
  OWNERSHIP_ROLES,
  PRODUCT_API_VERSION,
  PRODUCT_KIND,
  PRODUCT_OPS_ANNOTATIONS,
  PRODUCT_REFERENCE_FIELDS,
  productSpecJsonSchema,
  RELATION_SUCCEEDED_BY,
  RELATION_SUCCESSOR_OF,
} from '@productops/backstage-plugin-product-ops-common';

const PEOPLE = ['Group', 'User'];
// The model has no way to say "any kind", so these are the catalog's own and ours.
const BUILDING_BLOCKS = ['API', 'Component', 'Resource', 'System'];
const ATTACHABLE = [
  ...BUILDING_BLOCKS,
  'Domain',
  'Group',
  'Location',
  'User',
  PRODUCT_KIND,
];

/**
 * The kind `Product`, its relations and the annotations of the suite, as a layer of the catalog's model.
 *
 * @alpha
 */
export const productCatalogModelLayer = createCatalogModelLayer({
  layerId: 'productops.io/kind-product',
  builder: model => {
    const [group, version] = PRODUCT_API_VERSION.split('/');
    model.addKind({
      group,
      names: { kind: PRODUCT_KIND, singular: 'product', plural: 'products' },
      description:
        'A Product is what the organisation offers, to customers or to itself.',
      versions: [
        {
          name: version,
          relationFields: PRODUCT_REFERENCE_FIELDS.map(field => ({
            selector: { path: ['spec', ...field.path].join('.') },
            relation: field.relation,
            defaultKind: field.defaultKind,
            defaultNamespace: 'inherit',
            ...(field.allowedKinds && {
              allowedKinds: [...field.allowedKinds],
            }),
          })),
          schema: {
            jsonSchema: {
              type: 'object',
              required: ['spec'],
              properties: { spec: productSpecJsonSchema },
            },
          },
        },
      ],
    });

    model.addRelationPair({
      fromKind: PRODUCT_KIND,
      toKind: PEOPLE,
      description: 'The one who is accountable for a product.',
      forward: { type: RELATION_OWNED_BY, title: 'owned by' },
      reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
    });
    model.addRelationPair({
      fromKind: PRODUCT_KIND,
      toKind: 'Domain',
      description: 'The domain that a product belongs to.',
      forward: { type: RELATION_PART_OF, title: 'part of' },
      reverse: { type: RELATION_HAS_PART, title: 'has part' },
    });
    model.addRelationPair({
      fromKind: PRODUCT_KIND,
      toKind: ATTACHABLE,
      description: 'What a product is made of.',
      forward: { type: RELATION_HAS_PART, title: 'has part' },
      reverse: { type: RELATION_PART_OF, title: 'part of' },
    });
    model.addRelationPair({
      fromKind: PRODUCT_KIND,
      toKind: [...BUILDING_BLOCKS, PRODUCT_KIND],
      description: 'What a product needs to function.',
      forward: { type: RELATION_DEPENDS_ON, title: 'depends on' },
      reverse: { type: RELATION_DEPENDENCY_OF, title: 'dependency of' },
    });
    model.addRelationPair({
      fromKind: PRODUCT_KIND,
      toKind: [...BUILDING_BLOCKS, PRODUCT_KIND],
      description: 'Who takes over from a product after its sunset.',
      forward: { type: RELATION_SUCCEEDED_BY, title: 'succeeded by' },
      reverse: { type: RELATION_SUCCESSOR_OF, title: 'successor of' },
    });
    for (const { title, relation, reverse } of OWNERSHIP_ROLES) {
      model.addRelationPair({
        fromKind: ATTACHABLE,
        toKind: PEOPLE,
        description: `${title}: a typed owner of an entity.`,
        forward: { type: relation, title: spaced(relation) },
        reverse: { type: reverse, title: spaced(reverse) },
      });
    }
    for (const annotation of PRODUCT_OPS_ANNOTATIONS) {
      model.addAnnotation(annotation);
    }
  },
});

/** `technicallyLedBy` as people read it: `technically led by`. */
function spaced(relation: string): string {
  return relation.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
