import { type ReactElement, type ReactNode, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { configApiRef } from '@backstage/core-plugin-api';
import type {
  AlertsApi,
  AuthoringApi,
  FeedbackApi,
  GoalsApi,
  ExchangeApi,
  LifecycleApi,
  PlanApi,
  ProductOpsApi,
  RoadmapApi,
  RunbooksApi,
  ReviewsApi,
  RunsApi,
  FollowUpsApi,
  RecoveryApi,
} from '@productops/backstage-plugin-product-ops-common';
import { FixtureAuthoringClient } from '../../dev/fixtures/FixtureAuthoringClient';
import { FixtureClient } from '../../dev/fixtures/FixtureClient';
import { FixtureFeedbackClient } from '../../dev/fixtures/FixtureFeedbackClient';
import { FixtureGoalsClient } from '../../dev/fixtures/FixtureGoalsClient';
import { FixtureExchangeClient } from '../../dev/fixtures/FixtureExchangeClient';
import { FixtureLifecycleClient } from '../../dev/fixtures/FixtureLifecycleClient';
import { FixturePlanClient } from '../../dev/fixtures/FixturePlanClient';
import { FixtureRoadmapClient } from '../../dev/fixtures/FixtureRoadmapClient';
import { FixtureRunbooksClient } from '../../dev/fixtures/FixtureRunbooksClient';
import { FixtureAlertsClient } from '../../dev/fixtures/FixtureAlertsClient';
import { FixtureReviewsClient } from '../../dev/fixtures/FixtureReviewsClient';
import { FixtureRecoveryClient } from '../../dev/fixtures/FixtureRecoveryClient';
import { FixtureFollowUpsClient } from '../../dev/fixtures/FixtureFollowUpsClient';
import { FixtureRunsClient } from '../../dev/fixtures/FixtureRunsClient';
import { productOpsApiRef } from '../api';
import { ownershipRouteRef, rootRouteRef, runbooksRouteRef } from '../routes';

export function entityOf(kind: string, name: string): Entity {
  return {
    apiVersion: 'productops.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
  };
}

export const checkoutEntity = entityOf('Product', 'checkout');
/** A product of which nothing is declared but its name. */
export const loyaltyEntity = entityOf('Product', 'loyalty');

/** An API with some answers replaced; every method can be asked what it was called with. */
function askable<Api extends object>(
  fixtures: Api,
  answers: Partial<Api> = {},
): jest.Mocked<Api> {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(fixtures));
  const all = Object.assign(fixtures, answers);
  return Object.fromEntries(
    names
      .filter(name => name !== 'constructor')
      .map(name => {
        const answer = all[name as keyof Api] as (
          ...args: unknown[]
        ) => unknown;
        return [name, jest.fn((...args) => answer.apply(all, args))];
      }),
  ) as jest.Mocked<Api>;
}

/** What has methods of its own. */
type SubClient =
  | 'lifecycle'
  | 'roadmap'
  | 'plan'
  | 'goals'
  | 'feedback'
  | 'exchange'
  | 'runbooks'
  | 'reviews'
  | 'runs'
  | 'authoring'
  | 'followUps'
  | 'recovery'
  | 'alerts';

/** The fixtures, with some answers replaced; every method can be asked what it was called with. */
export function clientWith(
  answers: Partial<Omit<ProductOpsApi, SubClient>> & {
    lifecycle?: Partial<LifecycleApi>;
    roadmap?: Partial<RoadmapApi>;
    feedback?: Partial<FeedbackApi>;
    plan?: Partial<PlanApi>;
    goals?: Partial<GoalsApi>;
    exchange?: Partial<ExchangeApi>;
    runbooks?: Partial<RunbooksApi>;
    reviews?: Partial<ReviewsApi>;
    runs?: Partial<RunsApi>;
    authoring?: Partial<AuthoringApi>;
    followUps?: Partial<FollowUpsApi>;
    recovery?: Partial<RecoveryApi>;
    alerts?: Partial<AlertsApi>;
  } = {},
): jest.Mocked<Omit<ProductOpsApi, SubClient>> & {
  lifecycle: jest.Mocked<LifecycleApi>;
  roadmap: jest.Mocked<RoadmapApi>;
  feedback: jest.Mocked<FeedbackApi>;
  plan: jest.Mocked<PlanApi>;
  goals: jest.Mocked<GoalsApi>;
  exchange: jest.Mocked<ExchangeApi>;
  reviews: jest.Mocked<ReviewsApi>;
  runs: jest.Mocked<RunsApi>;
  authoring: jest.Mocked<AuthoringApi>;
  followUps: jest.Mocked<FollowUpsApi>;
  recovery: jest.Mocked<RecoveryApi>;
  alerts: jest.Mocked<AlertsApi>;
  runbooks: jest.Mocked<RunbooksApi>;
} {
  const {
    lifecycle,
    roadmap,
    feedback,
    plan,
    goals,
    exchange,
    runbooks,
    reviews,
    runs,
    authoring,
    followUps,
    recovery,
    alerts,
    ...own
  } = answers;
  return {
    ...askable<Omit<ProductOpsApi, SubClient>>(new FixtureClient(), own),
    lifecycle: askable<LifecycleApi>(new FixtureLifecycleClient(), lifecycle),
    roadmap: askable<RoadmapApi>(new FixtureRoadmapClient(), roadmap),
    feedback: askable<FeedbackApi>(new FixtureFeedbackClient(), feedback),
    plan: askable<PlanApi>(new FixturePlanClient(), plan),
    goals: askable<GoalsApi>(new FixtureGoalsClient(), goals),
    exchange: askable<ExchangeApi>(new FixtureExchangeClient(), exchange),
    runbooks: askable<RunbooksApi>(new FixtureRunbooksClient(), runbooks),
    reviews: askable<ReviewsApi>(new FixtureReviewsClient(), reviews),
    runs: askable<RunsApi>(new FixtureRunsClient(), runs),
    authoring: askable<AuthoringApi>(new FixtureAuthoringClient(), authoring),
    followUps: askable<FollowUpsApi>(new FixtureFollowUpsClient(), followUps),
    recovery: askable<RecoveryApi>(new FixtureRecoveryClient(), recovery),
    alerts: askable<AlertsApi>(new FixtureAlertsClient(), alerts),
  };
}

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}${hash}`}</output>;
}

/** One entity page after the other, while the tab on it stays mounted, as links between entities leave it. */
export function Visiting(props: { entities: Entity[]; children: ReactNode }) {
  const [at, setAt] = useState(0);
  return (
    <EntityProvider entity={props.entities[at]}>
      <button onClick={() => setAt(at + 1)}>Go on</button>
      {props.children}
    </EntityProvider>
  );
}

/** Shows a page of ours in a portal of the legacy system, with the address in sight. */
export async function show(
  element: ReactElement,
  options: {
    client?: ProductOpsApi;
    entity?: Entity;
    at?: string;
    /** Whether the portal has the Ownership page too. */
    ownershipPage?: boolean;
    config?: { productOps?: { roadmap?: { categories?: string[] } } };
  } = {},
) {
  const { client = clientWith(), entity, at = '/', config = {} } = options;
  const { ownershipPage = true } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [productOpsApiRef, client],
        [configApiRef, mockApis.config({ data: config })],
      ]}
    >
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [at],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/products': rootRouteRef,
        '/runbooks': runbooksRouteRef,
        ...(ownershipPage && { '/ownership': ownershipRouteRef }),
      },
    },
  );
}
