import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/entity';
import {
  startPortal,
  type Portal,
} from '../../documents/__testUtils__/startPortal';

const teamsOf: Record<string, string> = {
  'user:default/jo': 'group:default/payments',
  'user:default/kim': 'group:default/payments',
  'user:default/lee': 'group:default/sre',
  'user:default/max': 'group:default/sre',
  'user:default/ann': 'group:default/shop',
};

/** The people and teams of the tests: payments owns, sre runs, shop depends. */
export const organisation: Entity[] = [
  ...['payments', 'sre', 'shop'].map(name =>
    entity('Group', name, {
      relations: Object.entries(teamsOf)
        .filter(([, team]) => team === `group:default/${name}`)
        .map(([user]): [string, string] => ['hasMember', user]),
    }),
  ),
  ...Object.keys(teamsOf).map(ref => entity('User', ref.split('/')[1])),
];

/** A product that payments owns and sre runs, in a file in Git. */
export const product = (
  name: string,
  options: {
    lifecycle?: string;
    operations?: string;
    relations?: Array<[string, string]>;
    links?: boolean;
  } = {},
): Entity => {
  const { lifecycle, operations = 'group:default/sre', links } = options;
  const made = entity('Product', name, {
    spec: {
      owner: 'group:payments',
      ...(lifecycle && { lifecycle }),
      ...(operations && { roles: { operations } }),
    },
    relations: [
      ...(operations ? [['operatedBy', operations] as [string, string]] : []),
      ...(options.relations ?? []),
    ],
    annotations: {
      'backstage.io/managed-by-location': `url:https://git.example.com/${name}/catalog-info.yaml`,
      'backstage.io/edit-url': `https://git.example.com/${name}/edit`,
    },
  });
  return links
    ? {
        ...made,
        metadata: {
          ...made.metadata,
          links: [{ url: 'https://watch.example.com', type: 'dashboard' }],
        },
      }
    : made;
};

/** Three stages: to go live, one has an owner, a dashboard and a load test, and two approve. */
export const stagesConfig: JsonObject = {
  stages: [
    { id: 'preview', gate: [], approvers: [] },
    {
      id: 'live',
      aliases: ['production'],
      gate: ['owner', 'monitoring-link', 'load-test'],
      approvers: ['owner', 'operations'],
    },
    { id: 'sunset', gate: [], approvers: ['owner'] },
    { id: 'retired', gate: ['no-dependents'], approvers: ['owner'] },
  ],
  checks: [
    {
      id: 'load-test',
      title: 'It bears the load',
      attestedBy: ['operations'],
      validFor: 'P1Y',
    },
  ],
};

/** Whatever is sent to people and pages, who may do what, and what the auditor writes down. */
export function surroundings() {
  const send = jest.fn().mockResolvedValue(undefined);
  const publish = jest.fn().mockResolvedValue(undefined);
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: jest.fn(),
    fail: jest.fn(),
  });
  const denied = new Set<string>();
  const conditional = new Set<string>();
  const reading = { hidden: false, asCatalogSays: false };
  return {
    /** Delivers to people; a test may have it fail. */
    send,
    /** Whether the policy hides all entities, or leaves it to the catalog, which shows what it has this moment. */
    reading,
    publish,
    auditor,
    /** The names of permissions that the policy denies. */
    denied,
    /** The names of permissions that the policy leaves to the entity, of which it then denies each. */
    conditional,
    /** To whom and what people were told. */
    told: () =>
      send.mock.calls.map(([{ recipients, payload }]) => ({
        to: recipients.entityRef as string[],
        title: payload.title as string,
        text: payload.description as string | undefined,
      })),
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
      auditor.factory,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              denied.has(permission.name) || conditional.has(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => {
            const ofOwners: PolicyDecision = {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                resourceType: 'catalog-entity',
                rule: 'IS_ENTITY_OWNER',
                params: {},
              },
            };
            if (conditional.has(permission.name)) {
              return ofOwners;
            }
            if (permission.name !== 'catalog.entity.read') {
              return {
                result: denied.has(permission.name)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
              };
            }
            return reading.asCatalogSays
              ? ofOwners
              : {
                  result: reading.hidden
                    ? AuthorizeResult.DENY
                    : AuthorizeResult.ALLOW,
                };
          }),
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
              teamsOf[userEntityRef] ?? userEntityRef,
            ],
          };
        },
      }).factory,
    ],
  };
}

/** A portal with stages, on a catalog that a test fills. */
export async function startStages(options: {
  knex: Knex;
  entities: Entity[];
  lifecycle?: JsonObject;
  /** Beside the plugin and what is around it. */
  features?: BackendFeature[];
}) {
  const around = surroundings();
  const portal = await startPortal({
    knex: options.knex,
    entities: [...organisation, ...options.entities],
    config: { productOps: { lifecycle: options.lifecycle ?? stagesConfig } },
    features: [...around.features, ...(options.features ?? [])],
  });
  return { ...around, ...driving(portal) };
}

function driving(portal: Portal) {
  const as = (user: string) => `user:default/${user}`;
  const look = async () => {
    await portal.refresh();
    await portal.run('lifecycle-evaluate');
    await portal.run('lifecycle-record');
    await portal.run('lifecycle-evaluate');
  };
  return {
    portal,
    /** Has the suite look at the catalog and at the time, as it does by itself. */
    look,
    /** Writes another catalog, and has the suite look at it. */
    async inCatalog(...entities: Entity[]) {
      portal.inCatalog(...organisation, ...entities);
      await look();
    },
    /** Does something as a person. */
    post: (user: string, path: string, body: object) =>
      portal.post(path, body, as(user)),
    /** What a person reads. */
    async get(user: string, path: string) {
      const { status, body } = await portal
        .get(path)
        .set('authorization', mockCredentials.user.header(as(user)));
      if (status !== 200) {
        throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      }
      return body;
    },
  };
}

/** A portal with stages. */
export type Stages = Awaited<ReturnType<typeof startStages>>;
