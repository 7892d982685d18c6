import type { HumanDuration } from '@backstage/types';
import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  productOps?: {
    /** What the suite keeps of the catalog. */
    directory?: {
      /** When one of all instances refreshes it; every 30 seconds by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How many entities are read with one request, 1 to 10000; 2000 by default. */
      pageSize?: number;
    };
    lifecycle?: {
      /** The stages, in order, in place of the default ones. */
      stages?: Array<{
        /** What an entity says in `spec.lifecycle`: every id once, and none named `none`. */
        id: string;
        /** What pages call it; the id by default. */
        title?: string;
        /** Other values of `spec.lifecycle` that mean this stage. */
        aliases?: string[];
      }>;
    };
    ownership?: {
      /** When one of all instances records changes of owners and gaps; every minute by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How often it is asked whether ownership is still right: ISO 8601 durations, such as `P6M`. */
      verification?: {
        /** Of entities of tier 1; `P3M` by default. */
        tier1?: string;
        /** `P6M` by default. */
        tier2?: string;
        /** `P1Y` by default. */
        tier3?: string;
        /** `P1Y` by default. */
        tier4?: string;
        /** Of entities without a tier; `P1Y` by default. */
        none?: string;
        /** How long an answer may wait before it is overdue; `P14D` by default. */
        grace?: string;
      };
    };
    /** How declared files (roadmap files, folders of runbooks) are read. */
    documents?: {
      /**
       * How often the backend looks for documents to read. One instance does it for all.
       * Every 15 seconds by default.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How often a document is read whose entity has not changed; `{ minutes: 10 }` by default. A location that
       * does not answer is asked less and less often, at least once an hour.
       */
      refreshEvery?: HumanDuration | string;
      /** How long one document may take to be read; `{ seconds: 30 }` by default. */
      timeout?: HumanDuration | string;
      /** How many documents are read at the same time; 4 by default. */
      concurrency?: number;
      /** The most bytes of one file; 1048576 (1 MB) by default. */
      maxFileSize?: number;
      /** The most bytes of all files of one folder; 33554432 (32 MB) by default. */
      maxFolderSize?: number;
      /** The most Markdown files of one folder, its subfolders included; 500 by default. */
      maxFiles?: number;
      /** How many folders deep below the folder of runbooks a file may lie; 5 by default. */
      maxDepth?: number;
    };
    roadmap?: {
      /**
       * The categories of roadmap items; those of the documentation by default. An item of another category is
       * shown and flagged.
       */
      categories?: string[];
    };
  };
}
