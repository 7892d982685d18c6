import type {
  AllRunbookRunsPage,
  ListAllRunbookRunsQuery,
  ListRunbookRunsQuery,
  RunbookRunPage,
  RunbookRunPresence,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import { refOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { withSubteams } from '../../permissions/withSubteams';
import type { PresenceStore } from './PresenceStore';
import type { RunAccess } from './RunAccess';
import type { RunStore } from './RunStore';
import { refsOfRuns, toRunView } from './runView';

export interface RunListServiceOptions {
  access: RunAccess;
  actors: Actors;
  directory: DirectoryStore;
  live: LiveUpdates;
  presence: PresenceStore;
  runs: RunStore;
  visibility: Visibility;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Which runs there are, and who is at one. */
export class RunListService {
  readonly #options: RunListServiceOptions;

  static create(options: RunListServiceOptions): RunListService {
    return new RunListService(options);
  }

  private constructor(options: RunListServiceOptions) {
    this.#options = options;
  }

  /** A page of the runs of an entity. */
  async ofEntity(
    entityRef: string,
    query: ListRunbookRunsQuery,
    { credentials }: Options,
  ): Promise<RunbookRunPage> {
    const { access, runs } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const page = pageOf(query);
    const [found, run] = await Promise.all([
      runs.list(ref, { filter: query, page }),
      access.mayRun(ref, credentials),
    ]);
    const links = await access.links(refsOfRuns(found.runs), credentials);
    return {
      items: found.runs.map(one => toRunView(one, links)),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
      may: { run },
    };
  }

  /** A page of the runs of all entities that the caller may read. */
  async ofAll(
    query: ListAllRunbookRunsQuery,
    { credentials }: Options,
  ): Promise<AllRunbookRunsPage> {
    const { access, directory, runs, visibility } = this.#options;
    const page = pageOf(query);
    const product = query.product && refOf(query.product, 'product');
    const team = query.team && refOf(query.team);
    const visible = await visibility.visibleFilter(credentials);
    if (
      product &&
      !(await visibility.filterReadable([product], credentials)).has(product)
    ) {
      return { items: [], totalItems: 0, pageInfo: {} };
    }
    const found = await runs.listAll({
      page,
      filter: {
        visible,
        status: query.status,
        reason: query.reason,
        ...(product && { product }),
        ...(team && {
          owners: await withSubteams([team], { directory, visible }),
        }),
      },
    });
    const links = await access.links(refsOfRuns(found.runs), credentials);
    return {
      items: found.runs.map(one => toRunView(one, links)),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** Somebody has the page of a run open; who else has is told. */
  async join(
    id: string,
    { credentials }: Options,
  ): Promise<RunbookRunPresence> {
    const { access, actors, live, presence } = this.#options;
    const run = await access.run(id, credentials);
    const { ref: person } = actors.somebody(credentials);
    if (run.status === 'closed') {
      return { here: [] };
    }
    const at = this.#options.now?.() ?? new Date();
    if (await presence.join(id, { person, at })) {
      live.changed({ room: 'runbooks' });
    }
    const people = await presence.here(id, { at });
    const links = await access.links(people, credentials);
    return { here: people.map(ref => links.link(ref)) };
  }
}
