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
    /** Alerts that other systems tell of. */
    alerts?: {
      /** After how long without a word of an alert it counts as ended, 1 minute to 60 days; `{ days: 3 }` by default. */
      endAfter?: HumanDuration | string;
      /**
       * How many alerts of a source are kept, 3000 to 1000000; 20000 by default. Where there are more, those that ended
       * longest ago go; while all of them fire, new ones are refused.
       */
      keepPerSource?: number;
    };
    lifecycle?: {
      /** When one of all instances answers the checks of what has changed; every 30 seconds by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** The stages, in order, in place of the default ones. */
      stages?: Array<{
        /** What an entity says in `spec.lifecycle`: every id once, and none named `none`. */
        id: string;
        /** What pages call it; the id by default. */
        title?: string;
        /** Other values of `spec.lifecycle` that mean this stage. */
        aliases?: string[];
        /** The stages that may come after it; by default the ones beside it in the list, and `sunset`. */
        next?: string[];
        /**
         * The checks that must pass on entry: their ids, or a check with those it is demanded of. By default what a
         * stage of this id demands out of the box; an empty list demands nothing.
         */
        gate?: Array<
          | string
          | {
              /** The id of a check. */
              check: string;
              /** Only of entities of these kinds. */
              kinds?: string[];
              /** Only of entities of these tiers, 1 to 4. */
              tiers?: number[];
              /** Only of entities of these types. */
              types?: string[];
            }
        >;
        /**
         * Who approves an entry, each of them once: `owner`, `productManager`, `techLead`, `operations`, `support`,
         * `security`, or a ref of a group or user.
         */
        approvers?: string[];
        /** Whether who asks for the stage may not approve it; true by default. */
        fourEyes?: boolean;
        /**
         * What becomes of an approver that nobody in the catalog is, such as a role without a holder: `wait` until somebody
         * is named, by default, or `skip` it as long as another approver approves.
         */
        whenVacant?: 'wait' | 'skip';
      }>;
      /** More checks for gates to demand; one with the id of a default check takes its place. */
      checks?: Array<{
        /** Letters, digits, `.`, `_` and `-`. */
        id: string;
        /** What must be true, in a few words. */
        title?: string;
        /** Why it matters. */
        description?: string;
        /** Only for entities of these kinds. */
        kinds?: string[];
        /** Only for entities of these tiers, 1 to 4. */
        tiers?: number[];
        /** Only for entities of these types. */
        types?: string[];
        /** The fact that answers it. A check has either this or `attestedBy`. */
        fact?: string;
        /** How the fact is compared; `equals` by default. */
        operator?:
          | 'equals'
          | 'notEquals'
          | 'atLeast'
          | 'atMost'
          | 'oneOf'
          | 'atLeastStage';
        /** What the fact is compared with; true by default. */
        expected?: boolean | number | string | Array<string | number>;
        /** Who may answer it: roles, or refs of groups or users. */
        attestedBy?: string[];
        /** How long an answer counts, an ISO 8601 duration such as `P6M`; for ever by default. */
        validFor?: string;
        /** How to make it pass. */
        remedy?: {
          label: string;
          /** Lines to add to the catalog file. */
          yaml?: string;
          /** A page that says more. */
          url?: string;
        };
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
    recovery?: {
      /**
       * How often recoveries are drilled: ISO 8601 durations, such as `P6M`, or `none` for a tier that owes no drills.
       */
      drillEvery?: {
        /** `P6M` by default. */
        tier1?: string;
        /** `P1Y` by default. */
        tier2?: string;
        /** `none` by default. */
        tier3?: string;
        /** `none` by default. */
        tier4?: string;
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
    /** Where the metrics of goals are read from. */
    metrics?: {
      /** Servers with the HTTP API of Prometheus, by the names that goals say. */
      prometheus?: {
        [name: string]: {
          /** An http or https address without user, query and fragment, to which `/api/v1/query` is added. */
          url: string;
          /**
           * What goes with each request, such as a token.
           *
           * @deepVisibility secret
           */
          headers?: { [header: string]: string };
          /** How long one answer may take, at most two minutes; `{ seconds: 10 }` by default. */
          timeout?: HumanDuration | string;
        };
      };
      /** How many queries are asked at the same time, 1 to 32; 4 by default. */
      concurrency?: number;
      /** When one of all instances asks; every 5 minutes by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    runbooks?: {
      /** Whether pages of other hosts that runbooks link to are still there. */
      linkChecks?: {
        /**
         * The hosts that may be asked, none by default: `wiki.example.com`, with its port where that is not the usual one, or
         * `*.example.com` for all below. One with a private address is asked only where it is named without `*`.
         */
        hosts?: string[];
        /** The most pages that are looked at each time, 1 to 5000; 200 by default. */
        perRun?: number;
        /** How long a host is left alone between two requests, at most a minute; `{ seconds: 1 }` by default. */
        pause?: HumanDuration | string;
        /** When one of all instances looks for what is due; every 15 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
    roadmap?: {
      /**
       * The categories of roadmap items; those of the documentation by default. An item of another category is
       * shown and flagged.
       */
      categories?: string[];
      /** How items are read from other systems. */
      sources?: {
        /** When one of all instances looks for what is due; every minute by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** How often an entity is asked for; `{ minutes: 15 }` by default. */
        refreshEvery?: HumanDuration | string;
        /** How long one entity may take; `{ minutes: 2 }` by default. */
        timeout?: HumanDuration | string;
        /** How many entities are read at the same time; 4 by default. */
        concurrency?: number;
      };
      /** Calendar feeds, which calendars read by a secret address without signing in. */
      feeds?: {
        /** Whether people can make any, and those that there are answer; true by default. */
        enabled?: boolean;
        /**
         * How long what a person may read is relied on while that person does not use the portal; then the feed is empty
         * until its owner is here again. `{ days: 7 }` by default.
         */
        waitAfter?: HumanDuration | string;
      };
      /**
       * How items are scored: by reach, impact, confidence and effort (`rice`, the default), or by cost of delay and job
       * size (`wsjf`).
       */
      scoring?: 'rice' | 'wsjf';
    };
  };
}
