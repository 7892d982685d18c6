import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import request from 'supertest';
import { startPortal } from '../../documents/__testUtils__/startPortal';

jest.setTimeout(60_000);

const tokens = {
  receiver: 'a-token-that-receives-alerts',
  reader: 'a-token-that-reads-entities',
  elsewhere: 'a-token-of-another-plugin',
  free: 'a-token-without-restrictions',
};
const staticToken = (name: keyof typeof tokens, restriction?: object) => ({
  type: 'static',
  options: { token: tokens[name], subject: name },
  ...(restriction && { accessRestrictions: [restriction] }),
});

describe('External access tokens', () => {
  it('send alerts where their restrictions let them', async () => {
    const portal = await startPortal({
      config: {
        backend: {
          baseUrl: 'http://localhost',
          auth: {
            externalAccess: [
              staticToken('receiver', {
                plugin: 'product-ops',
                permission: 'product-ops.alert.receive',
              }),
              staticToken('reader', {
                plugin: 'product-ops',
                permission: 'catalog.entity.read',
              }),
              staticToken('elsewhere', { plugin: 'catalog' }),
              staticToken('free'),
            ],
          },
        },
        permission: { enabled: true },
      },
      features: [
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
      ],
    });
    try {
      const send = async (token?: string) => {
        const asked = request(portal.server).post(
          '/api/product-ops/alerts/alertmanager',
        );
        const { status } = await (token
          ? asked.set('authorization', `Bearer ${token}`)
          : asked
        ).send({ version: '4', alerts: [] });
        return status;
      };
      expect(await send(tokens.receiver)).toBe(200);
      expect(await send(tokens.free)).toBe(200);
      expect(await send(tokens.reader)).toBe(403);
      expect(await send(tokens.elsewhere)).toBe(403);
      expect(await send('a-token-that-nobody-knows')).toBe(401);
      expect(await send()).toBe(401);
    } finally {
      await portal.stop();
    }
  });
});
