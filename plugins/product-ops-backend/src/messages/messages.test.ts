import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import request from 'supertest';
import { entity } from '../__testUtils__/entity';
import { eventually } from '../__testUtils__/eventually';
import {
  type Portal,
  startPortal,
} from '../documents/__testUtils__/startPortal';
import { NotificationsNotifier } from './NotificationsNotifier';

jest.setTimeout(60_000);

const member = (name: string): [string, string] => [
  'hasMember',
  `user:default/${name}`,
];
const organisation = [
  entity('Group', 'payments', { relations: [member('jo'), member('lee')] }),
  entity('Group', 'search', {
    relations: [['parentOf', 'group:default/finders']],
  }),
  entity('Group', 'finders', { relations: [member('kim')] }),
  ...['jo', 'lee', 'kim', 'pat'].map(name => entity('User', name)),
  entity('Component', 'cart', { spec: { owner: 'payments' } }),
];
const message = {
  recipients: ['group:default/payments', 'none', undefined],
  title: 'A title',
  link: '/ownership',
  topic: 'ownership',
};

describe('what rooms tell people', () => {
  let portal: Portal | undefined;
  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  it('reaches the members of teams and of teams below, but not who did it', async () => {
    const running = await startPortal({
      entities: organisation,
      config: { app: { baseUrl: 'http://localhost:3000' } },
      features: [notificationsPlugin],
    });
    portal = running;
    await running.refresh();
    const titlesOf = async (name: string) => {
      const { body } = await request(running.server)
        .get('/api/notifications')
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${name}`),
        );
      return body.notifications.map(
        ({ payload }: { payload: { title: string } }) => payload.title,
      );
    };
    const proposed = await running.post('/ownership/transfers', {
      entity: 'component:cart',
      to: 'search',
      reason: 'They build it',
    });
    expect(proposed.status).toBe(200);
    const title = 'jo proposes to hand cart to search';
    await eventually(async () => {
      expect(await titlesOf('lee')).toEqual([title]);
      expect(await titlesOf('kim')).toEqual([title]);
    });
    expect(await titlesOf('jo')).toEqual([]);
    expect(await titlesOf('pat')).toEqual([]);
  });

  it('is said once to be of no use in a portal without notifications', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const running = await startPortal({
      entities: organisation,
      features: [logger.factory],
    });
    portal = running;
    await running.refresh();
    const told = () =>
      logger.info.mock.calls.filter(([line]) =>
        line.includes('no notifications backend'),
      );
    const propose = () =>
      running.post('/ownership/transfers', {
        entity: 'component:cart',
        to: 'search',
        reason: 'They build it',
      });
    const { body } = await propose();
    await eventually(async () => expect(told()).toHaveLength(1));
    const back = await running.post(
      `/ownership/transfers/${body.id}/decision`,
      { version: 1, decision: 'withdraw' },
    );
    expect(back.body).toMatchObject({ state: 'withdrawn' });
    expect((await propose()).status).toBe(200);
    expect(told()).toHaveLength(1);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('is bounded, and a failure is logged and stays here', async () => {
    const logger = mockServices.logger.mock();
    const send = jest.fn();
    const notifier = NotificationsNotifier.create({
      notifications: { send },
      logger,
    });
    await notifier.notify({ ...message, except: 'group:default/payments' });
    expect(send).not.toHaveBeenCalled();

    await notifier.notify({
      ...message,
      title: 't'.repeat(1000),
      recipients: Array.from({ length: 300 }, (_, n) => `user:default/u${n}`),
    });
    const [{ recipients, payload }] = send.mock.calls[0];
    expect(recipients.entityRef).toHaveLength(100);
    expect(payload.title).toHaveLength(200);

    send.mockRejectedValue(new Error('Request failed with status 503'));
    await notifier.notify(message);
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringContaining('status 503'),
    );
  });
});
