import {
  type CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.generated';
import type { ProductOpsRequestOptions } from './ProductOpsClient';

/** Where the contract is served. */
export interface HttpContract {
  client(): Promise<Client<paths>>;
}

/** The contract over a portal's ways of finding and fetching. */
export function httpContract(options: {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
}): HttpContract {
  const send = options.fetchApi?.fetch ?? fetch;
  return {
    client: async () =>
      createClient<paths>({
        baseUrl: await options.discoveryApi.getBaseUrl('product-ops'),
        // In parts: a request with a body can be used once only, and what fetches for a portal makes others of it.
        fetch: async request =>
          send(request.url, {
            method: request.method,
            headers: request.headers,
            signal: request.signal,
            ...(request.method !== 'GET' && {
              // Files go as they are: what reads text makes others of bytes that are no UTF-8.
              body:
                request.headers.get('content-type') === 'text/csv'
                  ? await request.arrayBuffer()
                  : await request.text(),
            }),
          }),
      }),
  };
}

/** The body of an answer, or a `ResponseError`. */
export async function readAnswer<T>(answer: {
  data?: T;
  error?: unknown;
  response: Response;
}): Promise<T> {
  if (answer.data === undefined) {
    throw await ResponseError.fromResponse(
      // The client has read the body already: hand it on as it was parsed.
      new Response(JSON.stringify(answer.error), {
        status: answer.response.status,
        statusText: answer.response.statusText,
        headers: { 'content-type': 'application/json' },
      }),
    );
  }
  return answer.data;
}

/** The parts of an entity's ref, as paths name it. */
export function pathOf(entity: string | CompoundEntityRef) {
  const { kind, namespace, name } = parseEntityRef(
    typeof entity === 'string' ? entity : stringifyEntityRef(entity),
  );
  return { kind: kind.toLocaleLowerCase('en-US'), namespace, name };
}

/** What goes with each request. */
export function init(options?: ProductOpsRequestOptions) {
  return {
    signal: options?.signal,
    headers: options?.token
      ? { Authorization: `Bearer ${options.token}` }
      : undefined,
  };
}

/** What goes with a request that makes one thing, however often it is sent with the same key. */
export function keyed(options?: ProductOpsRequestOptions & { key?: string }) {
  const { signal, headers } = init(options);
  return {
    signal,
    headers: {
      ...headers,
      ...(options?.key && { 'Idempotency-Key': options.key }),
    },
  };
}
