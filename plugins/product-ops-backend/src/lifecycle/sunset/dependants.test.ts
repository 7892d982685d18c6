import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntitySunset,
  LifecycleEvent,
  SunsetDependantView,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/entity';
import { startStages, type Stages } from '../__testUtils__/startStages';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const year = new Date().getUTCFullYear() + 1;
const endOfLife = `${year}-06-30`;
const day = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const of = (
  kind: string,
  name: string,
  relations: Array<[string, string]> = [],
  spec: object = {},
): Entity =>
  entity(kind, name, {
    spec: { owner: 'group:payments', lifecycle: 'live', ...spec },
    relations,
  });
const owned = (name: string, owner: string, dependsOn: string) =>
  of('Component', name, [['dependsOn', dependsOn]], {
    owner: `group:${owner}`,
  });

/** A product with a system with a component with an API, on which two depend. */
const whole = (consumers: string[]): Entity[] => [
  of('Product', 'shopping', [['hasPart', 'system:default/till']], {
    lifecycle: 'sunset',
  }),
  of('System', 'till', [['hasPart', 'component:default/basket']]),
  of('Component', 'basket', [
    ['providesApi', 'api:default/baskets'],
    ['dependencyOf', 'component:default/mail'],
    // What is a part is retired with it.
    ['dependencyOf', 'system:default/till'],
  ]),
  of(
    'API',
    'baskets',
    consumers.map((name): [string, string] => [
      'apiConsumedBy',
      `component:default/${name}`,
    ]),
  ),
  owned('mail', 'sre', 'component:default/basket'),
  ...consumers.map(name =>
    of('Component', name, [['consumesApi', 'api:default/baskets']]),
  ),
];
/** A login that many depend on. */
const login = (names: string[], spec: object = {}): Entity[] => [
  of(
    'Component',
    'login',
    names.map((name): [string, string] => [
      'dependencyOf',
      `component:default/${name}`,
    ]),
    spec,
  ),
  ...names.map(name => owned(name, 'shop', 'component:default/login')),
];

describe.each(databases.eachSupportedId())(
  'what depends on something on %p',
  databaseId => {
    let stages: Stages;
    let knex: Knex;

    const start = async (entities: Entity[]) => {
      knex = await databases.init(databaseId);
      stages = await startStages({ knex, entities });
      await stages.look();
    };
    afterEach(() => stages.portal.stop());

    const sunset = (ref: string) =>
      `/entities/${ref.replace(':', '/default/')}/sunset`;
    const retire = async (ref: string, body: object = {}) => {
      const plan = await stages.post('jo', sunset(ref), {
        version: 0,
        endOfLife,
        ...body,
      });
      expect(plan.status).toBe(200);
      return plan.body;
    };
    const say = (id: string, body: object) =>
      stages.post('ann', `/lifecycle/sunsets/${id}/dependants`, {
        entity: 'component:shop',
        version: 1,
        answer: 'acknowledged',
        ...body,
      });
    const dependants = async (id: string): Promise<SunsetDependantView[]> =>
      (await stages.get('jo', `/lifecycle/sunsets/${id}/dependants`)).items;
    const events = async (ref: string): Promise<LifecycleEvent[]> =>
      (
        await stages.get(
          'jo',
          `/entities/${ref.replace(':', '/default/')}/lifecycle/history`,
        )
      ).items;

    it('depends on its parts, on their parts, and on the APIs that these provide: for plan and gate alike', async () => {
      await start(whole(['app']));
      const gate = async () => {
        const { next } = await stages.get(
          'jo',
          '/entities/product/default/shopping/lifecycle',
        );
        const [retired] = next.filter(
          ({ stage }: { stage: string }) => stage === 'retired',
        );
        return retired.checks[0];
      };
      expect(await gate()).toMatchObject({
        id: 'no-dependents',
        outcome: 'failed',
        evidence: '2 entities depend on it, 2 by its parts or APIs.',
      });
      const plan = await retire('product:shopping');
      expect(await dependants(plan.id)).toMatchObject([
        { entity: { name: 'app' }, via: { name: 'baskets' } },
        { entity: { name: 'mail' }, via: { name: 'basket' } },
      ]);
      const ofPart = await retire('component:basket');
      expect(
        (await dependants(ofPart.id)).map(({ entity: { name } }) => name),
      ).toEqual(['app', 'mail', 'till']);

      // Only the API has changed, two levels down and aside.
      await stages.inCatalog(...whole([]), of('Component', 'app'));
      expect(await gate()).toMatchObject({
        evidence: '1 entity depends on it, 1 by its parts or APIs.',
      });
    });

    it('is found whole where it is more than one answer of the directory holds', async () => {
      const names = Array.from({ length: 1010 }, (_, index) => `user-${index}`);
      await start(login(names));
      const plan = await retire('component:login');
      expect(plan.counts).toMatchObject({ total: 1010, late: 0 });
      // None of those behind the first thousand is taken for gone, or for new.
      await stages.inCatalog(...login(['a-first', ...names]));
      const { plan: now }: EntitySunset = await stages.get(
        'jo',
        sunset('component:login'),
      );
      expect(now?.counts).toMatchObject({ total: 1011, late: 1, gone: 0 });
    });

    it('is answered for by a day to come, which stays when the answer changes, until the plan ends', async () => {
      await start(login(['shop']));
      const { id } = await retire('component:login');
      const past = await say(id, { dueOn: day(-2) });
      expect(past.status).toBe(400);
      expect(past.body.error.message).toContain('which is past');
      for (const dueOn of ['2027-W01', '2027-02-30', '20270101']) {
        expect((await say(id, { dueOn })).status).toBe(400);
      }
      const dueOn = day(20);
      expect((await say(id, { dueOn })).status).toBe(200);
      const objection = await say(id, {
        version: 2,
        answer: 'objected',
        note: 'It cannot before spring',
      });
      expect(objection.body).toMatchObject({ state: 'objected', dueOn });

      const answered = (ref: string) => async () =>
        (await events(ref)).filter(({ event }) => event === 'sunset-answered');
      expect(await answered('component:login')()).toMatchObject([
        {
          said: 'objected',
          about: { name: 'shop' },
          by: { name: 'ann' },
          text: 'It cannot before spring',
        },
        { said: 'acknowledged', about: { name: 'shop' }, until: dueOn },
      ]);
      expect(await answered('component:shop')()).toMatchObject([
        { said: 'objected', about: { name: 'login' } },
        { said: 'acknowledged' },
      ]);
      // Who may not read the dependant is not told what its owner said.
      stages.reading.asCatalogSays = true;
      stages.portal.inCatalog(of('Component', 'login'));
      expect(await answered('component:login')()).toEqual([]);
      stages.reading.asCatalogSays = false;

      const [ended, late] = await Promise.all([
        stages.post('jo', `/lifecycle/sunsets/${id}/end`, {
          version: 1,
          reason: 'Given up',
        }),
        say(id, { version: 3, answer: 'moved' }),
      ]);
      expect(ended.status).toBe(200);
      expect([200, 409]).toContain(late.status);
      const after = await say(id, { version: 4, answer: 'acknowledged' });
      expect(after.status).toBe(409);
      expect(after.body.error.message).toContain('has ended');
      expect(after.body.error.current.mayAnswer).toBe(false);
    });

    it('is told by its name alone, and answers for what it may not read', async () => {
      await start(login(['shop']));
      const secret = 'The vendor is bankrupt';
      const { id } = await retire('component:login', { message: secret });
      stages.reading.asCatalogSays = true;
      stages.portal.inCatalog(of('Component', 'shop', [], {}));
      const page: EntitySunset = await stages.get(
        'ann',
        sunset('component:shop'),
      );
      expect(page.dependsOn).toMatchObject([
        {
          entity: { name: 'login', known: false },
          plan: { id, endOfLife },
          dependant: { mayAnswer: true },
        },
      ]);
      expect(page.dependsOn[0].plan).not.toHaveProperty('message');
      expect((await say(id, { note: 'Our merger' })).status).toBe(200);
      expect(
        (
          await stages.post('lee', `/lifecycle/sunsets/${id}/dependants`, {
            entity: 'component:shop',
            version: 2,
            answer: 'moved',
          })
        ).status,
      ).toBe(404);
      const told = JSON.stringify(stages.told());
      expect(told).toContain('login is retired on');
      expect(told).toContain('shop: acknowledged');
      expect(told).not.toContain(secret);
      expect(told).not.toContain('Our merger');
    });

    it('says what to use instead of what is in sunset, though nobody has planned its end', async () => {
      await start([
        of('Product', 'till', [['dependencyOf', 'component:default/shop']], {
          lifecycle: 'sunset',
          successor: 'product:register',
        }),
        of('Product', 'register'),
        owned('shop', 'shop', 'product:default/till'),
      ]);
      const own: EntitySunset = await stages.get('jo', sunset('product:till'));
      expect(own).toMatchObject({
        leaving: {
          stage: { stage: 'sunset' },
          successor: { name: 'register' },
        },
      });
      const page: EntitySunset = await stages.get(
        'ann',
        sunset('component:shop'),
      );
      expect(page).toMatchObject({
        dependsOn: [
          { entity: { name: 'till' }, successor: { name: 'register' } },
        ],
      });
      await retire('product:till');
      expect(await stages.get('jo', sunset('product:till'))).not.toHaveProperty(
        'leaving',
      );
    });

    it('is in no list when what is retired has left the catalog, whose plan ends when it stays away', async () => {
      await start(login(['shop']));
      await retire('component:login');
      const listed = async () =>
        (await stages.get('jo', '/lifecycle/sunsets')).totalItems;
      expect(await listed()).toBe(1);
      await stages.inCatalog(of('Component', 'shop'));
      expect(await listed()).toBe(0);
      await stages.inCatalog(...login(['shop']));
      expect(await listed()).toBe(1);

      await stages.inCatalog(of('Component', 'shop'));
      await knex('sunset_plans').update({
        left_at: new Date(Date.now() - 31 * 86_400_000),
      });
      await stages.look();
      await stages.inCatalog(...login(['shop']));
      expect(await listed()).toBe(0);
      const { items } = await stages.get(
        'jo',
        '/lifecycle/sunsets?state=ended',
      );
      expect(items).toMatchObject([{ endReason: 'It has left the catalog' }]);
      expect(items[0]).not.toHaveProperty('endedBy');
      expect(await events('component:login')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ event: 'sunset-ended' }),
        ]),
      );
    });
  },
);
