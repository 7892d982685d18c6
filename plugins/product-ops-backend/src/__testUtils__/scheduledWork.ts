import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';

/** A module that lets a test run the scheduled work of the plugin when it wants to. */
export function scheduledWork() {
  let scheduler: SchedulerService | undefined;
  return {
    module: createBackendModule({
      pluginId: 'product-ops',
      moduleId: 'test-scheduled-work',
      register(env) {
        env.registerInit({
          deps: { service: coreServices.scheduler },
          async init({ service }) {
            scheduler = service;
          },
        });
      },
    }),
    /** Runs a task to its end. */
    async run(taskId: string) {
      await scheduler?.triggerTask(taskId);
    },
  };
}
