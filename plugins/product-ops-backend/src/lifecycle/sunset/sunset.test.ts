import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntitySunset,
  SunsetDependantPage,
  SunsetDependantView,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/entity';
import { startStages, type Stages } from '../__testUtils__/startStages';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const LOGIN = '/entities/component/default/login';
const year = new Date().getUTCFullYear() + 1;
const dates = { endOfSupport: `${year}-03-31`, endOfLife: `${year}-06-30` };

const component = (
  name: string,
  owner: string,
  relations: Array<[string, string]> = [],
): Entity =>
  entity('Component', name, {
    spec: { owner: `group:${owner}`, lifecycle: 'live' },
    relations,
  });
/** A login that some components depend on. */
const catalog = (...dependants: string[]): Entity[] => [
  component(
    'login',
    'payments',
    dependants.map((name): [string, string] => [
      'dependencyOf',
      `component:default/${name}`,
    ]),
  ),
  component('identity', 'payments'),
  ...dependants.map(name =>
    component(name, name === 'shop' ? 'shop' : 'sre', [
      ['dependsOn', 'component:default/login'],
    ]),
  ),
];

describe.each(databases.eachSupportedId())(
  'retiring something on %p',
  databaseId => {
    let stages: Stages;
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stages = await startStages({
        knex,
        entities: catalog('shop', 'forum'),
      });
      await stages.look();
    });
    afterEach(() => stages.portal.stop());

    const plan = (user: string, body: object) =>
      stages.post(user, `${LOGIN}/sunset`, body);
    const dependants = async (
      id: string,
      query = '',
    ): Promise<SunsetDependantView[]> => {
      const page: SunsetDependantPage = await stages.get(
        'jo',
        `/lifecycle/sunsets/${id}/dependants${query}`,
      );
      return page.items;
    };
    const begun = async () => {
      const { body, status } = await plan('jo', {
        version: 0,
        successor: 'component:identity',
        message: 'Sign in by Identity',
        ...dates,
      });
      expect(status).toBe(200);
      return body;
    };
    const say = (user: string, id: string, body: object) =>
      stages.post(user, `/lifecycle/sunsets/${id}/dependants`, body);

    it('finds what depends on it, asks each owner, and flags what begins to depend later', async () => {
      const first = await begun();
      expect(first).toMatchObject({
        version: 1,
        state: 'active',
        successor: { name: 'identity' },
        counts: { total: 2, open: 2, late: 0, gone: 0 },
        teams: [{ dependants: 1 }, { dependants: 1 }],
        mayEdit: true,
      });
      expect(await dependants(first.id)).toMatchObject([
        { entity: { name: 'forum' }, dueOn: dates.endOfSupport, late: false },
        { entity: { name: 'shop' }, state: 'open', mayAnswer: false },
      ]);
      expect(stages.told().map(({ to }) => to)).toEqual(
        expect.arrayContaining([['group:default/sre'], ['group:default/shop']]),
      );

      const said = await say('ann', first.id, {
        entity: 'component:shop',
        version: 1,
        answer: 'acknowledged',
        note: 'After the winter sale',
        dueOn: `${year}-02-28`,
      });
      expect(said.body).toMatchObject({
        version: 2,
        state: 'acknowledged',
        dueOn: `${year}-02-28`,
        answer: { by: { name: 'ann' }, note: 'After the winter sale' },
      });

      await stages.inCatalog(...catalog('shop', 'forum', 'game'));
      const late = await dependants(first.id, '?state=open');
      expect(late).toMatchObject([
        { entity: { name: 'forum' }, late: false },
        { entity: { name: 'game' }, late: true },
      ]);
      const page: EntitySunset = await stages.get(
        'lee',
        '/entities/component/default/game/sunset',
      );
      expect(page).toMatchObject({
        dependsOn: [
          {
            entity: { name: 'login' },
            plan: { id: first.id, successor: { name: 'identity' } },
            dependant: { late: true, state: 'open', mayAnswer: true },
          },
        ],
        mayPlan: true,
      });
      expect(page.plan).toBeUndefined();
      expect(
        (await stages.get('jo', `${LOGIN}/sunset`)).plan.counts,
      ).toMatchObject({ total: 3, acknowledged: 1, open: 2, late: 1 });
      expect(stages.told()[stages.told().length - 1]).toMatchObject({
        to: ['group:default/sre'],
        title: expect.stringContaining('game now depends on it'),
      });
    });

    it('keeps what disappears as gone, and flags what comes back', async () => {
      const { id } = await begun();
      await say('ann', id, {
        entity: 'component:shop',
        version: 1,
        answer: 'moved',
      });
      await stages.inCatalog(...catalog('forum'));
      expect(await dependants(id)).toMatchObject([
        { entity: { name: 'forum' } },
        {
          entity: { name: 'shop', known: false },
          state: 'gone',
          answer: { answer: 'moved' },
          mayAnswer: false,
        },
      ]);
      const gone = await say('ann', id, {
        entity: 'component:shop',
        version: 3,
        answer: 'objected',
        note: 'Too soon',
      });
      expect(gone.status).toBe(404);
      await stages.inCatalog(...catalog('forum', 'shop'));
      expect(await dependants(id, '?owner=group:shop')).toMatchObject([
        { entity: { name: 'shop' }, state: 'moved', late: true },
      ]);
    });

    it('takes plans and answers that make sense, from those who may, once', async () => {
      const body = { version: 0, ...dates };
      expect((await plan('ann', body)).status).toBe(403);
      const wrong = await plan('jo', {
        ...body,
        endOfSupport: `${year}-07-01`,
      });
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toContain('endOfLife: got');
      expect(
        (await plan('jo', { ...body, endOfLife: '2020-01-01' })).status,
      ).toBe(400);
      expect(
        (await plan('jo', { ...body, successor: 'component:nothing' })).status,
      ).toBe(400);
      stages.denied.add('product-ops.lifecycle.sunset');
      expect((await plan('jo', body)).status).toBe(403);
      stages.denied.clear();

      const both = await Promise.all([
        plan('jo', body),
        plan('kim', { ...body, message: 'Go' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await knex('sunset_plans')).toHaveLength(1);
      const { plan: current } = await stages.get('jo', `${LOGIN}/sunset`);
      const changed = await plan('jo', {
        ...body,
        version: 1,
        message: 'Use Identity',
      });
      expect(changed.body).toMatchObject({
        id: current.id,
        version: 2,
        changedBy: { name: 'jo' },
      });
      // The same again, with the version that was seen before, is the same.
      expect(
        (await plan('jo', { ...body, version: 1, message: 'Use Identity' }))
          .body.version,
      ).toBe(2);
      const stale = await plan('kim', { ...body, version: 1 });
      expect(stale.status).toBe(409);
      expect(stale.body.error.current).toMatchObject({ version: 2 });

      const { id } = current;
      const answer = { entity: 'component:shop', version: 1 };
      const objects = await say('ann', id, { ...answer, answer: 'objected' });
      expect(objects.status).toBe(400);
      const after = await say('ann', id, {
        ...answer,
        answer: 'acknowledged',
        dueOn: `${year + 1}-01-01`,
      });
      expect(after.status).toBe(400);
      expect(
        (await say('lee', id, { ...answer, answer: 'acknowledged' })).status,
      ).toBe(403);
      const acknowledged = { ...answer, answer: 'acknowledged' };
      expect((await say('ann', id, acknowledged)).status).toBe(200);
      expect((await say('ann', id, acknowledged)).body.version).toBe(2);
      const again = await say('ann', id, { ...answer, answer: 'moved' });
      expect(again.status).toBe(409);
      expect(again.body.error.current).toMatchObject({ state: 'acknowledged' });

      const end = (version: number) =>
        stages.post('jo', `/lifecycle/sunsets/${id}/end`, {
          version,
          reason: 'All have moved',
        });
      expect((await end(1)).status).toBe(409);
      expect((await end(2)).body).toMatchObject({
        state: 'ended',
        endReason: 'All have moved',
      });
      expect((await end(2)).body).toMatchObject({ state: 'ended' });
      expect((await stages.get('jo', `${LOGIN}/sunset`)).plan).toBeUndefined();
      expect((await stages.get('jo', '/lifecycle/sunsets')).items).toEqual([]);
      expect(
        (await stages.get('jo', '/lifecycle/sunsets?state=ended')).totalItems,
      ).toBe(1);
      const { items } = await stages.get('jo', `${LOGIN}/lifecycle/history`);
      expect(items.map(({ event }: { event: string }) => event)).toEqual([
        'sunset-ended',
        'sunset-answered',
        'sunset-changed',
        'sunset-begun',
        'stage',
      ]);
      expect(
        stages.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
      ).toEqual(
        expect.arrayContaining([
          'sunset-save',
          'sunset-acknowledge',
          'sunset-end',
        ]),
      );
    });
  },
);
