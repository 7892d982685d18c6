import { createBackend } from '@backstage/backend-defaults';
import { stringifyError } from '@backstage/errors';
import { productOpsRootHealth } from '@productops/backstage-plugin-product-ops-backend';

const backend = createBackend();

// The portal's pages, once they are built. In development they come from the frontend's own server.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

// Sign-in: GitHub for production, anybody of the catalog for development. Only what is configured is active.
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('./auth'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@productops/backstage-plugin-catalog-backend-module-product-ops'),
);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

// Search uses PostgreSQL where that is the database, else an index in memory: the module decides by itself.
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// Events carry what happens from one instance to all, signals carry it on into open pages.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

backend.add(import('@productops/backstage-plugin-product-ops-backend'));
// Issues of GitHub on roadmaps: does nothing until productOps.githubIssues is configured.
backend.add(
  import(
    '@productops/backstage-plugin-product-ops-backend-module-github-issues'
  ),
);
// The age of the directory stands in the readiness answer, for whoever watches the portal.
backend.add(productOpsRootHealth);

// What could not start must not linger half started: whoever supervises the process has to notice.
backend.start().catch(error => {
  process.stderr.write(
    `The backend could not start: ${stringifyError(error)}\n`,
  );
  process.exit(1);
});
