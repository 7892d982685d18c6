import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  EntityOwnership,
  OwnershipGraph,
  PersonOwnership,
  Transfer,
  TransferPage,
  VerificationPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { entity } from '../__testUtils__/entity';
import {
  type Portal,
  startPortal,
} from '../documents/__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const inGit = (name: string, owner: string) =>
  entity('Component', name, {
    spec: { owner },
    annotations: {
      'backstage.io/managed-by-location': `url:https://git.example.com/${name}/catalog-info.yaml`,
      'backstage.io/edit-url': `https://git.example.com/${name}/edit`,
    },
  });
const cart = (owner: string) => inGit('cart', owner);
const people: Record<string, string[]> = {
  'user:default/jo': ['group:default/payments'],
  'user:default/lee': ['group:default/commerce'],
  'user:default/kim': ['group:default/search'],
};
const organisation = [
  entity('Group', 'commerce', {
    relations: [['parentOf', 'group:default/payments']],
  }),
  entity('Group', 'payments'),
  entity('Group', 'search'),
  ...Object.keys(people).map(ref => entity('User', ref.split('/')[1])),
  cart('payments'),
  inGit('lamp', 'payments'),
  inGit('finder', 'search'),
];
const withCart = (owner: string) => [
  ...organisation.filter(({ metadata }) => metadata.name !== 'cart'),
  cart(owner),
];

describe.each(databases.eachSupportedId())(
  'answering for what one owns on %p',
  databaseId => {
    let portal: Portal;
    let knex: Knex;
    const authorize = jest.fn();
    const mayRead = jest.fn();
    const auditor = mockServices.auditor.mock();

    beforeEach(async () => {
      authorize.mockImplementation(async (requests: unknown[]) =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      );
      mayRead.mockReturnValue({ result: AuthorizeResult.ALLOW });
      const event = { success: jest.fn(), fail: jest.fn() };
      auditor.createEvent.mockResolvedValue(event);
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        entities: organisation,
        features: [
          auditor.factory,
          mockServices.permissions.mock({
            authorize,
            authorizeConditional: requests =>
              Promise.all(
                requests.map(async request =>
                  request.permission.name === 'catalog.entity.read'
                    ? mayRead()
                    : (
                        await authorize([request])
                      )[0],
                ),
              ),
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
      await portal.refresh();
      await portal.run('ownership-record');
    });
    afterEach(() => portal.stop());

    async function verifications(
      query: string,
      user = 'user:default/jo',
    ): Promise<VerificationPage> {
      const { status, body } = await portal
        .get(`/ownership/verifications?${query}`)
        .set('authorization', mockCredentials.user.header(user));
      expect(status).toBe(200);
      return body;
    }
    const transfers = async (query = ''): Promise<TransferPage> =>
      (await portal.get(`/ownership/transfers?${query}`)).body;
    const verify = (answers: object[], user?: string) =>
      portal.post('/ownership/verifications', { answers }, user);
    const propose = (to: string, user?: string) =>
      portal.post(
        '/ownership/transfers',
        { entity: 'component:cart', to, reason: 'They build it' },
        user,
      );
    /** It was seen so many days ago that it is due since then. */
    const dueSince = (days: number) =>
      knex('ownership_owners')
        .where('entity_ref', 'component:default/cart')
        .update({
          due_at: new Date(Date.now() - days * 24 * 60 * 60 * 1000)
            .toISOString()
            .slice(0, 10),
        });

    it('asks when it is due, and is told one by one or many at once', async () => {
      expect((await verifications('')).counts).toEqual({
        overdue: 0,
        due: 0,
        upcoming: 3,
      });
      await dueSince(3);
      const due = await verifications('mine=true');
      expect(due.items).toMatchObject([
        { entity: { name: 'cart' }, state: 'due', version: 1, mayAnswer: true },
      ]);
      await dueSince(30);
      expect((await verifications('')).items[0].state).toBe('overdue');
      // Somebody of the team above answers for it too, somebody of another team does not.
      expect(
        (await verifications('', 'user:default/lee')).items[0].mayAnswer,
      ).toBe(true);
      expect(
        (await verifications('mine=true', 'user:default/kim')).items,
      ).toEqual([]);

      const answered = await verify([
        { entity: 'component:cart', version: 1, answer: 'confirmed' },
        { entity: 'component:lamp', version: 9, answer: 'confirmed' },
        { entity: 'component:finder', version: 1, answer: 'confirmed' },
        { entity: 'component:nothing', version: 1, answer: 'confirmed' },
      ]);
      expect(
        answered.body.results.map(
          ({ outcome }: { outcome: string }) => outcome,
        ),
      ).toEqual(['recorded', 'conflict', 'forbidden', 'not-found']);
      expect(answered.body.results[1].current).toMatchObject({ version: 1 });
      expect((await verifications('')).items).toEqual([]);
      expect(
        (await verifications('entity=component:cart&state=upcoming')).items,
      ).toMatchObject([
        {
          version: 2,
          last: { answer: 'confirmed', by: { ref: 'user:default/jo' } },
        },
      ]);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'ownership-verify' }),
      );
    });

    it('colours the organisation by what is due, through sub-teams, and knows an answer at once', async () => {
      await dueSince(3);
      await knex('ownership_owners')
        .where('entity_ref', 'component:default/lamp')
        .update({ due_at: '2020-01-01' });
      const graph = async (query = ''): Promise<OwnershipGraph> =>
        (await portal.get(`/ownership/graph?lens=verification&depth=4${query}`))
          .body;
      const shares = ({ nodes }: OwnershipGraph, title: string) =>
        nodes
          .find(node => node.title === title)
          ?.distribution.map(share => [share.title, share.count]);
      const before = await graph();
      expect(before.totals).toMatchObject({
        verificationsDue: 1,
        verificationsOverdue: 1,
      });
      expect(shares(before, 'Organisation')).toEqual([
        ['Overdue', 1],
        ['Due', 1],
        ['Up to date', 1],
      ]);
      expect(shares(before, 'commerce')).toEqual([
        ['Overdue', 1],
        ['Due', 1],
      ]);
      expect(shares(before, 'cart')).toEqual([['Due', 1]]);
      expect(shares(before, 'search')).toEqual([['Up to date', 1]]);
      // The header counts what is shown, by whatever lens it is looked at.
      expect(
        (await portal.get('/ownership/graph?root=group:search&lens=stage')).body
          .totals,
      ).toMatchObject({ verificationsDue: 0, verificationsOverdue: 0 });

      await verify([
        { entity: 'component:cart', version: 1, answer: 'confirmed' },
        { entity: 'component:lamp', version: 1, answer: 'confirmed' },
      ]);
      const after = await graph();
      expect(shares(after, 'commerce')).toEqual([['Up to date', 2]]);
      expect(after.totals).toMatchObject({
        verificationsDue: 0,
        verificationsOverdue: 0,
      });
      // Called wrong, it is due at once; with another owner, it is not.
      await verify([
        {
          entity: 'component:cart',
          version: 2,
          answer: 'wrong',
          reason: 'Search builds it',
        },
      ]);
      expect(shares(await graph(), 'cart')).toEqual([['Due', 1]]);
      portal.inCatalog(...withCart('search'));
      await portal.refresh();
      await portal.run('ownership-record');
      expect(shares(await graph(), 'cart')).toEqual([['Up to date', 1]]);
    });

    it('says what a person answers for, and how, and what is due from the person', async () => {
      portal.inCatalog(
        ...organisation.filter(
          ({ metadata }) => !['payments', 'lamp'].includes(metadata.name),
        ),
        entity('Group', 'payments', {
          relations: [['hasMember', 'user:default/jo']],
        }),
        {
          ...inGit('lamp', 'user:jo'),
          spec: { owner: 'user:jo', tier: 1 },
        },
        entity('Product', 'shop', {
          spec: { owner: 'search' },
          relations: [
            ['technicallyLedBy', 'user:default/jo'],
            ['operatedBy', 'group:default/payments'],
          ],
        }),
        entity('Product', 'other', { spec: { owner: 'search' } }),
      );
      await portal.refresh();
      await portal.run('ownership-record');
      await dueSince(3);
      await propose('search');
      const ask = async (query = ''): Promise<PersonOwnership> => {
        const { status, body } = await portal.get(
          `/ownership/people/default/jo?${query}`,
        );
        expect(status).toBe(200);
        return body;
      };
      const jo = await ask();
      expect(
        jo.items.map(({ entity: { name }, verification, how }) => [
          name,
          verification,
          ...how.map(way => [way.how, way.role, way.via?.name]),
        ]),
      ).toEqual([
        ['cart', 'due', ['team', undefined, 'payments']],
        ['lamp', 'upcoming', ['owner', undefined, undefined]],
        [
          'shop',
          'upcoming',
          ['role', 'techLead', undefined],
          ['role', 'operations', 'payments'],
        ],
      ]);
      expect(jo).toMatchObject({
        person: { ref: 'user:default/jo' },
        teams: {
          total: 1,
          items: [{ team: { name: 'payments' }, counts: { entities: 1 } }],
        },
        counts: { all: { entities: 3 }, owner: 1, team: 1, role: 1 },
        verifications: { due: 1, overdue: 0 },
        transfers: { total: 1, items: [{ entity: { name: 'cart' } }] },
        totalItems: 3,
      });
      const first = await ask('limit=2');
      expect(first.items).toHaveLength(2);
      const { nextCursor = '' } = first.pageInfo;
      expect(
        (await ask(`limit=2&cursor=${nextCursor}`)).items.map(
          item => item.entity.name,
        ),
      ).toEqual(['shop']);
      expect((await ask('how=role')).totalItems).toBe(1);
      expect((await ask('q=LAM')).items[0].entity.name).toBe('lamp');
      for (const [path, status] of [
        ['/ownership/people/default/nobody', 404],
        ['/ownership/people/default/payments', 404],
        ['/ownership/people/default/jo?how=luck', 400],
        ['/ownership/people/default/jo?cursor=abc', 400],
      ] as const) {
        expect([path, (await portal.get(path)).status]).toEqual([path, status]);
      }
    });

    it('counts what is due only of what the caller may see', async () => {
      await dueSince(3);
      await knex('ownership_owners')
        .where('entity_ref', 'component:default/finder')
        .update({ due_at: '2020-01-01' });
      mayRead.mockReturnValue({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'IS_ENTITY_OWNER', params: {} },
      });
      portal.inCatalog(
        ...organisation.filter(({ metadata }) => metadata.name !== 'finder'),
      );
      const { body } = await portal.get('/ownership/graph?lens=verification');
      expect(body.totals).toMatchObject({
        entities: 2,
        verificationsDue: 1,
        verificationsOverdue: 0,
      });
      expect(body.nodes[0].distribution).toEqual([
        { value: 'due', title: 'Due', count: 1 },
        { value: 'upcoming', title: 'Up to date', count: 1 },
      ]);
    });

    it('keeps the first of two answers, and shows the second person what is so now', async () => {
      const answers = [
        { entity: 'component:cart', version: 1, answer: 'confirmed' },
      ];
      const both = await Promise.all([
        verify(answers),
        verify(answers, 'user:default/lee'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { error } = both.find(({ status }) => status === 409)!.body;
      expect(error).toMatchObject({
        name: 'ConflictError',
        current: { version: 2, last: { answer: 'confirmed' } },
      });
      expect(await knex('ownership_verifications')).toHaveLength(1);
    });

    it('takes no answer that lacks a reason, a right or a person', async () => {
      const wrong = { entity: 'component:cart', version: 1, answer: 'wrong' };
      const noReason = await verify([wrong]);
      expect(noReason.status).toBe(400);
      expect(noReason.body.error.message).toContain('reason: got none');
      const nobody = await verify([{ ...wrong, reason: 'Left', to: 'nobody' }]);
      expect(nobody.body.error.message).toContain(
        'to: got group:default/nobody',
      );
      const other = await verify(
        [{ ...wrong, answer: 'confirmed' }],
        'user:default/kim',
      );
      expect(other.status).toBe(403);
      authorize.mockImplementation(async (requests: unknown[]) =>
        requests.map(() => ({ result: AuthorizeResult.DENY })),
      );
      expect((await verify([{ ...wrong, answer: 'confirmed' }])).status).toBe(
        403,
      );
      expect((await propose('search')).status).toBe(403);
      expect((await verify([])).status).toBe(400);
      expect((await verify([{ ...wrong, mood: 'bad' }])).status).toBe(400);
      expect(await knex('ownership_verifications')).toEqual([]);
      expect((await transfers()).items).toEqual([]);
    });

    it('hands over what is called wrong: proposed, accepted, complete when the catalog shows it', async () => {
      const { body } = await verify([
        {
          entity: 'component:cart',
          version: 1,
          answer: 'wrong',
          reason: 'Search builds it',
          to: 'search',
        },
      ]);
      const { transfer } = body.results[0] as { transfer: Transfer };
      expect(transfer).toMatchObject({
        state: 'proposed',
        from: { ref: 'group:default/payments' },
        to: { ref: 'group:default/search' },
        mayDecide: false,
        mayWithdraw: true,
        comesAlong: { roadmapItems: 0, runbooksDue: 0 },
        change: {
          yaml: 'spec:\n  owner: group:search',
          file: 'catalog-info.yaml',
          href: 'https://git.example.com/cart/edit',
        },
      });
      // Wrong is due at once.
      expect((await verifications('mine=true')).items).toMatchObject([
        { entity: { name: 'cart' }, last: { answer: 'wrong' } },
      ]);

      const decide = (decision: string, user: string, version = 1) =>
        portal.post(
          `/ownership/transfers/${transfer.id}/decision`,
          { version, decision },
          user,
        );
      expect((await decide('accept', 'user:default/jo')).status).toBe(403);
      const accepted = await decide('accept', 'user:default/kim');
      expect(accepted.body).toMatchObject({
        state: 'accepted',
        version: 2,
        decidedBy: { ref: 'user:default/kim' },
      });
      const again = await decide('decline', 'user:default/kim');
      expect(again.status).toBe(409);
      expect(again.body.error.current).toMatchObject({ state: 'accepted' });

      portal.inCatalog(...withCart('search'));
      await portal.refresh();
      await portal.run('ownership-record');
      const [closed] = (await transfers('entity=component:cart')).items;
      expect(closed).toMatchObject({ state: 'completed' });
      expect(closed.change).toBeUndefined();
      const ownership: EntityOwnership = (
        await portal.get('/entities/component/default/cart/ownership')
      ).body;
      expect(ownership.history.map(({ origin }) => origin)).toEqual([
        'transfer',
        'first-seen',
      ]);
      expect((await verifications('')).items).toEqual([]);
    });

    it('has one open transfer of an entity, whoever proposes what, and ends it when Git goes elsewhere', async () => {
      const first = await propose('search');
      expect(first.status).toBe(200);
      expect((await propose('search', 'user:default/lee')).body.id).toBe(
        first.body.id,
      );
      const other = await propose('commerce');
      expect(other.status).toBe(409);
      expect(other.body.error.current.id).toBe(first.body.id);
      expect((await propose('payments')).status).toBe(400);
      expect((await propose('nobody')).status).toBe(400);
      expect((await transfers('team=search&state=proposed')).totalItems).toBe(
        1,
      );
      expect((await transfers('team=search&state=accepted')).totalItems).toBe(
        0,
      );

      portal.inCatalog(...withCart('commerce'));
      await portal.refresh();
      await portal.run('ownership-record');
      expect((await transfers()).items).toMatchObject([
        { state: 'superseded' },
      ]);
      const next = await propose('search');
      expect(next.body.from.ref).toBe('group:default/commerce');
      const back = await portal.post(
        `/ownership/transfers/${next.body.id}/decision`,
        { version: 1, decision: 'withdraw', reason: 'Too early' },
      );
      expect(back.body).toMatchObject({
        state: 'withdrawn',
        decisionReason: 'Too early',
      });
    });
  },
);
