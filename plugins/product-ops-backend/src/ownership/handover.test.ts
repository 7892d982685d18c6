import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ownershipTransferPermission,
  type EntityOwnership,
  type OwnershipHistoryPage,
  type TransferPage,
  type VerificationPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { entity } from '../__testUtils__/entity';
import {
  type Portal,
  startPortal,
} from '../documents/__testUtils__/startPortal';
import { TransferStore } from './TransferStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY_MS = 24 * 60 * 60 * 1000;
const people: Record<string, string[]> = {
  'user:default/jo': ['group:default/payments'],
  'user:default/lee': ['group:default/commerce'],
  'user:default/kim': ['group:default/search'],
};
const organisation = [
  ...['commerce', 'payments', 'search'].map(name => entity('Group', name)),
  ...Object.keys(people).map(ref => entity('User', ref.split('/')[1])),
  entity('Component', 'lamp', { spec: { owner: 'payments' } }),
  entity('Component', 'stray'),
];
const owned = (owner: string) => [
  ...organisation,
  entity('Component', 'cart', { spec: { owner } }),
];

describe.each(databases.eachSupportedId())(
  'handing over while others do something else on %p',
  databaseId => {
    let portal: Portal;
    let knex: Knex;
    const authorize = jest.fn();
    const success = jest.fn();
    const auditor = mockServices.auditor.mock();

    beforeEach(async () => {
      authorize.mockImplementation(async (requests: unknown[]) =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      );
      success.mockClear();
      auditor.createEvent.mockResolvedValue({ success, fail: jest.fn() });
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        entities: owned('payments'),
        features: [
          auditor.factory,
          mockServices.permissions.mock({
            authorize,
            authorizeConditional: authorize,
          }).factory,
          mockServices.userInfo.mock({
            getUserInfo: async credentials => {
              const { userEntityRef } = (
                credentials as ReturnType<typeof mockCredentials.user>
              ).principal;
              return {
                userEntityRef,
                ownershipEntityRefs: [
                  userEntityRef,
                  ...(people[userEntityRef] ?? []),
                ],
              };
            },
          }).factory,
        ],
      });
      await look();
    });
    afterEach(() => portal.stop());

    async function look() {
      await portal.refresh();
      await portal.run('ownership-record');
    }
    async function moveTo(owner: string) {
      portal.inCatalog(...owned(owner));
      await look();
    }
    const verify = (answer: object, user?: string) =>
      portal.post(
        '/ownership/verifications',
        {
          answers: [
            {
              entity: 'component:cart',
              version: 1,
              answer: 'confirmed',
              ...answer,
            },
          ],
        },
        user,
      );
    const propose = (to: string, more: object = {}, user?: string) =>
      portal.post(
        '/ownership/transfers',
        { entity: 'component:cart', to, reason: 'They build it', ...more },
        user,
      );
    const decide = (id: string, decision: string, user = 'user:default/kim') =>
      portal.post(
        `/ownership/transfers/${id}/decision`,
        { version: 1, decision },
        user,
      );
    const transfers = async (): Promise<TransferPage> =>
      (await portal.get('/ownership/transfers')).body;
    const history = async (query = ''): Promise<OwnershipHistoryPage> =>
      (
        await portal.get(
          `/entities/component/default/cart/ownership/history?${query}`,
        )
      ).body;
    const cartRow = () =>
      knex('ownership_owners')
        .where({ entity_ref: 'component:default/cart' })
        .first();
    const statuses = (answers: Array<{ status: number }>) =>
      answers.map(({ status }) => status).sort();

    it('keeps all that is known of an entity that goes and comes back', async () => {
      await verify({});
      const before = await cartRow();
      await propose('search');
      const gaps = () =>
        knex('ownership_gaps')
          .where({ entity_ref: 'component:default/stray' })
          .select('id', 'opened_at', 'closed_at');
      const gapsBefore = await gaps();

      portal.inCatalog(
        ...organisation.filter(({ metadata }) => metadata.name !== 'stray'),
      );
      await look();
      await look();
      const { counts }: VerificationPage = (
        await portal.get('/ownership/verifications')
      ).body;
      expect(counts).toEqual({ overdue: 0, due: 0, upcoming: 1 });
      expect((await gaps())[0].closed_at).not.toBeNull();

      await moveTo('payments');
      expect(await cartRow()).toEqual(before);
      expect(await gaps()).toEqual(gapsBefore);
      expect((await transfers()).items).toMatchObject([{ state: 'proposed' }]);
      expect((await history()).items.map(({ event }) => event)).toEqual([
        'proposed',
        'confirmed',
        'first-seen',
      ]);
      // The page that was open all the while may be answered, a version that was seen before the answer may not.
      expect((await verify({ version: 1 })).status).toBe(409);
      expect((await verify({ version: 2 })).status).toBe(200);
    });

    it('lets go of what stays away', async () => {
      await propose('search');
      portal.inCatalog(...organisation);
      await look();
      await knex('ownership_owners')
        .whereNotNull('gone_at')
        .update({ gone_at: new Date(Date.now() - 8 * DAY_MS) });
      await look();
      expect(await cartRow()).toBeUndefined();
      expect(
        await knex('ownership_transfers').select('state', 'open_entity'),
      ).toEqual([{ state: 'superseded', open_entity: null }]);
    });

    it('takes a directory that is being filled for no news', async () => {
      await propose('search');
      await knex('directory_state').update({ refreshed_at: null });
      await knex('directory_entities')
        .where({ entity_ref: 'component:default/cart' })
        .delete();
      await knex('directory_state').increment('version', 1);
      await portal.run('ownership-record');
      expect(await cartRow()).toMatchObject({ gone_at: null, version: 1 });
    });

    it('tells whoever answers late that the entity has moved', async () => {
      await moveTo('search');
      const late = await verify({});
      expect(late.status).toBe(409);
      expect(late.body.error.current).toMatchObject({
        version: 2,
        owner: { ref: 'group:default/search' },
        mayAnswer: false,
      });
      expect((await verify({ version: 2 })).status).toBe(403);
      expect(await knex('ownership_verifications')).toEqual([]);
    });

    it('opens no transfer for whoever may verify but not propose', async () => {
      authorize.mockImplementation(
        async (requests: Array<{ permission: { name: string } }>) =>
          requests.map(({ permission }) => ({
            result:
              permission.name === ownershipTransferPermission.name
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      );
      const wrong = { answer: 'wrong', reason: 'Search builds it' };
      expect((await verify({ ...wrong, to: 'search' })).status).toBe(403);
      expect(await knex('ownership_verifications')).toEqual([]);
      expect((await transfers()).items).toEqual([]);
      expect((await verify(wrong)).status).toBe(200);
      const tab: EntityOwnership = (
        await portal.get('/entities/component/default/cart/ownership')
      ).body;
      expect(tab.mayPropose).toBe(false);
    });

    it('says so where something is called wrong that is to go elsewhere already', async () => {
      const { body: open } = await propose('search');
      const wrong = { answer: 'wrong', reason: 'It is not ours' };
      const elsewhere = await verify({ ...wrong, to: 'commerce' });
      expect(elsewhere.body.results).toMatchObject([
        {
          outcome: 'recorded',
          opened: false,
          transfer: { id: open.id, to: { ref: 'group:default/search' } },
          message: expect.stringContaining('to go to search already'),
        },
      ]);
      const there = await verify({ ...wrong, version: 2, to: 'search' });
      expect(there.body.results[0]).toMatchObject({ opened: false });
      expect(there.body.results[0].message).toBeUndefined();
      expect((await transfers()).totalItems).toBe(1);
    });

    it('keeps what it can of many answers, and says which it could not', async () => {
      await propose('search');
      // The open transfer ends whenever somebody looks for it, and another is there at once.
      const findOpen = jest
        .spyOn(TransferStore.prototype, 'findOpen')
        .mockResolvedValue(undefined);
      const wrong = { version: 1, answer: 'wrong', reason: 'Not ours' };
      const answers = [
        { ...wrong, entity: 'component:cart', to: 'search' },
        { entity: 'component:lamp', version: 1, answer: 'confirmed' },
      ];
      const both = await portal.post('/ownership/verifications', { answers });
      const alone = await portal.post('/ownership/verifications', {
        answers: answers.slice(0, 1),
      });
      findOpen.mockRestore();
      expect(
        both.body.results.map(({ outcome }: { outcome: string }) => outcome),
      ).toEqual(['failed', 'recorded']);
      expect(alone.status).toBe(409);
      expect(await cartRow()).toMatchObject({ version: 1, answer: null });

      jest
        .spyOn(TransferStore.prototype, 'findOpen')
        .mockResolvedValueOnce(undefined);
      const again = await portal.post('/ownership/verifications', {
        answers: answers.slice(0, 1),
      });
      expect(again.body.results).toMatchObject([
        { outcome: 'recorded', opened: false },
      ]);
    });

    it('lets nobody take alone what others answer for', async () => {
      const { body } = await propose('search', {}, 'user:default/kim');
      expect((await transfers()).items).toMatchObject([{ mayDecide: false }]);
      const alone = await decide(body.id, 'accept', 'user:default/kim');
      expect(alone.status).toBe(403);
      expect((await transfers()).items).toMatchObject([{ state: 'proposed' }]);
    });

    it('has one of two decisions, and one of two proposals of the same moment', async () => {
      const proposals = await Promise.all([
        propose('search'),
        propose('commerce', {}, 'user:default/lee'),
      ]);
      expect(statuses(proposals)).toEqual([200, 409]);
      const [open] = (await transfers()).items;
      expect(
        proposals.find(({ status }) => status === 409)!.body.error.current.id,
      ).toBe(open.id);
      await decide(open.id, 'withdraw', open.proposedBy.ref);

      const { body } = await propose('search');
      const decisions = await Promise.all([
        decide(body.id, 'accept'),
        decide(body.id, 'decline'),
      ]);
      expect(statuses(decisions)).toEqual([200, 409]);
      const decided = decisions.find(({ status }) => status === 200)!.body;
      expect(
        decisions.find(({ status }) => status === 409)!.body.error.current
          .state,
      ).toBe(decided.state);
    });

    it('has an answer and a decision before or after a change of the catalog, never half', async () => {
      const { body } = await propose('search');
      portal.inCatalog(...owned('search'));
      await portal.refresh();
      const [answer, decision] = await Promise.all([
        verify({}),
        decide(body.id, 'accept'),
        portal.run('ownership-record'),
        portal.run('ownership-record'),
      ]);
      await portal.run('ownership-record');
      expect([200, 403, 409]).toContain(answer.status);
      expect([200, 409]).toContain(decision.status);
      expect(await cartRow()).toMatchObject({
        owner_ref: 'group:default/search',
        answer: null,
      });
      const [{ state }] = (await transfers()).items;
      const accepted = decision.status === 200;
      expect(state).toBe(accepted ? 'completed' : 'superseded');
      const changes = (await history()).items.filter(
        ({ event }) => event === 'catalog' || event === 'transfer',
      );
      expect(changes).toHaveLength(1);
    });

    it('proposes nothing in view of an owner that is the owner no more', async () => {
      await moveTo('commerce');
      const late = await propose('search', { from: 'group:default/payments' });
      expect(late.status).toBe(409);
      expect(late.body.error.current).toEqual({
        entity: expect.objectContaining({ name: 'cart' }),
        owner: expect.objectContaining({ ref: 'group:default/commerce' }),
      });
      expect((await propose('search', { from: '' })).status).toBe(409);
      expect((await propose('search', { from: 'commerce' })).status).toBe(200);
    });

    it('records an owner whom nobody accepted as a change of the catalog', async () => {
      await propose('search');
      await moveTo('search');
      expect((await transfers()).items).toMatchObject([
        { state: 'superseded', to: { name: 'search' } },
      ]);
      expect((await history()).items.map(({ event }) => event)).toEqual([
        'catalog',
        'superseded',
        'proposed',
        'first-seen',
      ]);
    });

    it('tells all that became of an entity, page by page, and the auditor what became of each write', async () => {
      await verify({ answer: 'wrong', reason: 'They left', to: 'search' });
      const [{ id }] = (await transfers()).items;
      await decide(id, 'accept');
      await moveTo('search');
      const first = await history('limit=3');
      expect(first.totalItems).toBe(5);
      const second = await history(
        `limit=3&cursor=${first.pageInfo.nextCursor}`,
      );
      expect(
        [...first.items, ...second.items].map(({ event, by, text, to }) => [
          event,
          by?.name,
          text,
          to?.name,
        ]),
      ).toEqual([
        ['transfer', undefined, undefined, 'search'],
        ['accepted', 'kim', undefined, 'search'],
        ['proposed', 'jo', 'They left', 'search'],
        ['wrong', 'jo', 'They left', undefined],
        ['first-seen', undefined, undefined, 'payments'],
      ]);
      expect(success.mock.calls).toEqual([
        [
          {
            meta: {
              results: [
                {
                  entity: 'component:default/cart',
                  outcome: 'recorded',
                  transfer: id,
                },
              ],
            },
          },
        ],
        [
          {
            meta: {
              id,
              entity: 'component:default/cart',
              from: 'group:default/payments',
              to: 'group:default/search',
              state: 'accepted',
            },
          },
        ],
      ]);
      for (const [path, status] of [
        ['component/default/nothing/ownership/history', 404],
        ['component/default/cart/ownership/history?cursor=abc', 400],
      ] as const) {
        const answer = await portal.get(`/entities/${path}`);
        expect([path, answer.status]).toEqual([path, status]);
      }
    });

    it('asks nobody to verify what nobody owns', async () => {
      const { items }: VerificationPage = (
        await portal.get('/ownership/verifications?state=upcoming')
      ).body;
      expect(items.map(item => item.entity.name)).toEqual(['cart', 'lamp']);
      const stray = await verify({ entity: 'component:stray' });
      expect(stray.status).toBe(404);
      expect(stray.body.error.message).toContain('that has an owner');
    });
  },
);
