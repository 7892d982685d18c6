import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { roadmapSourcesExtensionPoint } from '@productops/backstage-plugin-product-ops-node';
import { readGithubIssuesConfig } from './config';
import { GithubClient } from './GithubClient';
import { GithubIssuesSource } from './GithubIssuesSource';
import { Owners } from './Owners';

/**
 * Puts issues and milestones of GitHub on the roadmaps of entities that name their repository. It does nothing as long as
 * `productOps.githubIssues` is not configured.
 *
 * @public
 */
export const githubIssuesModule = createBackendModule({
  pluginId: 'product-ops',
  moduleId: 'github-issues',
  register(reg) {
    reg.registerInit({
      deps: {
        sources: roadmapSourcesExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ sources, catalog, auth, config, logger }) {
        const githubIssues = readGithubIssuesConfig(config);
        if (!githubIssues) {
          logger.debug(
            'No issues of GitHub are on roadmaps: productOps.githubIssues is not configured',
          );
          return;
        }
        const integrations = ScmIntegrations.fromConfig(config);
        sources.addSource(
          GithubIssuesSource.create({
            config: githubIssues,
            integrations,
            client: GithubClient.create({
              integrations,
              credentials:
                DefaultGithubCredentialsProvider.fromIntegrations(integrations),
            }),
            owners: Owners.create({ catalog, auth }),
          }),
        );
      },
    });
  },
});
