import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';
import { ProductOpsEntityProcessor } from './ProductOpsEntityProcessor';

const processor = ProductOpsEntityProcessor.create();
const location = { type: 'file', target: '/catalog-info.yaml' };

const checkout = `
apiVersion: productops.io/v1alpha1
kind: Product
metadata:
  name: checkout
  namespace: shop
spec:
  type: customer-facing
  lifecycle: live
  owner: payments
  domain: commerce
  parts: [system:checkout, cart, cart, component:shop/cart]
  dependsOn: [product:default/identity, catalogue]
  tier: 1
  vision: One tap from basket to order.
  goals:
    - id: conversion
      title: Raise checkout conversion
      metric: { name: conversion, unit: '%', baseline: 61, target: 70, current: 64 }
      due: 2027-03-31
  roles:
    productManager: jo
    techLead: [user:sam, group:default/architects]
    operations: group:sre
    support: group:helpdesk
    security: group:appsec
  recovery: { rto: PT1H, rpo: PT15M }
  milestones: { generalAvailability: 2025-05-01, endOfSupport: 2027-12-31, endOfLife: 2028-06-30 }
  successor: checkout-next
`;

function product(spec: string): Entity {
  return parse(
    `apiVersion: productops.io/v1alpha1\nkind: Product\nmetadata: { name: checkout }\nspec:\n${spec}`,
  );
}

function component(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  };
}

async function errorOf(entity: Entity): Promise<string> {
  return processor.validateEntityKind(entity).then(
    () => 'no error',
    error => `${error.name}: ${error.message}`,
  );
}

async function relationsOf(entity: Entity): Promise<string[]> {
  const results: CatalogProcessorResult[] = [];
  await processor.postProcessEntity(entity, location, result =>
    results.push(result),
  );
  return results.map(result =>
    result.type === 'relation'
      ? `${stringifyEntityRef(result.relation.source)} ${
          result.relation.type
        } ${stringifyEntityRef(result.relation.target)}`
      : result.type,
  );
}

describe('a Product', () => {
  it('is recognised with all its fields, and with none but a spec', async () => {
    await expect(processor.validateEntityKind(parse(checkout))).resolves.toBe(
      true,
    );
    await expect(processor.validateEntityKind(product('  {}'))).resolves.toBe(
      true,
    );
  });

  it('is related in both directions, each once', async () => {
    const self = 'product:shop/checkout';
    const expected = [
      ['ownedBy', 'ownerOf', 'group:shop/payments'],
      ['partOf', 'hasPart', 'domain:shop/commerce'],
      ['hasPart', 'partOf', 'system:shop/checkout'],
      ['hasPart', 'partOf', 'component:shop/cart'],
      ['dependsOn', 'dependencyOf', 'product:default/identity'],
      ['dependsOn', 'dependencyOf', 'product:shop/catalogue'],
      ['succeededBy', 'successorOf', 'product:shop/checkout-next'],
      ['managedBy', 'managerOf', 'user:shop/jo'],
      ['technicallyLedBy', 'technicalLeadOf', 'user:shop/sam'],
      ['technicallyLedBy', 'technicalLeadOf', 'group:default/architects'],
      ['operatedBy', 'operatorOf', 'group:shop/sre'],
      ['supportedBy', 'supporterOf', 'group:shop/helpdesk'],
      ['securedBy', 'securityContactOf', 'group:shop/appsec'],
    ].flatMap(([relation, reverse, target]) => [
      `${self} ${relation} ${target}`,
      `${target} ${reverse} ${self}`,
    ]);
    const relations = await relationsOf(parse(checkout));
    expect(relations.sort()).toEqual(expected.sort());
  });

  it('gets its role holders from annotations where its spec names none', async () => {
    const entity = product('  roles: { techLead: sam }');
    entity.metadata.annotations = {
      'productops.io/tech-lead': 'user:ignored',
      'productops.io/operations': 'group:sre',
      'productops.io/product': 'product:checkout',
    };
    expect(await relationsOf(entity)).toEqual([
      'product:default/checkout technicallyLedBy user:default/sam',
      'user:default/sam technicalLeadOf product:default/checkout',
      'product:default/checkout operatedBy group:default/sre',
      'group:default/sre operatorOf product:default/checkout',
    ]);
  });
});

describe('a wrong Product', () => {
  it('hears of all errors at once, each with place, value and what was expected', async () => {
    const message = await errorOf(
      product(`
  type: 7
  owner: component:cart
  domain: "group:a:b"
  parts: [cart, 5, "no spaces please", product:checkout]
  dependsOn: identity
  tier: gold
  visoin: One tap
  goals:
    - { id: conversion, title: Up, due: 2027-02-30, metric: { name: c, target: lots } }
    - { id: conversion, title: Down }
    - { title: Nameless, dueDate: 2027-01-01 }
  roles:
    productManger: user:jo
    techLead: []
    operations: { name: sre }
    support: system:desk
  recovery: { rto: 1 hour, rpo: 15 }
  milestones: { endOfLife: soon, endOfSupport: 2027-13-01 }
  successor: checkout
`),
    );
    expect(message).toBe(
      [
        'InputError: product:default/checkout has 22 errors:',
        'spec.visoin: unknown field; did you mean "vision"?',
        'spec.type: got 7; expected a text',
        'spec.parts[1]: got 5; expected a text',
        'spec.dependsOn: got "identity"; expected a list',
        'spec.tier: got "gold"; expected a whole number from 1 to 4',
        'spec.goals[0].metric.target: got "lots"; expected a number',
        'spec.goals[2].id: missing; expected a text',
        'spec.goals[2].dueDate: unknown field; did you mean "due"?',
        'spec.roles.productManger: unknown field; did you mean "productManager"?',
        'spec.roles.operations: got an object; expected a text or a list',
        'spec.recovery.rto: got "1 hour"; expected an ISO 8601 duration, such as PT1H',
        'spec.recovery.rpo: got 15; expected an ISO 8601 duration, such as PT1H',
        'spec.milestones.endOfLife: got "soon"; expected a date, such as 2027-03-31',
        'spec.owner: got "component:cart"; expected a group or a user, such as group:payments ([kind:][namespace/]name)',
        'spec.domain: got "group:a:b"; expected a domain, such as domain:commerce ([kind:][namespace/]name)',
        'spec.parts[2]: got "no spaces please"; expected an entity, such as component:cart or system:checkout ([kind:][namespace/]name)',
        'spec.parts[3]: got "product:checkout"; expected another entity than the product itself',
        'spec.successor: got "checkout"; expected another entity than the product itself',
        'spec.roles.support: got "system:desk"; expected a user or a group, such as user:sam ([kind:][namespace/]name)',
        'spec.goals[0].due: got "2027-02-30"; expected a date, such as 2027-03-31',
        'and 2 more',
      ].join('\n  - '),
    );
  });

  it.each([
    ['  tier: 5', 'spec.tier: got 5; expected a whole number from 1 to 4'],
    ['  tier: 1.5', 'spec.tier: got 1.5; expected a whole number from 1 to 4'],
    ['  owner: ""', 'spec.owner: got ""; expected a text that is not empty'],
    [
      '  zzz: 1',
      'spec.zzz: unknown field; known fields are type, lifecycle, owner, domain, parts, dependsOn, tier, vision, goals, roles, recovery, milestones, successor',
    ],
    [
      '  milestones: { endOfLife: 2027-04-31 }',
      'spec.milestones.endOfLife: got "2027-04-31"; expected a date, such as 2027-03-31',
    ],
    [
      '  goals: [{ id: a, title: A }, { id: a, title: B }]',
      'spec.goals[1].id: got "a"; expected another id, spec.goals[0] has it',
    ],
    [
      '  goals: [{ id: a, title: A, start: 2027-04-31 }]',
      'spec.goals[0].start: got "2027-04-31"; expected a date, such as 2027-03-31',
    ],
    [
      '  goals: [{ id: a, title: A, metric: { name: m, source: { prometheus: main } } }]',
      'spec.goals[0].metric.source.query: missing; expected a text',
    ],
    [
      '  goals: [{ id: a, title: A, metric: { name: m, direction: left } }]',
      'spec.goals[0].metric.direction: got "left"; expected one of up, down',
    ],
    [
      '  recovery: { rto: P }',
      'spec.recovery.rto: got "P"; expected an ISO 8601 duration, such as PT1H',
    ],
    ['  "we ird": 1', 'spec["we ird"]: unknown field; known fields are'],
    [
      '  roles: null',
      'spec.roles: got null; expected an object with named fields',
    ],
    [
      '  - a list',
      'spec: got a list of 1; expected an object with named fields',
    ],
  ])('%s', async (spec, message) => {
    const actual = await errorOf(product(spec));
    expect(actual).toContain(
      `InputError: product:default/checkout has 1 error:\n  - ${message}`,
    );
  });

  it('without a spec, or with another version or spelling of its kind, is told so', async () => {
    const { spec: _spec, ...bare } = product('  {}');
    expect(await errorOf(bare)).toContain(
      'spec: missing; expected an object with named fields',
    );
    expect(
      await errorOf({ ...bare, apiVersion: 'productops.io/v2' }),
    ).toContain(
      'apiVersion: got "productops.io/v2"; expected "productops.io/v1alpha1"',
    );
    expect(await errorOf({ ...bare, kind: 'product' })).toContain(
      'kind: got "product"; expected "Product"',
    );
  });

  it('gets a short message, however much is wrong', async () => {
    const spec = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [
        `x${index}`.padEnd(200, 'y'),
        'z'.repeat(1000),
      ]),
    );
    const message = await errorOf({ ...product('  {}'), spec });
    expect(message).toContain('and 4980 more');
    expect(message.length).toBeLessThan(10_000);
  });
});

describe('an entity of another kind', () => {
  it('is not ours to judge', async () => {
    for (const entity of [
      component({ 'productops.io/tier': 'gold' }),
      { ...product('  nonsense: 1'), apiVersion: 'example.com/v1' },
      { ...product('  items: []'), kind: 'Roadmap' },
    ]) {
      await expect(processor.validateEntityKind(entity)).resolves.toBe(false);
    }
  });

  it('passes untouched without an annotation of the suite', async () => {
    const entity = component({ 'backstage.io/techdocs-ref': 'dir:.' });
    const before = structuredClone(entity);
    expect(await relationsOf(entity)).toEqual([]);
    expect(entity).toEqual(before);
  });

  it('is related by its annotations, in both directions', async () => {
    expect(
      await relationsOf(
        component({
          'productops.io/product': 'checkout',
          'productops.io/tech-lead': 'sam, group:architects, user:sam',
          'productops.io/tier': '2',
        }),
      ),
    ).toEqual([
      'component:default/cart partOf product:default/checkout',
      'product:default/checkout hasPart component:default/cart',
      'component:default/cart technicallyLedBy user:default/sam',
      'user:default/sam technicalLeadOf component:default/cart',
      'component:default/cart technicallyLedBy group:default/architects',
      'group:default/architects technicalLeadOf component:default/cart',
    ]);
  });

  it('keeps what is good of annotations that are partly bad', async () => {
    expect(
      await relationsOf(
        component({
          'productops.io/product': 'component:not-a-product',
          'productops.io/operations': 'group:sre, ::, system:none',
          'productops.io/tier': 'gold',
          'productops.io/unheard-of': 'x',
        }),
      ),
    ).toEqual([
      'component:default/cart operatedBy group:default/sre',
      'group:default/sre operatorOf component:default/cart',
    ]);
  });
});
