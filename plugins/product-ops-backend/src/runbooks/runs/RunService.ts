import { ConflictError, InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  isWebAddress,
  runParameterProblems,
  runParameterValues,
  type RunbookRunCommand,
  type RunbookRunDetails,
  type RunbookRunEvent,
  type StartRunbookRunBody,
} from '@productops/backstage-plugin-product-ops-common';
import { createHash } from 'node:crypto';
import { withoutNul } from '../../database/sql';
import { refOf } from '../../directory/asked';
import type { CallerCredentials } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { RunbooksService } from '../RunbooksService';
import { matchesPattern } from './matchesPattern';
import type { StoredRun } from './rows';
import type { RunAccess } from './RunAccess';
import type { RunStore } from './RunStore';
import { refsOfRuns, toRunView } from './runView';

/** The most steps that a run follows; a list of more is no procedure. */
const MAX_STEPS = 1000;

export interface RunServiceOptions extends Messages {
  access: RunAccess;
  /** What is run, as the caller may read it. */
  service: RunbooksService;
  runs: RunStore;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Runbooks are run: somebody starts, many work on it, and it is closed. */
export class RunService {
  readonly #options: RunServiceOptions;

  static create(options: RunServiceOptions): RunService {
    return new RunService(options);
  }

  private constructor(options: RunServiceOptions) {
    this.#options = options;
  }

  /** One run with what it is pinned to. */
  async get(id: string, { credentials }: Options): Promise<RunbookRunDetails> {
    const { access } = this.#options;
    const { found, mayRead } = access.find(id, credentials);
    const [details, may] = await Promise.all([
      found.then(run => this.#details(run, credentials)),
      access.mayRun(
        found.then(({ entityRef }) => entityRef),
        credentials,
      ),
      mayRead,
    ]);
    return { ...details, may: { run: may } };
  }

  /** Starts a run; the same request again gives the same. */
  async start(
    entityRef: string,
    runbookId: string,
    body: StartRunbookRunBody,
    { credentials }: Options,
  ): Promise<RunbookRunDetails> {
    const { access, service, runs, live } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const { ref: by } = await access.runner(ref, credentials);
    const request = createHash('sha256')
      .update(JSON.stringify([ref, runbookId, body]))
      .digest('hex');
    const before = await runs.startedBy(body.id, { request, by });
    if (!before) {
      const runbook = await service.get(ref, runbookId, { credentials });
      if (runbook.version !== body.version) {
        throw Object.assign(
          new ConflictError(
            `version: got ${body.version}; expected ${runbook.version}: the runbook has changed since it was read`,
          ),
          { current: runbook },
        );
      }
      if (runbook.steps === 0 || runbook.steps > MAX_STEPS) {
        throw new InputError(
          `${runbookId}: got a runbook with ${runbook.steps} steps; expected one with 1 to ${MAX_STEPS}`,
        );
      }
      const { content, outline, links } = runbook;
      await runs.start({
        id: body.id,
        request,
        entityRef: ref,
        runbookId,
        version: runbook.version,
        title: runbook.title,
        type: runbook.type,
        expectedDuration: runbook.expectedDuration,
        reason: reasonOf(body),
        parameters: valuesOf(runbook.parameters, body.parameters ?? {}),
        startedBy: by,
        startedAt: this.#now(),
        pinned: { content, outline, links },
      });
      live.changed({ room: 'runbooks' });
    }
    const run = before ?? (await runs.startedBy(body.id, { request, by }));
    if (!run || run === 'other') {
      throw new ConflictError(
        'id: got one that has started something else; expected a new one for each run',
      );
    }
    const details = await this.#details(run, credentials);
    // Only those who may have come here.
    return { ...details, may: { run: true } };
  }

  /** Adds what somebody says to a run; the same again gives the event that is there. */
  async append(
    id: string,
    body: RunbookRunCommand,
    { credentials }: Options,
  ): Promise<RunbookRunEvent> {
    const { access, runs, live } = this.#options;
    const finding = access.run(id, credentials);
    const [run, actor] = await Promise.all([
      finding,
      access.runner(
        finding.then(({ entityRef }) => entityRef),
        credentials,
      ),
    ]);
    const command = await this.#checked(body, credentials);
    const result = await runs.append(id, command, {
      by: actor.ref,
      at: this.#now(),
    });
    if (!('event' in result)) {
      if (result.kind === 'input') {
        throw new InputError(result.message);
      }
      const now = await access.run(id, credentials);
      const links = await access.links(refsOfRuns([now]), credentials);
      throw Object.assign(new ConflictError(result.message), {
        current: toRunView(now, links),
      });
    }
    if (result.fresh) {
      live.changed({ room: 'runbooks' });
      if (result.event.type === 'hand-over') {
        await this.#tellOfHandOver(run, result.event, credentials);
      }
    }
    return result.event;
  }

  async #checked(
    body: RunbookRunCommand,
    credentials: CallerCredentials,
  ): Promise<RunbookRunCommand> {
    const command = withoutNul(body);
    if (command.type !== 'hand-over' || !command.to) {
      return command;
    }
    const to = refOf(command.to, 'user');
    const links = await this.#options.access.links([to], credentials);
    if (
      !['user', 'group'].includes(parseEntityRef(to).kind) ||
      !links.known(to)
    ) {
      throw new InputError(
        `to: got ${to}; expected a user or a group of the catalog`,
      );
    }
    return { ...command, to };
  }

  async #tellOfHandOver(
    run: StoredRun,
    { by, to, note }: RunbookRunEvent,
    credentials: CallerCredentials,
  ): Promise<void> {
    const { access, notifier } = this.#options;
    const links = await access.links([by, run.entityRef], credentials);
    const { kind, namespace, name, title } = links.link(run.entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    // Delivery takes its time, and nobody waits for it.
    notifier.notify({
      recipients: [to],
      except: by,
      title: `${links.link(by).title} hands a run over to you: ${run.title}`,
      description: `${title}: ${note?.trim() || run.reason.text}`,
      link: `/catalog/${path}/runbooks?run=${run.id}`,
      topic: 'runbook-run',
      scope: `runbook-run:${run.id}`,
      severity: 'high',
    });
  }

  async #details(
    run: StoredRun,
    credentials: CallerCredentials,
  ): Promise<Omit<RunbookRunDetails, 'may'>> {
    const { access, runs } = this.#options;
    const [links, { pin, version }] = await Promise.all([
      access.links(refsOfRuns([run]), credentials),
      runs.groundOf(run),
    ]);
    return {
      ...toRunView(run, links),
      ...pin,
      parameters: run.parameters,
      ground: groundOf(run, version),
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

/** What has become of a runbook since a run of it was started. */
function groundOf(
  run: StoredRun,
  version: string | undefined,
): RunbookRunDetails['ground'] {
  if (version === undefined) {
    return 'gone';
  }
  return version === run.version ? 'same' : 'changed';
}

function reasonOf({ reason }: StartRunbookRunBody) {
  const text = reason.text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
  if (!text) {
    throw new InputError(
      'reason.text: got nothing but blanks; expected why it is run, in a line',
    );
  }
  if (reason.link !== undefined && !isWebAddress(reason.link)) {
    throw new InputError(
      'reason.link: got something else; expected an http or https address',
    );
  }
  return { ...reason, text };
}

function valuesOf(
  parameters: Parameters<typeof runParameterProblems>[0],
  given: Record<string, string>,
): Record<string, string> {
  const values = runParameterValues(parameters, given);
  const problems = runParameterProblems(parameters, values, {
    matches: matchesPattern,
  });
  if (problems.size > 0) {
    throw new InputError(
      [...problems]
        .map(([name, problem]) => `parameters.${name}: ${problem}`)
        .join('; '),
    );
  }
  return values;
}
