import { Agent, request } from 'node:http';

export interface HttpAnswer {
  status: number;
  body: string;
}

class StaleConnectionError extends Error {}

const MOST_BYTES = 50_000_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** Requests to a backend on this machine, over connections that stay open. It refuses any other host. */
export class LoopbackClient {
  readonly #base: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  #token?: string;

  static create(options: { port: number }): LoopbackClient {
    return new LoopbackClient(new URL(`http://127.0.0.1:${options.port}`));
  }

  private constructor(base: URL) {
    this.#base = base;
  }

  /** All requests from here on carry this token. */
  signIn(token: string) {
    this.#token = token;
  }

  /** Throws when the answer is an error, or does not come within a minute. */
  async get(path: string, token?: string): Promise<string> {
    const { status, body } = await this.send('GET', path, token);
    if (status !== 200) {
      throw new Error(`GET ${path} answered ${status}: ${body.slice(0, 500)}`);
    }
    return body;
  }

  async getJson<T>(path: string, token?: string): Promise<T> {
    return JSON.parse(await this.get(path, token)) as T;
  }

  /** Throws when the answer is an error. The token is for this request only. */
  async post(path: string, token: string): Promise<void> {
    const { status, body } = await this.send('POST', path, token);
    if (status >= 300) {
      throw new Error(`POST ${path} answered ${status}: ${body.slice(0, 500)}`);
    }
  }

  /** As who is signed in, with a body. Throws when the answer is an error. */
  async postJson(path: string, body: object): Promise<string> {
    const answer = await this.send('POST', path, this.#token, body);
    if (answer.status >= 300) {
      throw new Error(
        `POST ${path} answered ${answer.status}: ${answer.body.slice(0, 500)}`,
      );
    }
    return answer.body;
  }

  async send(
    method: 'GET' | 'POST',
    path: string,
    token: string | undefined = this.#token,
    body?: object,
  ): Promise<HttpAnswer> {
    try {
      return await this.#send(method, path, token, body);
    } catch (error) {
      // The server closes a connection that was idle for long, now and then just as it is used again.
      if (error instanceof StaleConnectionError) {
        return await this.#send(method, path, token, body);
      }
      throw error;
    }
  }

  #send(
    method: 'GET' | 'POST',
    path: string,
    token: string | undefined,
    json?: object,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.#base),
        {
          method,
          agent: this.#agent,
          timeout: REQUEST_TIMEOUT_MS,
          headers: {
            ...(token && { authorization: `Bearer ${token}` }),
            ...(json && { 'content-type': 'application/json' }),
          },
        },
        answer => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > MOST_BYTES) {
              sent.destroy(new Error(`${path} answers more than expected`));
            }
            chunks.push(chunk);
          });
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('timeout', () =>
        sent.destroy(new Error(`${path} does not answer`)),
      );
      sent.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          sent.reusedSocket && error.code === 'ECONNRESET'
            ? new StaleConnectionError()
            : error,
        ),
      );
      sent.end(json && JSON.stringify(json));
    });
  }

  close() {
    this.#agent.destroy();
  }
}
