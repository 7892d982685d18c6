import type { AlertOnCall } from '@productops/backstage-plugin-product-ops-common';
import { refOf } from '../../directory/asked';
import type { CallerCredentials } from '../../http/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { RunAccess } from '../runs/RunAccess';
import type { CheckedOnCall, OnCall } from './OnCall';

export interface OnCallServiceOptions {
  access: RunAccess;
  onCall: OnCall;
}

/** Who is on call for one entity, whether or not an alert fires. */
export class OnCallService {
  readonly #options: OnCallServiceOptions;

  static create(options: OnCallServiceOptions): OnCallService {
    return new OnCallService(options);
  }

  private constructor(options: OnCallServiceOptions) {
    this.#options = options;
  }

  /** Nobody where no lookup knows; 404 for an entity that the caller may not read. */
  async of(
    entity: string,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<AlertOnCall> {
    const { access, onCall } = this.#options;
    const ref = await access.entity(refOf(entity, 'component'), credentials);
    const people = (await onCall.of([ref])).get(ref) ?? [];
    const links = await access.links([ref, ...refsOnCall(people)], credentials);
    return toOnCallView(ref, people, links);
  }
}

/** The users that are named. */
export function refsOnCall(people: readonly CheckedOnCall[]): string[] {
  return people.flatMap(({ userRef }) => userRef ?? []);
}

/** Those who are on call as a caller may know them. */
export function toOnCallView(
  entityRef: string,
  people: readonly CheckedOnCall[],
  links: EntityLinks,
): AlertOnCall {
  return {
    entity: links.link(entityRef),
    people: people.map(({ name, userRef, url, until }) => ({
      name: name ?? links.link(userRef!).title,
      ...(userRef && { user: links.link(userRef) }),
      ...(url && { url }),
      ...(until && { until }),
    })),
  };
}
