import { init, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type { AlertOnCall, AlertPage, ListAlertsQuery } from './types';

/**
 * The alerts that other systems tell of.
 *
 * @remarks
 *
 * It rejects with a `ResponseError`.
 *
 * @public
 */
export interface AlertsApi {
  /** A page of those that fire, the most severe first; of an entity with its parts, and with what ended within a day. */
  list(
    query?: ListAlertsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<AlertPage>;

  /** Who is on call for an entity; nobody where no plugin is installed that knows. */
  onCall(
    entityRef: string,
    options?: ProductOpsRequestOptions,
  ): Promise<AlertOnCall>;
}

/** Alerts over HTTP. */
export class AlertsClient implements AlertsApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(query: ListAlertsQuery = {}, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/alerts', { params: { query }, ...init(options) }),
    );
  }

  async onCall(entity: string, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/on-call', {
        params: { query: { entity } },
        ...init(options),
      }),
    );
  }
}
