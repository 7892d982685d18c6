import { mockCredentials } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import type { VisibleFilter } from '../permissions/types';
import { OwnershipModels } from './OwnershipModels';
import type { EntityInput } from './types';

const component = (name: string): EntityInput => ({
  ref: `component:default/${name}`,
  kind: 'component',
  name,
  title: name,
  ownerRef: 'group:default/gone',
});

function directoryOf(names: string[]) {
  const entities = names.map(component);
  const state = { version: 1, visible: 'all' as VisibleFilter };
  const store = {
    listEntities: jest.fn(async (refs?: readonly string[]) =>
      entities.filter(({ ref }) => !refs || refs.includes(ref)),
    ),
    listRelations: jest.fn(async () => []),
  };
  const models = OwnershipModels.create({
    store,
    directory: { getState: async () => ({ version: state.version }) },
    visibility: { visibleFilter: async () => state.visible },
    stages: [],
    now: () => new Date('2026-11-22T08:00:00Z'),
  });
  return { state, store, models };
}

const credentials = mockCredentials.user();

describe('The models of the organisation', () => {
  it('are one for all who may read the same, made anew when the directory has changed', async () => {
    const { state, store, models } = directoryOf(['cart', 'lamp']);
    state.visible = ['component:default/cart', 'component:default/none'];
    const first = await models.forCaller(credentials);
    expect([...first.entities.keys()]).toEqual(['component:default/cart']);
    // Another list, of another caller or a moment later, with the same in it.
    state.visible = ['component:default/none', 'component:default/cart'];
    expect(await models.forCaller(credentials)).toBe(first);
    expect(store.listEntities).toHaveBeenCalledTimes(1);

    state.visible = ['component:default/lamp'];
    const other = await models.forCaller(credentials);
    expect([...other.entities.keys()]).toEqual(['component:default/lamp']);
    state.version = 2;
    expect(await models.forCaller(credentials)).not.toBe(other);
    expect(store.listEntities).toHaveBeenCalledTimes(3);
  });

  it('read nothing for a caller who may read nothing', async () => {
    const { state, store, models } = directoryOf(['cart']);
    state.visible = 'none';
    const { entities, restricted } = await models.forCaller(credentials);
    expect([entities.size, restricted]).toEqual([0, true]);
    expect(store.listEntities).not.toHaveBeenCalled();
    expect(store.listRelations).not.toHaveBeenCalled();
  });

  it('are tried again after one could not be read', async () => {
    const { state, store, models } = directoryOf(['cart']);
    state.visible = ['component:default/cart'];
    store.listEntities.mockRejectedValueOnce(new Error('The database is away'));
    await expect(models.forCaller(credentials)).rejects.toThrow('away');
    expect((await models.forCaller(credentials)).entities.size).toBe(1);
  });

  it('call an owner missing only for those who would see it', async () => {
    const { state, models } = directoryOf(['cart']);
    const gaps = async () =>
      [...(await models.forCaller(credentials)).entities.values()].flatMap(
        entity => entity.gaps,
      );
    expect(await gaps()).toEqual(['ownership/dangling-owner']);
    state.visible = ['component:default/cart'];
    expect(await gaps()).toEqual([]);
  });
});

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
  const readings: Array<ReturnType<typeof createDeferred<EntityInput[]>>> = [];
  const models = OwnershipModels.create({
    store: {
      listEntities: async () => {
        const reading = createDeferred<EntityInput[]>();
        readings.push(reading);
        return reading;
      },
      listRelations: async () => [],
    },
    directory: { getState: async () => ({ version }) },
    visibility: { visibleFilter: async () => 'all' },
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
