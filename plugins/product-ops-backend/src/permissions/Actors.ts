import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { CallerCredentials } from '../http/types';
import type { Decisions } from './Decisions';

/** A person who does something. */
export interface Person {
  /** The ref of the user entity, in lower case. */
  ref: string;
  credentials: BackstageCredentials;
}

/** A person with the groups that they are of. */
export interface Actor extends Person {
  /** The person and the groups that the sign-in says the person is of, in lower case. */
  refs: ReadonlySet<string>;
}

export interface ActorsOptions {
  userInfo: UserInfoService;
  permissions: PermissionsService;
  decisions: Decisions;
}

/** Who does something, and what they may do. */
export class Actors {
  readonly #userInfo: UserInfoService;
  readonly #permissions: PermissionsService;
  readonly #decisions: Decisions;

  static create(options: ActorsOptions): Actors {
    return new Actors(options);
  }

  private constructor(options: ActorsOptions) {
    this.#userInfo = options.userInfo;
    this.#permissions = options.permissions;
    this.#decisions = options.decisions;
  }

  /** The person behind a request; nothing when it is another plugin. Their groups would have to be asked for. */
  person(credentials: CallerCredentials): Person | undefined {
    return credentials.principal.type === 'user'
      ? { ref: lower(credentials.principal.userEntityRef), credentials }
      : undefined;
  }

  /** The same, for what only a person may do. */
  somebody(credentials: CallerCredentials): Person {
    const person = this.person(credentials);
    if (!person) {
      throw nobody();
    }
    return person;
  }

  /** The person behind a request with their groups. What people answer for, no other plugin can answer. */
  async of(credentials: CallerCredentials): Promise<Actor> {
    const actor = await this.find(credentials);
    if (!actor) {
      throw nobody();
    }
    return actor;
  }

  /** The person behind a request with their groups; nothing when it is another plugin. */
  async find(credentials: CallerCredentials): Promise<Actor | undefined> {
    if (credentials.principal.type !== 'user') {
      return undefined;
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return {
      ref: lower(userEntityRef),
      refs: new Set([userEntityRef, ...ownershipEntityRefs].map(lower)),
      credentials,
    };
  }

  /** Whether the policy lets a person do something that is about no entity. */
  async may(
    permission: BasicPermission,
    { credentials }: Pick<Person, 'credentials'>,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** Those of some entities for which the policy lets a person do something. */
  async allowed(
    permission: ResourcePermission,
    entityRefs: readonly string[],
    { credentials }: Pick<Person, 'credentials'>,
  ): Promise<Set<string>> {
    const [allowed] = await this.allowedEach([permission], entityRefs, {
      credentials,
    });
    return allowed;
  }

  /**
   * The same for several permissions, in their order. What the policy says is asked at once: refs that are still being
   * found out are waited for meanwhile.
   */
  async allowedEach(
    permissions: readonly ResourcePermission[],
    entityRefs: readonly string[] | Promise<readonly string[]>,
    { credentials }: Pick<Person, 'credentials'>,
  ): Promise<Array<Set<string>>> {
    const [asked, decisions] = await Promise.all([
      entityRefs,
      Promise.all(
        permissions.map(permission =>
          this.#decisions.of(permission, credentials),
        ),
      ),
    ]);
    const refs = [...new Set(asked)];
    // Only what depends on the entity is asked of each.
    const each = permissions
      .filter((_, at) => decisions[at].result === AuthorizeResult.CONDITIONAL)
      .flatMap(permission =>
        refs.map(resourceRef => ({ permission, resourceRef })),
      );
    const answers =
      each.length > 0
        ? await this.#permissions.authorize(each, { credentials })
        : [];
    const granted = new Set(
      each
        .filter((_, at) => answers[at]?.result === AuthorizeResult.ALLOW)
        .map(({ permission, resourceRef }) => keyOf(permission, resourceRef)),
    );
    return permissions.map(
      (permission, at) =>
        new Set(
          refs.filter(
            ref =>
              decisions[at].result === AuthorizeResult.ALLOW ||
              granted.has(keyOf(permission, ref)),
          ),
        ),
    );
  }

  /** Whether the policy leaves it to each entity whether a person may do something: then not all of it is said yet. */
  async dependsOnEntity(
    permission: ResourcePermission,
    { credentials }: Pick<Person, 'credentials'>,
  ): Promise<boolean> {
    const { result } = await this.#decisions.of(permission, credentials);
    return result === AuthorizeResult.CONDITIONAL;
  }

  /** Those of some permissions that the policy grants a person on an entity, by name; asked as {@link Actors.allowedEach} asks. */
  async granted(
    permissions: readonly ResourcePermission[],
    entityRef: string | Promise<string>,
    person: Pick<Person, 'credentials'>,
  ): Promise<Set<string>> {
    const refs = Promise.resolve(entityRef).then(ref => [ref]);
    const allowed = await this.allowedEach(permissions, refs, person);
    return new Set(
      permissions
        .filter((_, at) => allowed[at].size > 0)
        .map(({ name }) => name),
    );
  }
}

function keyOf({ name }: ResourcePermission, entityRef: string): string {
  return `${name} ${entityRef}`;
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function nobody(): NotAllowedError {
  return new NotAllowedError('Only a person who is signed in may do this');
}
