import { Entity } from '@backstage/catalog-model';
import Ajv from 'ajv';
import fc from 'fast-check';
import {
  annotationProblems,
  isIsoDate,
  isIsoDuration,
  isProductEntity,
  nearestName,
  objectivesOf,
  productJsonSchema,
  productRefOf,
  PRODUCT_OPS_ANNOTATIONS,
  PRODUCT_REFERENCE_FIELDS,
  readEntityRef,
  rolesOf,
  tierOf,
} from '.';

function product(spec: Entity['spec'], annotations = {}): Entity {
  return {
    apiVersion: 'productops.io/v1alpha1',
    kind: 'Product',
    metadata: { name: 'checkout', namespace: 'shop', annotations },
    spec,
  };
}

function component(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
  };
}

describe('what an entity says of itself', () => {
  it('is read from the spec of a Product', () => {
    const entity = product({
      tier: 1,
      roles: { productManager: 'jo', techLead: ['User:Sam', 'user:shop/sam'] },
      recovery: { rto: 'PT1H', rpo: 'PT15M' },
    });
    expect(isProductEntity(entity)).toBe(true);
    expect(rolesOf(entity)).toEqual({
      productManager: ['user:shop/jo'],
      techLead: ['user:shop/sam'],
    });
    expect(tierOf(entity)).toBe(1);
    expect(objectivesOf(entity)).toEqual({ rto: 'PT1H', rpo: 'PT15M' });
  });

  it('is read from the annotations of any other kind', () => {
    const entity = component({
      'productops.io/product': 'shop/checkout',
      'productops.io/product-manager': 'jo',
      'productops.io/operations': 'group:sre, group:noc',
      'productops.io/tier': ' 2 ',
      'productops.io/rto': 'PT4H',
    });
    expect(isProductEntity(entity)).toBe(false);
    expect(productRefOf(entity)).toBe('product:shop/checkout');
    expect(rolesOf(entity)).toEqual({
      productManager: ['user:default/jo'],
      operations: ['group:default/sre', 'group:default/noc'],
    });
    expect(tierOf(entity)).toBe(2);
    expect(objectivesOf(entity)).toEqual({ rto: 'PT4H' });
    expect(annotationProblems(entity)).toEqual([]);
  });

  it('is read from the annotations of a Product only where its spec is silent', () => {
    const entity = product(
      { tier: 1, roles: { support: 'group:desk' }, recovery: { rto: 'PT1H' } },
      {
        'productops.io/tier': '3',
        'productops.io/support': 'group:other',
        'productops.io/security': 'group:appsec',
        'productops.io/rto': 'PT9H',
        'productops.io/rpo': 'PT5M',
      },
    );
    expect(tierOf(entity)).toBe(1);
    expect(rolesOf(entity)).toEqual({
      support: ['group:shop/desk'],
      security: ['group:shop/appsec'],
    });
    expect(objectivesOf(entity)).toEqual({ rto: 'PT1H', rpo: 'PT5M' });
  });

  it('is not read from the spec of a kind that has the same name elsewhere', () => {
    const entity = { ...product({ tier: 1 }), apiVersion: 'example.com/v1' };
    expect(isProductEntity(entity)).toBe(false);
    expect(tierOf(entity)).toBeUndefined();
  });
});

describe('annotations that cannot be used', () => {
  it('are named, each with its value and what was expected', () => {
    const entity = component({
      'backstage.io/techdocs-ref': 'dir:.',
      'productops.io/product': 'component:cart',
      'productops.io/tech-lead': 'user:sam, system:none',
      'productops.io/tier': 'gold',
      'productops.io/rto': '1h',
      'productops.io/roadmap': '',
      'productops.io/runbook': 'docs/',
      'productops.io/colour': 'red',
    });
    expect(annotationProblems(entity).map(({ message }) => message)).toEqual([
      'productops.io/product: got "component:cart"; expected another product, such as product:checkout',
      'productops.io/tech-lead: got "user:sam, system:none"; expected users or groups separated by commas, such as user:sam or group:sre',
      'productops.io/tier: got "gold"; expected a whole number from 1 (mission critical) to 4 (best effort)',
      'productops.io/rto: got "1h"; expected an ISO 8601 duration, such as PT1H',
      'productops.io/roadmap: got ""; expected a file, such as roadmap.yaml',
      'productops.io/runbook: unknown annotation; did you mean productops.io/runbooks?',
      `productops.io/colour: unknown annotation; known ones are ${PRODUCT_OPS_ANNOTATIONS.map(
        ({ name }) => name,
      ).join(', ')}`,
    ]);
    expect(rolesOf(entity)).toEqual({ techLead: ['user:default/sam'] });
    expect(tierOf(entity)).toBeUndefined();
    expect(objectivesOf(entity)).toEqual({});
    expect(productRefOf(entity)).toBeUndefined();
  });

  it('never make a reader throw, whatever an entity holds', () => {
    const names = PRODUCT_OPS_ANNOTATIONS.map(({ name }) => name);
    const anything = fc.oneof(fc.anything(), fc.string(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.record({
          apiVersion: fc.constantFrom('productops.io/v1alpha1', 'x/v1'),
          kind: fc.constantFrom('Product', 'Component'),
          metadata: fc.record({
            name: fc.constant('cart'),
            annotations: fc.oneof(
              anything,
              fc.dictionary(fc.constantFrom(...names), anything),
            ),
          }),
          spec: fc.oneof(
            anything,
            fc.record({ tier: anything, roles: anything, recovery: anything }),
            fc.record({
              roles: fc.record({ techLead: anything, support: anything }),
              recovery: fc.record({ rto: anything }),
            }),
          ),
        }),
        raw => {
          const entity = raw as unknown as Entity;
          for (const holders of Object.values(rolesOf(entity))) {
            expect(holders).not.toHaveLength(0);
            for (const holder of holders) {
              expect(holder).toMatch(/^(user|group):[^\s:/]+\/[^\s:/]+$/);
            }
          }
          expect([undefined, 1, 2, 3, 4]).toContain(tierOf(entity));
          for (const value of Object.values(objectivesOf(entity))) {
            expect(isIsoDuration(value)).toBe(true);
          }
          productRefOf(entity);
          for (const problem of annotationProblems(entity)) {
            expect(problem.message.length).toBeLessThan(1000);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('values', () => {
  const part = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,40}$/);

  it('a full ref reads as itself, and as often as one likes', () => {
    fc.assert(
      fc.property(part, part, part, (kind, namespace, name) => {
        const ref = `${kind}:${namespace}/${name}`;
        const read = readEntityRef(ref);
        expect(read).toBe(ref.toLowerCase());
        expect(readEntityRef(read)).toBe(read);
        expect(
          readEntityRef(name, {
            defaultKind: kind,
            defaultNamespace: namespace,
          }),
        ).toBe(read);
      }),
    );
  });

  it.each(['', ':', 'a:b:c', 'a:b/c/d', 'a b', 'x:/y', 'name-without-kind', 7])(
    '%p is no ref',
    text => {
      expect(readEntityRef(text)).toBeUndefined();
    },
  );

  it('durations and dates are what ISO 8601 says', () => {
    for (const text of ['PT1H', 'P1D', 'P2W', 'P1Y2M3DT4H5M6S', 'PT0.5H']) {
      expect([text, isIsoDuration(text)]).toEqual([text, true]);
    }
    for (const text of ['', 'P', 'PT', 'P1DT', '1h', 'pt1h', 'PT1D', 'P-1D']) {
      expect([text, isIsoDuration(text)]).toEqual([text, false]);
    }
    expect(isIsoDate('2028-02-29')).toBe(true);
    for (const text of ['2027-02-29', '2027-2-1', '2027-13-01', 'today', '']) {
      expect([text, isIsoDate(text)]).toEqual([text, false]);
    }
  });

  it('a near miss of a name finds it, a far one nothing', () => {
    const known = ['owner', 'productManager', 'due', 'tier'];
    expect(nearestName('onwer', known)).toBe('owner');
    expect(nearestName('product-manager', known)).toBe('productManager');
    expect(nearestName('dueDate', known)).toBe('due');
    expect(nearestName('colour', known)).toBeUndefined();
    expect(nearestName('x'.repeat(100_000), known)).toBeUndefined();
  });
});

describe('the published schema', () => {
  it('is a valid one, knows every field that refers, and refuses what is not there', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      productJsonSchema,
    );
    const spec = Object.fromEntries(
      PRODUCT_REFERENCE_FIELDS.filter(({ path }) => path.length === 1).map(
        ({ path: [name] }) => [
          name,
          ['parts', 'dependsOn'].includes(name) ? ['a'] : 'a',
        ],
      ),
    );
    const roles = Object.fromEntries(
      PRODUCT_REFERENCE_FIELDS.filter(({ path }) => path.length === 2).map(
        ({ path: [, role] }) => [role, 'user:sam'],
      ),
    );
    expect(validate(product({ ...spec, roles }))).toBe(true);
    expect(validate(product({ onwer: 'a' }))).toBe(false);
    expect(validate({ ...product({}), kind: 'Component' })).toBe(false);
  });
});
