import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityLifecycle,
  StageBoard,
} from '@productops/backstage-plugin-product-ops-common';
import { entity } from '../../__testUtils__/entity';
import {
  product,
  startStages,
  type Stages,
} from '../__testUtils__/startStages';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A product of another team, of a type and without a stage. */
const gifts: Entity = entity('Product', 'gifts', {
  spec: { owner: 'group:shop', type: 'customer-facing' },
});

describe.each(databases.eachSupportedId())(
  'the stage board on %p',
  databaseId => {
    let stages: Stages;
    const board = (query = ''): Promise<StageBoard> =>
      stages.get('jo', `/lifecycle/board${query}`);
    /** What is in the columns that have something in them. */
    const drawn = ({ columns }: StageBoard) =>
      columns
        .filter(({ totalItems }) => totalItems > 0)
        .map(({ value, items }) => [
          value,
          ...items.map(item => item.entity.name),
        ]);

    beforeEach(async () => {
      stages = await startStages({
        knex: await databases.init(databaseId),
        entities: [
          entity('Group', 'commerce', {
            relations: [['parentOf', 'group:default/payments']],
          }),
          gifts,
          product('checkout', { lifecycle: 'live', links: true }),
          product('identity', { lifecycle: 'preview' }),
        ],
      });
      await stages.look();
    });
    afterEach(() => stages.portal.stop());

    it('says of what a stage demands something of how ready it is', async () => {
      const { columns } = await board();
      expect(columns.map(({ value }) => value)).toEqual([
        'preview',
        'live',
        'sunset',
        'retired',
        'none',
      ]);
      const [preview, live] = columns;
      expect(live.items[0]).toMatchObject({
        readiness: {
          demanded: 3,
          passed: 2,
          failed: 0,
          open: 1,
          waived: 0,
          notApplicable: 0,
        },
      });
      // Nothing is demanded of what is in preview.
      expect(preview.items[0]).not.toHaveProperty('readiness');
    });

    it('says that what was in its stage when it was seen first may be there for longer', async () => {
      const first = await board('?stage=preview');
      expect(first.columns[0].items[0]).toMatchObject({
        atLeast: true,
        days: 0,
      });
      await stages.inCatalog(
        gifts,
        product('checkout', { lifecycle: 'live', links: true }),
        product('identity', { lifecycle: 'live' }),
      );
      await stages.look();
      const { columns } = await board('?stage=live');
      const moved = columns[0].items.find(
        ({ entity: { name } }) => name === 'identity',
      );
      expect(moved).toMatchObject({ drift: true, days: 0 });
      expect(moved).not.toHaveProperty('atLeast');
    });

    it('goes by the day on which it became available, where its file declares it', async () => {
      const live = (name: string, generalAvailability: string) => {
        const made = product(name, { lifecycle: 'live' });
        return {
          ...made,
          spec: { ...made.spec, milestones: { generalAvailability } },
        };
      };
      await stages.inCatalog(
        live('veteran', '2020-02-29'),
        live('hopeful', '2999-01-01'),
        product('checkout', { lifecycle: 'live', links: true }),
      );
      await stages.look();
      const { columns } = await board('?stage=live');
      expect(columns[0].items.map(({ entity: { name } }) => name)).toEqual([
        'veteran',
        'checkout',
        'hopeful',
      ]);
      const [veteran, , hopeful] = columns[0].items;
      const since = '2020-02-29T00:00:00.000Z';
      expect(veteran).toMatchObject({ since });
      expect(veteran).not.toHaveProperty('atLeast');
      expect(hopeful).toMatchObject({ days: 0, atLeast: true });

      const lifecycleOf = (name: string): Promise<EntityLifecycle> =>
        stages.get('jo', `/entities/product/default/${name}/lifecycle`);
      const known = await lifecycleOf('veteran');
      expect(known).toMatchObject({ since });
      expect(known).not.toHaveProperty('atLeast');
      expect(known.rail[1]).toEqual({
        id: 'live',
        title: 'live',
        state: 'current',
        since,
        days: veteran.days,
      });
      const unknown = await lifecycleOf('hopeful');
      expect(unknown).toMatchObject({ since: hopeful.since, atLeast: true });
      expect(unknown.rail[1]).toMatchObject({ atLeast: true, days: 0 });
    });

    it('shows what the list of products would with the same filters', async () => {
      expect(drawn(await board())).toEqual([
        ['preview', 'identity'],
        ['live', 'checkout'],
        ['none', 'gifts'],
      ]);
      expect(drawn(await board('?type=customer-facing'))).toEqual([
        ['none', 'gifts'],
      ]);
      expect(drawn(await board('?type=none&stage=live&stage=none'))).toEqual([
        ['live', 'checkout'],
      ]);
      const above = '?owner=group:commerce';
      expect(drawn(await board(above))).toEqual([
        ['preview', 'identity'],
        ['live', 'checkout'],
      ]);
      expect(drawn(await board(`${above}&withSubteams=false`))).toEqual([]);
      expect(
        drawn(await board(`${above}&owner=group:shop&owner=none`)),
      ).toHaveLength(3);
    });
  },
);
