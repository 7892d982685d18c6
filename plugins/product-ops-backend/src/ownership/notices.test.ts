import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { entity } from '../__testUtils__/entity';
import { eventually } from '../__testUtils__/eventually';
import {
  type Portal,
  startPortal,
} from '../documents/__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const people: Record<string, string> = {
  'user:default/jo': 'group:default/payments',
  'user:default/kim': 'group:default/search',
};
const teams = [
  entity('Group', 'payments', {
    relations: [
      ['hasMember', 'user:default/jo'],
      ['hasMember', 'user:default/lee'],
    ],
  }),
  entity('Group', 'search', {
    relations: [['hasMember', 'user:default/kim']],
  }),
  entity('Group', 'sre'),
  ...['jo', 'kim', 'lee'].map(name => entity('User', name)),
];
const cart = (owner: string) =>
  entity('Product', 'cart', {
    spec: { owner, tier: 1 },
    relations: [['operatedBy', 'group:default/sre']],
  });
const lamp = entity('Component', 'lamp', { spec: { owner: 'payments' } });
const organisation = [...teams, cart('payments'), lamp];

/** Whatever is sent to people and to pages, as the portal's services get it. */
function listening() {
  const send = jest.fn().mockResolvedValue(undefined);
  const publish = jest.fn().mockResolvedValue(undefined);
  return {
    send,
    publish,
    features: [
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish }),
      }),
    ],
    sent: () => send.mock.calls.map(([message]) => message),
  };
}

const userInfo = mockServices.userInfo.mock({
  getUserInfo: async credentials => {
    const { userEntityRef } = credentials.principal as {
      userEntityRef: string;
    };
    return {
      userEntityRef,
      ownershipEntityRefs: [
        userEntityRef,
        people[userEntityRef] ?? userEntityRef,
      ],
    };
  },
}).factory;

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000);
const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);

describe.each(databases.eachSupportedId())(
  'what people and pages are told of ownership on %p',
  databaseId => {
    let portal: Portal;
    let knex: Knex;
    let heard: ReturnType<typeof listening>;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      heard = listening();
      portal = await startPortal({
        knex,
        entities: organisation,
        features: [userInfo, ...heard.features],
      });
      await look();
    });
    afterEach(() => portal.stop());

    async function look(at = portal) {
      await at.refresh();
      await at.run('ownership-record');
    }
    async function propose(): Promise<string> {
      const { body } = await portal.post('/ownership/transfers', {
        entity: 'product:cart',
        to: 'search',
        reason: 'They build it',
      });
      return body.id;
    }
    const next = (count: number) =>
      eventually(async () => expect(heard.send).toHaveBeenCalledTimes(count));

    it('tells those whom a transfer concerns, but not who did it, at each step', async () => {
      const id = await propose();
      await next(1);
      expect(heard.sent()[0]).toEqual({
        recipients: {
          type: 'entity',
          entityRef: [
            'group:default/search',
            'group:default/payments',
            'group:default/sre',
          ],
          excludeEntityRef: 'user:default/jo',
        },
        payload: {
          title: 'jo proposes to hand cart to search',
          description: 'They build it',
          link: '/ownership?view=transfers&entity=product%3Adefault%2Fcart',
          topic: 'ownership',
          scope: `ownership-transfer-${id}`,
        },
      });
      // The same proposal again is no news.
      expect(await propose()).toBe(id);

      await portal.post(
        `/ownership/transfers/${id}/decision`,
        { version: 1, decision: 'accept' },
        'user:default/kim',
      );
      await next(2);
      expect(heard.sent()[1]).toMatchObject({
        recipients: {
          entityRef: ['user:default/jo', 'group:default/payments'],
          excludeEntityRef: 'user:default/kim',
        },
        payload: {
          title: 'The transfer of cart to search was accepted by kim',
          link: '/catalog/default/product/cart/ownership',
        },
      });

      portal.inCatalog(...teams, cart('search'), lamp);
      await look();
      await look();
      expect(heard.sent().slice(2)).toMatchObject([
        {
          recipients: {
            entityRef: ['group:default/payments', 'group:default/search'],
          },
          payload: {
            title: 'search owns cart now',
            link: '/catalog/default/product/cart/ownership',
          },
        },
      ]);
    });

    it('tells those whom a transfer concerns that the catalog did not wait for it', async () => {
      await propose();
      await next(1);
      portal.inCatalog(...teams, cart('sre'), lamp);
      await look();
      await look();
      expect(heard.sent().slice(1)).toMatchObject([
        {
          recipients: {
            entityRef: [
              'user:default/jo',
              'group:default/payments',
              'group:default/search',
              'group:default/sre',
            ],
          },
          payload: {
            title:
              'The transfer of cart to search has ended: the catalog was changed without it',
            description: 'The catalog shows another owner: sre.',
          },
        },
      ]);
    });

    it('tells owners and role holders what is called wrong of their own', async () => {
      const wrong = { version: 1, answer: 'wrong', reason: 'We left' };
      await portal.post('/ownership/verifications', {
        answers: [
          { ...wrong, entity: 'product:cart' },
          { ...wrong, entity: 'component:lamp' },
          { ...wrong, entity: 'component:nothing' },
        ],
      });
      await next(2);
      expect(heard.sent()).toMatchObject([
        {
          recipients: {
            entityRef: ['group:default/payments', 'group:default/sre'],
            excludeEntityRef: 'user:default/jo',
          },
          payload: {
            title: 'jo says that the ownership of cart is wrong',
            description: 'We left',
          },
        },
        // Operations runs the cart, and need not know that there is a lamp.
        {
          recipients: { entityRef: ['group:default/payments'] },
          payload: { title: 'jo says that the ownership of lamp is wrong' },
        },
      ]);
    });

    it('tells a team and those in a role once what is overdue, in one message, whichever instance looks', async () => {
      await knex('ownership_owners').update({
        due_at: dayAgo(20),
        owner_since: daysAgo(385),
      });
      await knex('ownership_owners')
        .where({ entity_ref: 'product:default/cart' })
        .update({ owner_since: daysAgo(120) });
      const other = await startPortal({
        knex,
        entities: organisation,
        features: [userInfo, ...heard.features],
      });
      try {
        await Promise.all([
          portal.run('ownership-record'),
          other.run('ownership-record'),
        ]);
        await look();
        await look(other);
      } finally {
        await other.stop();
      }
      expect(heard.sent()).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/payments'],
          },
          payload: {
            title: '2 ownership verifications of payments are overdue',
            link: '/ownership?view=verify&state=overdue&owner=group%3Adefault%2Fpayments',
            topic: 'ownership',
            scope: 'ownership-overdue-group:default/payments',
          },
        },
        {
          recipients: { type: 'entity', entityRef: ['group:default/sre'] },
          payload: {
            title:
              'An ownership verification is overdue for which you hold a role',
            link: '/ownership?view=verify&state=overdue&mine=true',
            topic: 'ownership',
            scope: 'ownership-overdue-in-a-role',
          },
        },
      ]);
    });

    it('tells the owner of a new gap on what matters, once it has stayed, and not of what was there at first', async () => {
      const alone = teams.map(team =>
        team.metadata.name === 'payments'
          ? entity('Group', 'payments', {
              relations: [['hasMember', 'user:default/jo']],
            })
          : team,
      );
      const late = entity('Product', 'late', {
        spec: { owner: 'nobody', tier: 1 },
      });
      portal.inCatalog(...alone, cart('payments'), lamp, late);
      await look();
      expect(heard.sent()).toEqual([]);
      await knex('ownership_gaps')
        .whereNotNull('tell_at')
        .update({ tell_at: daysAgo(1) });
      await Promise.all([look(), look()]);
      expect(heard.sent()).toMatchObject([
        {
          recipients: { entityRef: ['group:default/payments'] },
          payload: {
            title: 'Gap in the ownership of cart: One person alone',
            link: '/catalog/default/product/cart/ownership',
          },
        },
      ]);
    });

    it('has pages ask again after each write and each change, without a name of anything', async () => {
      heard.publish.mockClear();
      await look();
      expect(heard.publish).not.toHaveBeenCalled();
      const id = await propose();
      await portal.post(`/ownership/transfers/${id}/decision`, {
        version: 1,
        decision: 'withdraw',
      });
      await portal.post('/ownership/verifications', {
        answers: [
          { entity: 'component:lamp', version: 1, answer: 'confirmed' },
        ],
      });
      portal.inCatalog(...teams, cart('search'), lamp);
      await look();
      // A team that has another member shows on the pages, though no owner has changed.
      portal.inCatalog(
        ...teams.filter(({ metadata }) => metadata.name !== 'kim'),
        cart('search'),
        lamp,
      );
      await look();
      expect(heard.publish).toHaveBeenCalledTimes(5);
      const signals = heard.publish.mock.calls.map(([signal]) => signal);
      const revisions = new Set(signals.map(({ message }) => message.revision));
      expect(revisions.size).toBe(5);
      expect(signals[0]).toEqual({
        recipients: { type: 'broadcast' },
        channel: 'product-ops',
        message: {
          room: 'ownership',
          revision: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      });
    });

    it('writes as ever where neither can be reached', async () => {
      heard.send.mockRejectedValue(new Error('gone'));
      heard.publish.mockRejectedValue(new Error('gone'));
      const id = await propose();
      expect(id).toEqual(expect.any(String));
      portal.inCatalog(...teams, cart('search'), lamp);
      await look();
      const { body } = await portal.get('/ownership/transfers');
      expect(body.items).toMatchObject([{ id, state: 'superseded' }]);
    });
  },
);
