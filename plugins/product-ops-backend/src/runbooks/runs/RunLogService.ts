import { ConflictError } from '@backstage/errors';
import {
  MAX_RUN_EVENTS,
  runRecordMarkdown,
  type Drill,
  type EntityLink,
  type ListRunbookRunEventsQuery,
  type RunbookRunEvent,
  type RunbookRunEventPage,
  type RunbookRunRecord,
} from '@productops/backstage-plugin-product-ops-common';
import type { CallerCredentials } from '../../http/types';
import type { RunAccess } from './RunAccess';
import type { RunService } from './RunService';
import type { RunStore } from './RunStore';

const MAX_AT_ONCE = 500;

export interface RunLogServiceOptions {
  access: RunAccess;
  runs: RunStore;
  run: RunService;
  /** What a closed run has shown that was a drill, against what was promised then. */
  drill: (runId: string) => Promise<Drill | undefined>;
}

type Options = { credentials: CallerCredentials };

/** What has happened in runs: page by page while they go on, and as a record once they are closed. */
export class RunLogService {
  readonly #options: RunLogServiceOptions;

  static create(options: RunLogServiceOptions): RunLogService {
    return new RunLogService(options);
  }

  private constructor(options: RunLogServiceOptions) {
    this.#options = options;
  }

  /** What came after an event. */
  async events(
    id: string,
    { after = 0, limit = MAX_AT_ONCE }: ListRunbookRunEventsQuery,
    { credentials }: Options,
  ): Promise<RunbookRunEventPage> {
    const { access, runs } = this.#options;
    const reading = runs.events(id, { after, limit });
    const [{ seq }, events, people] = await Promise.all([
      access.run(id, credentials),
      reading,
      reading.then(read => this.#peopleOf(read, credentials)),
    ]);
    return {
      events,
      people,
      // Where the run is ahead of these events, more are there, and are asked for.
      seq: Math.max(seq, events.at(-1)?.seq ?? 0),
    };
  }

  /** All of a closed run. */
  async record(
    id: string,
    { credentials }: Options,
  ): Promise<RunbookRunRecord> {
    const { run: service, runs } = this.#options;
    const run = await service.get(id, { credentials });
    if (run.status !== 'closed') {
      throw new ConflictError(
        `${id}: got a run that is ${run.status}; expected one that is closed: what may change is no record yet`,
      );
    }
    const [events, drill] = await Promise.all([
      runs.events(id, { after: 0, limit: MAX_RUN_EVENTS + 1 }),
      this.#options.drill(id),
    ]);
    return {
      run,
      events,
      people: await this.#peopleOf(events, credentials),
      ...(drill && { drill }),
    };
  }

  /** The same as a page to read. */
  async recordAsMarkdown(id: string, options: Options): Promise<string> {
    return runRecordMarkdown(await this.record(id, options));
  }

  async #peopleOf(
    events: readonly RunbookRunEvent[],
    credentials: CallerCredentials,
  ): Promise<EntityLink[]> {
    const refs = [...new Set(events.flatMap(({ by, to }) => [by, to ?? by]))];
    const links = await this.#options.access.links(refs, credentials);
    return refs.map(ref => links.link(ref));
  }
}
