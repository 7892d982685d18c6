import type { DirectoryEntity } from '../../directory/types';
import { DeclaredLines, lineOfStage } from './DeclaredLines';

const text = `# A catalog
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: cart
spec:
  type: service
  lifecycle: preview
---
apiVersion: productops.io/v1alpha1
kind: Product
metadata: { name: cart }
spec:
  owner: payments

  lifecycle: live # since May
`;
const of = (kind: string, declaredLifecycle: string) => ({
  kind,
  namespace: 'default',
  name: 'cart',
  declaredLifecycle,
});

describe('the line that declares a stage', () => {
  it('is found among the entities of a file', () => {
    expect(lineOfStage(text, of('component', 'preview'))).toBe(8);
    expect(lineOfStage(text, of('product', 'live'))).toBe(16);
  });

  it('is not told where the file says something else, or nothing that can be read', () => {
    expect(lineOfStage(text, of('component', 'live'))).toBeUndefined();
    expect(lineOfStage(text, of('system', 'live'))).toBeUndefined();
    expect(
      lineOfStage('kind: [\nname: cart', of('product', 'live')),
    ).toBeUndefined();
    expect(lineOfStage('', of('product', 'live'))).toBeUndefined();
  });

  it('comes from the file itself, read once for a while, or not at all', async () => {
    const read = jest.fn().mockResolvedValue({
      outcome: 'read',
      files: [{ path: 'catalog-info.yaml', bytes: Buffer.from(text) }],
    });
    const lines = DeclaredLines.create({ reader: { read } });
    const entity = {
      ...of('product', 'live'),
      ref: 'product:default/cart',
      etag: '1',
      locationRef: 'url:https://git.example.com/cart/catalog-info.yaml',
    } as DirectoryEntity;
    expect(await lines.find(entity)).toBe(16);
    expect(await lines.find(entity)).toBe(16);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockResolvedValue({ outcome: 'failed' });
    expect(await lines.find({ ...entity, etag: '2' })).toBeUndefined();
  });
});
