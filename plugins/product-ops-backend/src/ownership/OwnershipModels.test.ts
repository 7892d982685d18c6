import { mockCredentials } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import type { DirectoryStore } from '../directory/types';
import { OwnershipModels } from './OwnershipModels';
import type { EntityInput } from './types';
import type { OwnershipStore } from './OwnershipStore';

const lamp = (ownerRef: string): EntityInput => ({
  ref: 'component:default/lamp',
  kind: 'component',
  name: 'lamp',
  title: 'Lamp',
  ownerRef,
});

/** A directory whose every reading of entities is answered when the test says so. */
function directory() {
  let version = 1;
  const readings: Array<
    ReturnType<typeof createDeferred<readonly EntityInput[]>>
  > = [];
  const models = OwnershipModels.create({
    store: {
      listEntities: async () => {
        const reading = createDeferred<readonly EntityInput[]>();
        readings.push(reading);
        return reading;
      },
      listRelations: async () => [],
    } as unknown as OwnershipStore,
    directory: {
      getState: async () => ({ version }),
    } as unknown as DirectoryStore,
    visibility: { visibleFilter: async () => 'all' } as never,
    stages: [],
  });
  return {
    models,
    readings,
    changes: () => {
      version += 1;
    },
  };
}

describe('the model of the organisation', () => {
  const owner = async (models: OwnershipModels) =>
    (await models.forCaller(mockCredentials.user())).entities.get(
      'component:default/lamp',
    )?.ownerRef;

  it('is not the older one of two, however long that took', async () => {
    const { models, readings, changes } = directory();
    const first = models.latest();
    await new Promise(setImmediate);
    changes();
    const second = models.latest();
    await new Promise(setImmediate);
    readings[1].resolve([lamp('group:default/new')]);
    await second;
    readings[0].resolve([lamp('group:default/old')]);
    await first;
    expect(await owner(models)).toBe('group:default/new');
  });

  it('is made again after a failure, though not because an older one failed', async () => {
    const { models, readings, changes } = directory();
    const first = models.latest();
    await new Promise(setImmediate);
    changes();
    const second = models.latest();
    await new Promise(setImmediate);
    readings[0].reject(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    readings[1].resolve([lamp('group:default/new')]);
    await second;
    expect(await owner(models)).toBe('group:default/new');
    expect(readings).toHaveLength(2);
  });
});
