import { VirtualClock } from '../../testing/virtual-clock';
import { Mock, type MockOptions } from '../mock';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any member of a response.
  readonly json: any;
}

/** A mock without a network, with requests as a client sends them. */
export class MockClient {
  readonly clock = new VirtualClock();
  readonly mock: Mock;

  constructor(options: MockOptions = {}) {
    this.mock = new Mock(this.clock, options);
  }

  async send(
    operation: string,
    { token, headers = {}, body }: { token?: string; headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer> {
    const [method = '', url = ''] = operation.split(' ');
    const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const all = { host: 'mock.test', ...(token === undefined ? {} : { 'x-auth-token': token }), ...headers };
    const response = await this.mock.respond({
      method,
      url,
      headers: all,
      body: bytes,
      chunks: [bytes],
      headerNames: Object.keys(all),
      connection: 0,
    });
    const text = response.body.toString();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  }

  /** POST /v3/auth/tokens */
  authenticate(method: string, given: unknown, scope?: unknown): Promise<Answer> {
    const auth = { identity: { methods: [method], [method]: given }, ...(scope === undefined ? {} : { scope }) };
    return this.send('POST /identity/v3/auth/tokens', { body: { auth } });
  }

  /** The user of the account, with its password. */
  get user(): unknown {
    const { username, password } = this.mock.account;
    return { name: username, domain: { name: 'Default' }, password };
  }

  /** A token of the project. */
  get token(): string {
    return this.mock.tokens.issue(this.mock.account, ['password'], true).id;
  }

  /** A path of the compute API below the project. */
  path(rest: string): string {
    return `/v2.1/${this.mock.account.projectId}/${rest}`;
  }
}
