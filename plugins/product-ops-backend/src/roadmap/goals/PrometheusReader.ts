import { CustomErrorBase } from '@backstage/errors';
import type { PrometheusServer } from './metricsConfig';

/** One number is asked for: an answer that is longer has something else. */
const MAX_BYTES = 256 * 1024;
const MAX_ERROR = 300;
const EARLIEST_MS = Date.parse('2000-01-01');
const AHEAD_MS = 24 * 3600 * 1000;

/** Why a metric has no new value; its message is shown to whoever may read the goal, so it holds no secret. */
export class MetricSourceError extends CustomErrorBase {
  name = 'MetricSourceError' as const;
}

/** What a query gave. */
export interface MetricReading {
  value: number;
  at: Date;
}

/** Asks one server of the configuration for single numbers. */
export class PrometheusReader {
  readonly #server: PrometheusServer;

  static create(server: PrometheusServer): PrometheusReader {
    return new PrometheusReader(server);
  }

  private constructor(server: PrometheusServer) {
    this.#server = server;
  }

  /** The number that a query gives now, or a {@link MetricSourceError}. */
  async read(
    query: string,
    options: { now: Date; signal?: AbortSignal },
  ): Promise<MetricReading> {
    const { name } = this.#server;
    const { status, body } = await this.#ask(query, options.signal);
    if (status >= 300 && status < 400) {
      throw new MetricSourceError(
        `${name} answers ${status}, another address; expected an answer: redirects are not followed`,
      );
    }
    let answer: unknown;
    try {
      answer = JSON.parse(body);
    } catch {
      throw new MetricSourceError(
        `${name} answers ${status} with something else than JSON; expected the Prometheus HTTP API`,
      );
    }
    const { status: outcome, data, error } = fieldsOf(answer);
    if (status !== 200 || outcome !== 'success') {
      throw new MetricSourceError(
        `${name} answers ${status}${
          typeof error === 'string' ? `: ${this.#harmless(error)}` : ''
        }`,
      );
    }
    return this.#readingOf(fieldsOf(data), options.now);
  }

  async #ask(
    query: string,
    outer: AbortSignal | undefined,
  ): Promise<{ status: number; body: string }> {
    const { name, url, headers, timeoutMs } = this.#server;
    const asked = new URL(url);
    asked.pathname = `${url.pathname.replace(/\/$/, '')}/api/v1/query`;
    asked.searchParams.set('query', query);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = outer ? AbortSignal.any([timeout, outer]) : timeout;
    try {
      const response = await fetch(asked, {
        headers: { accept: 'application/json', ...headers },
        redirect: 'manual',
        signal,
      });
      return { status: response.status, body: await this.#bodyOf(response) };
    } catch (error) {
      if (error instanceof MetricSourceError) {
        throw error;
      }
      if (timeout.aborted) {
        throw new MetricSourceError(
          `${name} has not answered within ${timeoutMs / 1000} s`,
        );
      }
      // The text of the error may have the address in it.
      const code = fieldsOf(fieldsOf(error).cause).code;
      throw new MetricSourceError(
        `${name} cannot be reached${
          typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)
            ? ` (${code})`
            : ''
        }`,
      );
    }
  }

  async #bodyOf(response: Response): Promise<string> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) {
        return Buffer.concat(parts).toString('utf8');
      }
      bytes += part.value.byteLength;
      if (bytes > MAX_BYTES) {
        await reader?.cancel();
        throw new MetricSourceError(
          `${this.#server.name} answers with more than ${
            MAX_BYTES / 1024
          } KB; expected one number: sum the series up`,
        );
      }
      parts.push(part.value);
    }
  }

  #readingOf(data: Record<string, unknown>, now: Date): MetricReading {
    const { resultType, result } = data;
    if (resultType === 'scalar') {
      return this.#sampleOf(result, now);
    }
    if (resultType !== 'vector' || !Array.isArray(result)) {
      throw new MetricSourceError(
        `The query gives a ${String(resultType).slice(
          0,
          20,
        )}; expected one number, an instant vector or a scalar`,
      );
    }
    if (result.length === 0) {
      throw new MetricSourceError(
        'The query gives no series; expected one number',
      );
    }
    if (result.length > 1) {
      throw new MetricSourceError(
        `The query gives ${result.length} series; expected one: sum or average them, or choose one by its labels`,
      );
    }
    return this.#sampleOf(fieldsOf(result[0]).value, now);
  }

  #sampleOf(sample: unknown, now: Date): MetricReading {
    const [seconds, text]: unknown[] = Array.isArray(sample) ? sample : [];
    const value =
      typeof text === 'string' && text.trim() ? Number(text) : undefined;
    if (value === undefined || !Number.isFinite(value)) {
      throw new MetricSourceError(
        `The query gives ${
          typeof text === 'string' ? text.slice(0, 30) : 'no value'
        }; expected a finite number`,
      );
    }
    const at = Number(seconds) * 1000;
    const known = at > EARLIEST_MS && at < now.getTime() + AHEAD_MS;
    // -0 comes back as 0.
    return { value: value + 0, at: known ? new Date(Math.round(at)) : now };
  }

  /** What a server says, without what it was told: some give headers back. */
  #harmless(text: string): string {
    return Object.values(this.#server.headers)
      .flatMap(value => [value, ...value.split(/\s+/)])
      .filter(secret => secret.length > 3)
      .reduce((left, secret) => left.replaceAll(secret, '***'), text)
      .replaceAll('\0', '')
      .slice(0, MAX_ERROR);
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
