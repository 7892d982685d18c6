import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { Readable } from 'node:stream';
import { parseAllDocuments } from 'yaml';
import productOpsModule from '../index';
import { runCatalog } from '../__testUtils__/runCatalog';
import { ProductOpsEntityProcessor } from './ProductOpsEntityProcessor';

const text = `# The shop and its products.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
spec: { type: service, lifecycle: production, owner: payments, tier: gold }
--- # The product of the same name.
apiVersion: productops.io/v1alpha1
kind: Product
metadata:
  name: checkout
spec:
  owner: payments
  visoin: One tap
  tier: gold
  goals:
    - id: conversion
      title: Up
    - title: Nameless
---
apiVersion: productops.io/v1alpha1
kind: Product
metadata: { name: checkout, namespace: shop }
spec: { tier: 9 }
`;

const checkoutErrors = [
  'product:default/checkout has 3 errors:',
  'catalog-info.yaml:14:3: spec.visoin: unknown field; did you mean "vision"?',
  'catalog-info.yaml:15:9: spec.tier: got "gold"; expected a whole number from 1 to 4',
  'catalog-info.yaml:19:7: spec.goals[1].id: missing; expected a text',
].join('\n  - ');
const shopErrors =
  'product:shop/checkout has 1 error:\n  - catalog-info.yaml:24:15: spec.tier: got 9; expected a whole number from 1 to 4';

const large = `${text}# ${'x'.repeat(1_000_000)}`;

function fail(): never {
  throw new NotFoundError('It is not there');
}

function productsAt(location: string): Entity[] {
  return parseAllDocuments(text)
    .map(document => document.toJS() as Entity)
    .filter(({ kind }) => kind === 'Product')
    .map(({ metadata, ...entity }) => ({
      ...entity,
      metadata: {
        ...metadata,
        annotations: { 'backstage.io/managed-by-location': location },
      },
    }));
}

async function messageOf(
  processor: ProductOpsEntityProcessor,
  entity: Entity,
): Promise<string> {
  return processor.validateEntityKind(entity).then(
    () => 'no error',
    error => error.message,
  );
}

/** Reads as a host does that knows what has changed. */
function readerOf(
  read: () => string,
): jest.MockedFunction<UrlReaderService['readUrl']> {
  return jest.fn(async (_url, options) => {
    const content = read();
    if (options?.etag === content) {
      throw new NotModifiedError();
    }
    return {
      etag: content,
      buffer: async () => Buffer.from(content),
      stream: () => Readable.from([content]),
    };
  });
}

function processorWith(readUrl: UrlReaderService['readUrl']) {
  return ProductOpsEntityProcessor.create({
    urlReader: mockServices.urlReader.mock({ readUrl }),
  });
}

jest.setTimeout(60_000);

describe('what is wrong in a catalog-info file', () => {
  const directory = createMockDirectory();

  it('is told by a catalog with line and column, in a file of several documents', async () => {
    directory.setContent({ 'catalog-info.yaml': text });
    const { errors } = await runCatalog(
      [directory.resolve('catalog-info.yaml')],
      [productOpsModule],
    );
    expect(errors.get('product:default/checkout')).toEqual([
      expect.stringMatching(/; caused by InputError: /),
    ]);
    expect(errors.get('product:default/checkout')?.[0]).toContain(
      checkoutErrors,
    );
    expect(errors.get('product:shop/checkout')?.[0]).toContain(shopErrors);
    expect(JSON.stringify([...errors])).not.toContain(directory.path);
  });

  it('is told for what came from a URL, and what did not change is not sent again', async () => {
    let current = text;
    const readUrl = readerOf(() => current);
    const processor = processorWith(readUrl);
    const [checkout, shop] = productsAt(
      'url:https://example.com/larkfield/tree/main/catalog-info.yaml?at=main',
    );

    expect(await messageOf(processor, checkout)).toBe(checkoutErrors);
    expect(await messageOf(processor, shop)).toBe(shopErrors);
    expect(readUrl.mock.calls.map(([, options]) => options?.etag)).toEqual([
      undefined,
      text,
    ]);

    current = `# A new first line.\n${text}`;
    expect(await messageOf(processor, shop)).toBe(
      shopErrors.replace(':24:', ':25:'),
    );
    await Promise.all([checkout, shop].map(one => messageOf(processor, one)));
    expect(readUrl).toHaveBeenCalledTimes(4);
  });

  it('is told with the name of the file where a host has it in the query', async () => {
    const [, shop] = productsAt(
      'url:https://example.com/_git/shop?path=/a%20b/catalog-info.yaml&version=main',
    );
    const processor = processorWith(readerOf(() => text));
    expect(await messageOf(processor, shop)).toBe(shopErrors);
  });

  it.each<[string, string, () => string]>([
    ['is gone', 'url:https://example.com/x.yaml', () => fail()],
    ['is too large', 'url:https://example.com/x.yaml', () => large],
    ['no longer has it', 'url:https://example.com/x.yaml', () => 'a: checkout'],
    ['is no YAML', 'url:https://example.com/x.yaml', () => '{ checkout'],
    ['is a folder', 'file:/', () => text],
    ['is not on the disk', 'file:/no/such/file.yaml', () => text],
    ['is of another type', 'ldap:cn=checkout', () => text],
    ['is nowhere', 'nonsense', () => text],
  ])('is told without a place where the text %s', async (_, location, read) => {
    const [, shop] = productsAt(location);
    const processor = processorWith(readerOf(read));
    expect(await messageOf(processor, shop)).toBe(
      'product:shop/checkout has 1 error:\n  - spec.tier: got 9; expected a whole number from 1 to 4',
    );
  });

  it('does not ask again at once a host that failed', async () => {
    const readUrl = readerOf(fail);
    const processor = processorWith(readUrl);
    const products = productsAt('url:https://example.com/x.yaml');
    await messageOf(processor, products[0]);
    await messageOf(processor, products[1]);
    expect(readUrl).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a host that never answers', async () => {
    jest.useFakeTimers();
    try {
      const [, shop] = productsAt('url:https://example.com/x.yaml');
      const processor = processorWith(() => new Promise(() => {}));
      const message = messageOf(processor, shop);
      await jest.advanceTimersByTimeAsync(10_000);
      expect(await message).toContain('\n  - spec.tier: got 9');
    } finally {
      jest.useRealTimers();
    }
  });
});
