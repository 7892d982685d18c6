import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { LinkHosts } from './linkChecksConfig';
import {
  isPrivateAddress,
  PRIVATE_ADDRESS,
  publicOnly,
} from './privateAddresses';

const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;
const AGENT = 'product-ops-link-check';

/** What a look at a page gave. */
export interface LinkOutcome {
  /**
   * `there` when something answers, were it by asking for a sign-in; `gone` when the host says that there is no such page;
   * `failed` when the host does not answer, or with an error; `unknown` when nothing can be told now.
   */
  state: 'there' | 'gone' | 'failed' | 'unknown';
  /** In a few words, without anything that the host said. */
  why: string;
}

/** Looks whether pages are there, asking nobody but the hosts that may be asked. */
export class LinkChecker {
  readonly #hosts: LinkHosts;
  readonly #lookup: LookupFunction | undefined;

  static create(options: {
    hosts: LinkHosts;
    /** How names become addresses; the system's way when absent. */
    lookup?: LookupFunction;
  }): LinkChecker {
    return new LinkChecker(options);
  }

  private constructor(options: { hosts: LinkHosts; lookup?: LookupFunction }) {
    this.#hosts = options.hosts;
    this.#lookup = options.lookup;
  }

  /** Asks for the head of a page, and for the page itself where that is refused; follows redirects on the same host. */
  async check(
    address: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<LinkOutcome> {
    let url = new URL(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      if (!this.#hosts.allows(url.host)) {
        return { state: 'unknown', why: 'its host may not be asked' };
      }
      const answer = await this.#ask(url, options.signal);
      if ('state' in answer) {
        return answer;
      }
      const { status, location } = answer;
      if (status < 300 || status >= 400 || !location) {
        return outcomeOf(status);
      }
      const next = URL.canParse(location, url) && new URL(location, url);
      if (!next || next.host !== url.host || next.protocol !== url.protocol) {
        return { state: 'there', why: `answers ${status}, another address` };
      }
      url = next;
    }
    return { state: 'failed', why: 'leads from one address to the next' };
  }

  async #ask(
    url: URL,
    signal: AbortSignal | undefined,
  ): Promise<LinkOutcome | { status: number; location?: string }> {
    try {
      const head = await this.#request('HEAD', url, signal);
      // Many hosts know no HEAD, and say anything to it.
      return head.status >= 400 && head.status !== 429
        ? await this.#request('GET', url, signal)
        : head;
    } catch (error) {
      return failureOf(error);
    }
  }

  #request(
    method: 'HEAD' | 'GET',
    url: URL,
    signal: AbortSignal | undefined,
  ): Promise<{ status: number; location?: string }> {
    const isNamed = this.#hosts.names(url.host);
    const address = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(address) && !isNamed && isPrivateAddress(address)) {
      return Promise.reject(
        Object.assign(new Error('private'), { code: PRIVATE_ADDRESS }),
      );
    }
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = send(
        url,
        {
          method,
          agent: false,
          headers: { accept: '*/*', 'user-agent': AGENT },
          lookup: isNamed ? this.#lookup : publicOnly(this.#lookup),
          signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
        },
        (response: IncomingMessage) => {
          const { statusCode = 0, headers } = response;
          // What the page says is nobody's business.
          response.destroy();
          resolve({ status: statusCode, location: headers.location });
        },
      );
      request.on('error', reject);
      request.end();
    });
  }
}

function outcomeOf(status: number): LinkOutcome {
  const why = `answers ${status}`;
  if (status === 404 || status === 410) {
    return { state: 'gone', why };
  }
  if (status === 429) {
    return { state: 'unknown', why };
  }
  // Who asks for a sign-in has something to show.
  return { state: status >= 500 || status < 200 ? 'failed' : 'there', why };
}

function failureOf(error: unknown): LinkOutcome {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (code === PRIVATE_ADDRESS) {
    return { state: 'unknown', why: 'its host has a private address' };
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return { state: 'failed', why: `no answer within ${TIMEOUT_MS / 1000} s` };
  }
  return {
    state: 'failed',
    why:
      typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)
        ? `cannot be reached (${code})`
        : 'cannot be reached',
  };
}
