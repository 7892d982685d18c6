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
  FeedbackApi,
  GoalsApi,
  ExchangeApi,
  LifecycleApi,
  PlanApi,
  ProductOpsApi,
  RoadmapApi,
  RunsApi,
} from '@productops/backstage-plugin-product-ops-common';
import { FixtureClient } from '../../dev/fixtures/FixtureClient';
import { FixtureGoalsClient } from '../../dev/fixtures/FixtureGoalsClient';
import { FixtureExchangeClient } from '../../dev/fixtures/FixtureExchangeClient';
import { FixtureLifecycleClient } from '../../dev/fixtures/FixtureLifecycleClient';
import { FixtureRoadmapClient } from '../../dev/fixtures/FixtureRoadmapClient';
import { productOpsApiRef } from '../api';
import { feedbackWith } from './feedbackWith';
import { runsWith } from './runsWith';
import { ownershipRouteRef, rootRouteRef } from '../routes';
import { planWith } from './planWith';

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

function lifecycleWith(
  answers: Partial<LifecycleApi>,
): jest.Mocked<LifecycleApi> {
  const fixtures: LifecycleApi = new FixtureLifecycleClient();
  return {
    getActions: jest.fn(
      answers.getActions ?? ((...args) => fixtures.getActions(...args)),
    ),
    listHistory: jest.fn(
      answers.listHistory ?? ((...args) => fixtures.listHistory(...args)),
    ),
    exportHistory: jest.fn(
      answers.exportHistory ?? ((...args) => fixtures.exportHistory(...args)),
    ),
    exportHistoryCsv: jest.fn(
      answers.exportHistoryCsv ??
        ((...args) => fixtures.exportHistoryCsv(...args)),
    ),
    getBoard: jest.fn(
      answers.getBoard ?? ((...args) => fixtures.getBoard(...args)),
    ),
    listTransitions: jest.fn(
      answers.listTransitions ??
        ((...args) => fixtures.listTransitions(...args)),
    ),
    requestTransition: jest.fn(
      answers.requestTransition ??
        ((...args) => fixtures.requestTransition(...args)),
    ),
    getTransition: jest.fn(
      answers.getTransition ?? ((...args) => fixtures.getTransition(...args)),
    ),
    decideTransition: jest.fn(
      answers.decideTransition ??
        ((...args) => fixtures.decideTransition(...args)),
    ),
    listAttestations: jest.fn(
      answers.listAttestations ??
        ((...args) => fixtures.listAttestations(...args)),
    ),
    attest: jest.fn(answers.attest ?? ((...args) => fixtures.attest(...args))),
    listWaivers: jest.fn(
      answers.listWaivers ?? ((...args) => fixtures.listWaivers(...args)),
    ),
    grantWaiver: jest.fn(
      answers.grantWaiver ?? ((...args) => fixtures.grantWaiver(...args)),
    ),
    revokeWaiver: jest.fn(
      answers.revokeWaiver ?? ((...args) => fixtures.revokeWaiver(...args)),
    ),
    getSunset: jest.fn(
      answers.getSunset ?? ((...args) => fixtures.getSunset(...args)),
    ),
    saveSunset: jest.fn(
      answers.saveSunset ?? ((...args) => fixtures.saveSunset(...args)),
    ),
    listSunsets: jest.fn(
      answers.listSunsets ?? ((...args) => fixtures.listSunsets(...args)),
    ),
    endSunset: jest.fn(
      answers.endSunset ?? ((...args) => fixtures.endSunset(...args)),
    ),
    listSunsetDependants: jest.fn(
      answers.listSunsetDependants ??
        ((...args) => fixtures.listSunsetDependants(...args)),
    ),
    acknowledgeSunset: jest.fn(
      answers.acknowledgeSunset ??
        ((...args) => fixtures.acknowledgeSunset(...args)),
    ),
  };
}

function roadmapWith(answers: Partial<RoadmapApi>): jest.Mocked<RoadmapApi> {
  const fixtures: RoadmapApi = new FixtureRoadmapClient();
  return {
    createItem: jest.fn(
      answers.createItem ?? ((...args) => fixtures.createItem(...args)),
    ),
    getItem: jest.fn(
      answers.getItem ?? ((...args) => fixtures.getItem(...args)),
    ),
    prepareFileChange: jest.fn(
      answers.prepareFileChange ??
        ((...args) => fixtures.prepareFileChange(...args)),
    ),
    patchItem: jest.fn(
      answers.patchItem ?? ((...args) => fixtures.patchItem(...args)),
    ),
    actOnItem: jest.fn(
      answers.actOnItem ?? ((...args) => fixtures.actOnItem(...args)),
    ),
    listHistory: jest.fn(
      answers.listHistory ?? ((...args) => fixtures.listHistory(...args)),
    ),
    listComments: jest.fn(
      answers.listComments ?? ((...args) => fixtures.listComments(...args)),
    ),
    addComment: jest.fn(
      answers.addComment ?? ((...args) => fixtures.addComment(...args)),
    ),
    removeComment: jest.fn(
      answers.removeComment ?? ((...args) => fixtures.removeComment(...args)),
    ),
  };
}

function goalsWith(answers: Partial<GoalsApi>): jest.Mocked<GoalsApi> {
  const all: GoalsApi = Object.assign(new FixtureGoalsClient(), answers);
  return {
    listGoals: jest.fn((...args) => all.listGoals(...args)),
    listEntityGoals: jest.fn((...args) => all.listEntityGoals(...args)),
    getGoal: jest.fn((...args) => all.getGoal(...args)),
    createGoal: jest.fn((...args) => all.createGoal(...args)),
    patchGoal: jest.fn((...args) => all.patchGoal(...args)),
    archiveGoal: jest.fn((...args) => all.archiveGoal(...args)),
    listHistory: jest.fn((...args) => all.listHistory(...args)),
    listValues: jest.fn((...args) => all.listValues(...args)),
    addValue: jest.fn((...args) => all.addValue(...args)),
  };
}

/** What has methods of its own. */
type SubClient =
  | 'lifecycle'
  | 'roadmap'
  | 'plan'
  | 'goals'
  | 'feedback'
  | 'exchange'
  | 'runs';

function exchangeWith(answers: Partial<ExchangeApi>): jest.Mocked<ExchangeApi> {
  const fixtures: ExchangeApi = new FixtureExchangeClient();
  return {
    exportCsv: jest.fn(
      answers.exportCsv ?? ((...args) => fixtures.exportCsv(...args)),
    ),
    exportAllCsv: jest.fn(
      answers.exportAllCsv ?? ((...args) => fixtures.exportAllCsv(...args)),
    ),
    previewImport: jest.fn(
      answers.previewImport ?? ((...args) => fixtures.previewImport(...args)),
    ),
    applyImport: jest.fn(
      answers.applyImport ?? ((...args) => fixtures.applyImport(...args)),
    ),
    listFeeds: jest.fn(
      answers.listFeeds ?? ((...args) => fixtures.listFeeds(...args)),
    ),
    createFeed: jest.fn(
      answers.createFeed ?? ((...args) => fixtures.createFeed(...args)),
    ),
    revokeFeed: jest.fn(
      answers.revokeFeed ?? ((...args) => fixtures.revokeFeed(...args)),
    ),
    listViews: jest.fn(
      answers.listViews ?? ((...args) => fixtures.listViews(...args)),
    ),
    createView: jest.fn(
      answers.createView ?? ((...args) => fixtures.createView(...args)),
    ),
    patchView: jest.fn(
      answers.patchView ?? ((...args) => fixtures.patchView(...args)),
    ),
    deleteView: jest.fn(
      answers.deleteView ?? ((...args) => fixtures.deleteView(...args)),
    ),
  };
}

/** The fixtures, with some answers replaced; every method can be asked what it was called with. */
export function clientWith(
  answers: Partial<Omit<ProductOpsApi, SubClient>> & {
    lifecycle?: Partial<LifecycleApi>;
    roadmap?: Partial<RoadmapApi>;
    feedback?: Partial<FeedbackApi>;
    plan?: Partial<PlanApi>;
    goals?: Partial<GoalsApi>;
    exchange?: Partial<ExchangeApi>;
    runs?: Partial<RunsApi>;
  } = {},
): jest.Mocked<Omit<ProductOpsApi, SubClient>> & {
  lifecycle: jest.Mocked<LifecycleApi>;
  roadmap: jest.Mocked<RoadmapApi>;
  feedback: jest.Mocked<FeedbackApi>;
  plan: jest.Mocked<PlanApi>;
  goals: jest.Mocked<GoalsApi>;
  exchange: jest.Mocked<ExchangeApi>;
  runs: jest.Mocked<RunsApi>;
} {
  const fixtures = new FixtureClient();
  return {
    getEntityOverview: jest.fn(
      answers.getEntityOverview ?? (e => fixtures.getEntityOverview(e)),
    ),
    listRoadmapItems: jest.fn(
      answers.listRoadmapItems ?? ((e, q) => fixtures.listRoadmapItems(e, q)),
    ),
    listRunbooks: jest.fn(
      answers.listRunbooks ?? ((e, q) => fixtures.listRunbooks(e, q)),
    ),
    getRunbook: jest.fn(
      answers.getRunbook ?? ((e, id) => fixtures.getRunbook(e, id)),
    ),
    listProducts: jest.fn(
      answers.listProducts ?? (q => fixtures.listProducts(q)),
    ),
    getOwnershipGraph: jest.fn(
      answers.getOwnershipGraph ?? (() => fixtures.getOwnershipGraph()),
    ),
    listOwnershipChildren: jest.fn(
      answers.listOwnershipChildren ?? (q => fixtures.listOwnershipChildren(q)),
    ),
    searchOwnership: jest.fn(
      answers.searchOwnership ?? (q => fixtures.searchOwnership(q)),
    ),
    getTeamOwnership: jest.fn(
      answers.getTeamOwnership ?? (() => fixtures.getTeamOwnership()),
    ),
    getPersonOwnership: jest.fn(
      answers.getPersonOwnership ?? (() => fixtures.getPersonOwnership()),
    ),
    listOwnershipDependencies: jest.fn(
      answers.listOwnershipDependencies ??
        (() => fixtures.listOwnershipDependencies()),
    ),
    listOwnedEntities: jest.fn(
      answers.listOwnedEntities ?? (() => fixtures.listOwnedEntities()),
    ),
    listOwnershipGaps: jest.fn(
      answers.listOwnershipGaps ?? (() => fixtures.listOwnershipGaps()),
    ),
    getEntityOwnership: jest.fn(
      answers.getEntityOwnership ?? (() => fixtures.getEntityOwnership()),
    ),
    listOwnershipHistory: jest.fn(
      answers.listOwnershipHistory ?? (() => fixtures.listOwnershipHistory()),
    ),
    listOwnershipVerifications: jest.fn(
      answers.listOwnershipVerifications ??
        (() => fixtures.listOwnershipVerifications()),
    ),
    verifyOwnership: jest.fn(
      answers.verifyOwnership ?? (a => fixtures.verifyOwnership(a)),
    ),
    listOwnershipTransfers: jest.fn(
      answers.listOwnershipTransfers ??
        (() => fixtures.listOwnershipTransfers()),
    ),
    proposeOwnershipTransfer: jest.fn(
      answers.proposeOwnershipTransfer ??
        (() => fixtures.proposeOwnershipTransfer()),
    ),
    decideOwnershipTransfer: jest.fn(
      answers.decideOwnershipTransfer ??
        (() => fixtures.decideOwnershipTransfer()),
    ),
    getEntityLifecycle: jest.fn(
      answers.getEntityLifecycle ?? (() => fixtures.getEntityLifecycle()),
    ),
    getReadiness: jest.fn(
      answers.getReadiness ?? (q => fixtures.getReadiness(q)),
    ),
    lifecycle: lifecycleWith(answers.lifecycle ?? {}),
    roadmap: roadmapWith(answers.roadmap ?? {}),
    feedback: feedbackWith(answers.feedback ?? {}),
    plan: planWith(answers.plan ?? {}),
    goals: goalsWith(answers.goals ?? {}),
    exchange: exchangeWith(answers.exchange ?? {}),
    runs: runsWith(answers.runs ?? {}),
    getStatus: jest.fn(answers.getStatus ?? (() => fixtures.getStatus())),
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
        ...(ownershipPage && { '/ownership': ownershipRouteRef }),
      },
    },
  );
}
