import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Longer than any answer takes. */
const REMEMBERED_FOR_MS = 5000;

interface Known {
  decision: Promise<PolicyDecision>;
  askedAt: number;
}

interface Waiting {
  permission: ResourcePermission;
  answer: (decision: Promise<PolicyDecision>) => void;
}

/**
 * What the policy decides about a caller while a request is answered. Each permission is asked for once, and what is
 * asked for at once goes in one question: the framework answers each with a request of its own to another plugin.
 *
 * Nothing outlives the request: what is known is kept with its credentials, which are made anew for the next one, and for
 * some seconds only, should somebody keep theirs.
 */
export class Decisions {
  readonly #permissions: PermissionsService;
  readonly #known = new WeakMap<BackstageCredentials, Map<string, Known>>();
  readonly #waiting = new Map<BackstageCredentials, Waiting[]>();

  static create(options: { permissions: PermissionsService }): Decisions {
    return new Decisions(options.permissions);
  }

  private constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
  }

  /** What the policy says of a permission without regard to a resource: with conditions, if it depends on that. */
  of(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const known = this.#known.get(credentials) ?? new Map<string, Known>();
    this.#known.set(credentials, known);
    const before = known.get(permission.name);
    const askedAt = Date.now();
    if (before && askedAt - before.askedAt < REMEMBERED_FOR_MS) {
      return before.decision;
    }
    const decision = new Promise<PolicyDecision>(answer => {
      const waiting = this.#waiting.get(credentials);
      if (waiting) {
        waiting.push({ permission, answer });
        return;
      }
      this.#waiting.set(credentials, [{ permission, answer }]);
      // All that is asked for before anybody has to wait.
      queueMicrotask(() => this.#ask(credentials));
    });
    known.set(permission.name, { decision, askedAt });
    return decision;
  }

  #ask(credentials: BackstageCredentials): void {
    const waiting = this.#waiting.get(credentials) ?? [];
    this.#waiting.delete(credentials);
    const asking = this.#permissions.authorizeConditional(
      waiting.map(({ permission }) => ({ permission })),
      { credentials },
    );
    for (const [index, { answer }] of waiting.entries()) {
      answer(asking.then(decisions => decisions[index]));
    }
  }
}
