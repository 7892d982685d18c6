import type { HumanDuration } from '@backstage/types';

export interface Config {
  productOps?: {
    /**
     * Issues of GitHub on roadmaps. Nothing is read where this is absent; an empty object (`{}`) reads with what is said
     * below. Which hosts there are, and how one signs in there, is said under `integrations.github`.
     */
    githubIssues?: {
      /** The label of issues that stand on roadmaps; `roadmap` by default. */
      label?: string;
      /**
       * `all` entities with the annotation `github.com/project-slug`, by default, or only those that are `annotated` with
       * `productops.io/github-issues` too.
       */
      entities?: 'all' | 'annotated';
      /** The host of entities whose location is on none that is configured; `github.com` by default. */
      host?: string;
      /** After how long a repository is asked for again; as `productOps.roadmap.sources.refreshEvery` by default. */
      refreshEvery?: HumanDuration | string;
      /**
       * The category that a label stands for, in place of the default ones: the names of all categories, `enhancement` for
       * `feature`, `bug` for `improvement` and `dependencies` for `maintenance`. The first that an issue has counts; upper
       * and lower case are alike.
       */
      categories?: { [label: string]: string };
      /** The horizon that a label stands for, in place of the default ones: `now`, `next` and `later`. */
      horizons?: { [label: string]: 'now' | 'next' | 'later' };
      /**
       * The status of an open issue that a label stands for, in place of the default ones: `proposed`, `planned`,
       * `in progress`, `in-progress` and `deferred`.
       */
      statuses?: {
        [label: string]: 'proposed' | 'planned' | 'in-progress' | 'deferred';
      };
      milestones?: {
        /** Whether milestones are items themselves; false by default. */
        items?: boolean;
        /**
         * What issues of a milestone have of it, by its title. The end is the due date of the milestone where nothing else
         * is said.
         */
        titles?: {
          [title: string]: {
            /** `YYYY-MM-DD` */
            start?: string;
            /** `YYYY-MM-DD` */
            end?: string;
            horizon?: 'now' | 'next' | 'later';
          };
        };
      };
    };
  };
}
