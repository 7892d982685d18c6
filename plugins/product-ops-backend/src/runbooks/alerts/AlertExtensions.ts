import { InputError } from '@backstage/errors';
import { describeValue } from '@productops/backstage-plugin-product-ops-common';
import type {
  AlertsExtensionPoint,
  AlertSource,
  OnCallLookup,
} from '@productops/backstage-plugin-product-ops-node';
import { alertmanager } from './alertmanager';

const MOST = 20;

/** The sources of alerts, of which Alertmanager is built in, and who knows who is on call. */
export class AlertExtensions implements AlertsExtensionPoint {
  readonly #sources: AlertSource[] = [alertmanager];
  readonly #lookups: OnCallLookup[] = [];

  static create(): AlertExtensions {
    return new AlertExtensions();
  }

  private constructor() {}

  get sources(): readonly AlertSource[] {
    return this.#sources;
  }

  get lookups(): readonly OnCallLookup[] {
    return this.#lookups;
  }

  addSource(...sources: AlertSource[]): void {
    sources.forEach(source => add('source of alerts', this.#sources, source));
  }

  addOnCallLookup(...lookups: OnCallLookup[]): void {
    lookups.forEach(lookup => add('on-call lookup', this.#lookups, lookup));
  }
}

function add<T extends { id: string }>(what: string, all: T[], one: T): void {
  const id = describeValue(one.id);
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(one.id)) {
    throw new InputError(
      `A module adds a ${what} with the id ${id}; expected a letter, then up to 62 lower case letters, digits and -`,
    );
  }
  if (all.some(other => other.id === one.id)) {
    throw new InputError(
      `A module adds the ${what} ${id}, which there is already; expected an id that is not taken`,
    );
  }
  if (all.length >= MOST) {
    throw new InputError(
      `Modules add more than ${MOST} of the kind ${what}; expected at most that`,
    );
  }
  all.push(one);
}
