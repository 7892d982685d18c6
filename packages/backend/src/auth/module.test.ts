import { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { developmentSignInModule } from './module';

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { type: 'team', profile: { displayName: 'Payments' }, children: [] },
};

function person(name: string, displayName?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      description: 'Product manager',
    },
    spec: displayName ? { profile: { displayName } } : {},
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  };
}

async function startPortal(options?: {
  entities?: Entity[];
  providers?: { development?: {} | null };
}) {
  const { entities = [payments, person('jo', 'Jo Marsh')] } = options ?? {};
  const backend = await startTestBackend({
    features: [
      authPlugin,
      developmentSignInModule,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers: options?.providers ?? { development: {} } },
        },
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/auth`;
  return {
    people: (search = '') =>
      fetch(`${url}/development/start?search=${encodeURIComponent(search)}`),
    signInAs: (entityRef?: string) =>
      fetch(`${url}/development/refresh`, {
        headers: entityRef ? { 'x-sign-in-as': entityRef } : {},
      }),
    stop: () => backend.stop(),
  };
}

describe('The development sign-in', () => {
  const nodeEnv = process.env.NODE_ENV;
  afterEach(() => {
    process.env = { ...process.env, NODE_ENV: nodeEnv };
  });

  it('lists people with their titles and teams, before anybody is signed in', async () => {
    const portal = await startPortal({
      entities: [payments, person('jo', 'Jo Marsh'), person('nameless')],
    });

    const response = await portal.people();

    expect(response.status).toBe(200);
    const { people, total } = await response.json();
    expect(total).toBe(2);
    expect(people).toEqual(
      expect.arrayContaining([
        {
          entityRef: 'user:default/jo',
          displayName: 'Jo Marsh',
          title: 'Product manager',
          teams: ['Payments'],
        },
        expect.objectContaining({ displayName: 'nameless' }),
      ]),
    );
    await portal.stop();
  });

  it('shows 200 people at most and says how many there are', async () => {
    const crowd = Array.from({ length: 230 }, (_, i) => person(`p${i}`));
    const portal = await startPortal({ entities: [payments, ...crowd] });

    const { people, total } = await (await portal.people()).json();

    expect(people).toHaveLength(200);
    expect(total).toBe(230);
    await portal.stop();
  });

  it('signs one in with the ownership of the person and their teams', async () => {
    const portal = await startPortal();

    const response = await portal.signInAs('user:default/jo');

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      profile: { displayName: 'Jo Marsh' },
      backstageIdentity: {
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/jo',
          ownershipEntityRefs: ['user:default/jo', 'group:default/payments'],
        },
      },
    });
    await portal.stop();
  });

  it.each([
    ['user:default/gone', 404, 'The catalog has no person user:default/gone'],
    ['group:default/payments', 400, '"group:default/payments" is a group'],
    ['::', 400, '"::" is not an entity ref'],
    [undefined, 400, 'Whom to sign in as?'],
  ])('refuses %s', async (entityRef, status, message) => {
    const portal = await startPortal();

    const response = await portal.signInAs(entityRef);

    expect(response.status).toBe(status);
    const { error } = await response.json();
    expect(error.message).toContain(message);
    await portal.stop();
  });

  it('refuses to start in production', async () => {
    process.env = { ...process.env, NODE_ENV: 'production' };

    await expect(startPortal()).rejects.toThrow(
      /signs anybody in as anybody and refuses to start with NODE_ENV=production/,
    );
  });

  it('is not there where it is not configured, as in production', async () => {
    process.env = { ...process.env, NODE_ENV: 'production' };
    const portal = await startPortal({ providers: { development: null } });

    expect((await portal.people()).status).toBe(404);
    expect((await portal.signInAs('user:default/jo')).status).toBe(404);
    await portal.stop();
  });
});
