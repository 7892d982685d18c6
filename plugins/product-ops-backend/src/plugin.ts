import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  BUILT_IN_FACTS,
  productOpsPermissions,
} from '@productops/backstage-plugin-product-ops-common';
import {
  alertsExtensionPoint,
  lifecycleFactsExtensionPoint,
  roadmapSourcesExtensionPoint,
} from '@productops/backstage-plugin-product-ops-node';
import { readDirectoryConfig } from './config/readConfig';
import {
  readOwnershipSchedule,
  readVerificationPeriods,
} from './ownership/config';
import { openDatabase } from './database/migrate';
import { createDirectory } from './directory/createDirectory';
import { createStatusRoutes } from './directory/routes';
import { StatusService } from './directory/StatusService';
import { createDocuments } from './documents/createDocuments';
import { directoryHealthRef } from './health/directoryHealth';
import { createRouter } from './http/createRouter';
import { createMessages } from './messages/createMessages';
import { createOwnership } from './ownership/createOwnership';
import { ProductsService } from './overview/products/ProductsService';
import { ProductsStore } from './overview/products/ProductsStore';
import { createProductsRoutes } from './overview/productsRoutes';
import { readLifecycleRules, readLifecycleSchedule } from './lifecycle/config';
import { createLifecycle } from './lifecycle/createLifecycle';
import { createRoadmap } from './roadmap/createRoadmap';
import { createPlanCsvRoutes } from './roadmap/exchange/routes';
import { createFeedback } from './roadmap/feedback/createFeedback';
import { createSources } from './roadmap/sources/createSources';
import { AlertExtensions } from './runbooks/alerts/AlertExtensions';
import { createRunbooks } from './runbooks/createRunbooks';
import { readDrillPeriods } from './runbooks/recovery/config';
import { DrillStore } from './runbooks/recovery/DrillStore';
import { RoadmapSourceExtensions } from './roadmap/sources/RoadmapSourceExtensions';
import { readMetricsConfig } from './roadmap/goals/metricsConfig';
import { readScoring } from './roadmap/plan/config';
import { createPlan } from './roadmap/plan/createPlan';
import { readFeedSettings } from './roadmap/exchange/config';
import { createReadinessSource } from './lifecycle/readinessSource';
import {
  createTransitionRecords,
  createTransitions,
} from './lifecycle/createTransitions';
import { RecordedStageStore } from './lifecycle/transitions/RecordedStageStore';
import { LifecycleExtensions } from './lifecycle/LifecycleExtensions';
import { Actors } from './permissions/Actors';
import { CatalogVisibility } from './permissions/CatalogVisibility';
import { Decisions } from './permissions/Decisions';

/**
 * The backend of Product Ops: the directory of the catalog, the documents beside it, and the HTTP API.
 *
 * @public
 */
export const productOpsPlugin = createBackendPlugin({
  pluginId: 'product-ops',
  register(env) {
    const extensions = LifecycleExtensions.create();
    env.registerExtensionPoint(lifecycleFactsExtensionPoint, extensions);
    const systems = RoadmapSourceExtensions.create();
    env.registerExtensionPoint(roadmapSourcesExtensionPoint, systems);
    const alerting = AlertExtensions.create();
    env.registerExtensionPoint(alertsExtensionPoint, alerting);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        health: directoryHealthRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, config, logger, permissions } = deps;
        deps.permissionsRegistry.addPermissions(productOpsPermissions);
        const rules = readLifecycleRules(config, {
          facts: [...BUILT_IN_FACTS, ...extensions.facts],
          checks: extensions.checks,
        });
        const { stages } = rules;
        const directoryConfig = readDirectoryConfig(config);
        const knex = await openDatabase(deps.database);
        const decisions = Decisions.create({ permissions });
        const visibility = CatalogVisibility.create({
          decisions,
          catalog,
          auth,
        });
        const recorded = RecordedStageStore.create({ knex, stages });
        await recorded.showAll();
        const directory = await createDirectory({
          ...deps,
          knex,
          stages,
          config: directoryConfig,
          onWritten: (trx, refs) => recorded.show(trx, refs),
        });
        const categories = config.getOptionalStringArray(
          'productOps.roadmap.categories',
        );
        const drills = DrillStore.create({
          knex,
          every: readDrillPeriods(config),
        });
        const documents = await createDocuments({
          ...deps,
          drills,
          knex,
          directory,
          visibility,
          stages,
          categories,
        });
        const messages = createMessages(deps);
        const actors = Actors.create({ ...deps, decisions });
        const roadmap = await createRoadmap({
          ...deps,
          ...messages,
          metricsConfig: readMetricsConfig(config),
          knex,
          directory,
          visibility,
          actors,
          documents: documents.store,
          roadmaps: documents.contents.roadmaps,
          reader: documents.reader,
          sources: await createSources({
            ...deps,
            ...messages,
            knex,
            sources: systems.sources,
            categories,
          }),
          titles: systems.titles,
          categories,
          feeds: readFeedSettings(config),
          apiUrl: () => deps.discovery.getExternalBaseUrl('product-ops'),
        });
        const feedback = await createFeedback({
          ...deps,
          ...messages,
          ...roadmap,
          knex,
          directory,
          visibility,
          actors,
        });
        const runbooks = await createRunbooks({
          ...deps,
          ...messages,
          knex,
          directory,
          visibility,
          actors,
          documents,
          drills,
          items: roadmap.items,
          alerting,
        });
        const ownership = await createOwnership({
          ...deps,
          ...messages,
          knex,
          directory,
          visibility,
          overview: documents.overview,
          contents: documents.contents,
          actors,
          stages,
          periods: readVerificationPeriods(config),
          schedule: readOwnershipSchedule(config),
          readiness: createReadinessSource({ knex }),
        });
        const plan = createPlan({
          ...messages,
          knex,
          directory,
          visibility,
          teams: ownership.models,
          roadmap,
          stages,
          categories,
          method: readScoring(config),
        });
        const records = createTransitionRecords({
          ...deps,
          ...messages,
          knex,
          models: ownership.models,
          rules,
          recorded,
        });
        const lifecycle = await createLifecycle({
          ...deps,
          knex,
          ports: { ...records.ports, drills },
          directory,
          visibility,
          documents: documents.store,
          contents: documents.contents,
          rules,
          facts: extensions.facts,
          schedule: readLifecycleSchedule(config),
        });
        const transitions = await createTransitions({
          ...deps,
          knex,
          records,
          recorded,
          lifecycle: lifecycle.service,
          directory,
          visibility,
          models: ownership.models,
          actors,
          reader: documents.reader,
          rules,
          schedule: readLifecycleSchedule(config),
        });
        const status = StatusService.create({
          directory,
          documents: documents.store,
          checks: lifecycle.evaluation,
          periodMs: directoryConfig.periodMs,
        });
        deps.health.setCheck(async () => ({
          ...(await status.getDirectoryStatus()),
        }));
        const products = ProductsService.create({
          store: ProductsStore.create({ knex }),
          visibility,
          stages,
        });

        deps.httpRouter.use(
          createRouter({
            auditor: deps.auditor,
            httpAuth: deps.httpAuth,
            onCaller: caller =>
              roadmap
                .present(caller)
                .catch(error =>
                  logger.warn('Calendar feeds were not looked at', error),
                ),
            routes: [
              createStatusRoutes({ status }),
              createProductsRoutes({ products }),
              ...documents.routes,
              ...roadmap.routes,
              ...plan.routes,
              createPlanCsvRoutes({
                exports: roadmap.exports,
                plan: plan.access,
              }),
              ...feedback.routes,
              ...runbooks.routes,
              ...ownership.routes,
              ...lifecycle.routes,
              ...transitions.routes,
            ],
          }),
        );
        // Calendars cannot sign in. Nothing else is below this path.
        deps.httpRouter.addAuthPolicy({
          path: '/feeds',
          allow: 'unauthenticated',
        });
        logger.debug('Product Ops is ready');
      },
    });
  },
});
