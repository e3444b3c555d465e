import { jsonOf, toBody } from '../../contracts/http/exchange';
import { asObject } from '../../contracts/http/json';
import { isUnavailable } from '../../contracts/http/status';
import { truncate } from '../../contracts/text/truncate';
import { AuthenticationError, TargetUnavailableError } from '../errors';
import { type Connection, describeUrl } from '../http/agent';
import type { Clock } from '../http/clock';
import type { HttpResponse } from '../http/message';
import { toUnavailableError } from '../http/network-errors';
import type { Network } from '../http/transport';
import { redactUrl, secretsInUrl } from '../redact/redact-url';
import { createRedactor } from '../redact/redactor';
import { type IssuedToken, parseIssuedToken } from './issued-token';

export interface KeystoneOptions {
  /** With or without /v3 at its end. */
  readonly url: string;
  readonly credentials: KeystoneCredentials;
  readonly project: IdOrName | undefined;
  readonly connection: Connection;
  readonly network: Network;
  /** How long to wait for one answer, in milliseconds. */
  readonly timeout: number;
}

/** Characters of its own words that are quoted. */
const maxQuoted = 300;

/** So often Keystone is asked when it is not there, and the first pause in between in milliseconds. */
const retries = { turns: 4, pause: 250 };

/** OpenStack's identity service, as far as it gives tokens: `POST /v3/auth/tokens`. */
export class Keystone {
  readonly secrets: readonly string[];
  readonly clock: Clock;
  private readonly url: string;
  /** As messages tell it. */
  private readonly place: string;

  constructor(private readonly options: KeystoneOptions) {
    this.url = options.url.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?$/, '');
    this.clock = options.network.clock;
    this.place = `${redactUrl(this.url)}/v3`;
    this.secrets = [...credentialSecrets(options.credentials), ...secretsInUrl(this.url)];
  }

  /**
   * @throws {AuthenticationError} for credentials that it does not take.
   * @throws {TargetUnavailableError} where it does not answer.
   */
  async authenticate(): Promise<IssuedToken> {
    for (let turn = 1; ; turn += 1) {
      const sent = await this.ask();
      if (sent instanceof TargetUnavailableError || isUnavailable(sent.status)) {
        const mayPass = !(sent instanceof TargetUnavailableError) || sent.kind === 'broken';
        if (!mayPass || turn === retries.turns) throw this.troubleIn(sent);
        await this.clock.sleep(retries.pause * 2 ** (turn - 1));
        continue;
      }
      const body = jsonOf(toBody(sent.body));
      const issued = sent.status < 300 ? parseIssuedToken(sent.headers['x-subject-token'], body) : undefined;
      if (issued !== undefined) return issued;
      if (sent.status >= 500) throw this.troubleIn(sent);
      throw new AuthenticationError(`${this.place} ${this.objection(sent.status, body)}`);
    }
  }

  /** A connection of its own each time: there may be an hour between two of them. */
  private async ask(): Promise<HttpResponse | TargetUnavailableError> {
    const { credentials, project, connection, network, timeout } = this.options;
    const transport = network.open({ ...connection, url: this.url, timeout });
    const body = Buffer.from(JSON.stringify(authRequestBody(credentials, project)));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    try {
      const asked = { method: 'POST', path: '/v3/auth/tokens', body } as const;
      return await transport.send(asked, headers);
    } catch (error) {
      return toUnavailableError(error, describeUrl(`${this.url}/v3`, connection));
    } finally {
      transport.close();
    }
  }

  private troubleIn(sent: HttpResponse | TargetUnavailableError): TargetUnavailableError {
    if (sent instanceof TargetUnavailableError) return sent;
    const message = `${this.place} gives no token (status ${sent.status}): try again once Keystone works`;
    return new TargetUnavailableError(message);
  }

  private objection(status: number, body: unknown): string {
    const told = asObject(asObject(body)?.error)?.message;
    // Keystone quotes its callers now and then.
    const clean = createRedactor({ own: [], hidden: this.secrets });
    const words =
      typeof told === 'string' ? `: ${truncate(clean.text(told).replace(/\s+/g, ' '), maxQuoted).text}` : '';
    if (status === 401) return 'does not accept the credentials (status 401)';
    if (told === undefined) return `is not Keystone (status ${status})`;
    return `gives no token (status ${status}${words})`;
  }
}

/** A user, a project or a domain: by its id, which is unique, or by its name, which is so within a domain. */
export interface IdOrName {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: { readonly id?: string; readonly name?: string };
}

/** By what Keystone knows its caller. */
export type KeystoneCredentials =
  | { readonly method: 'password'; readonly user: IdOrName; readonly password: string }
  | { readonly method: 'token'; readonly token: string }
  | {
      readonly method: 'application credential';
      readonly id?: string;
      /** Without an id: the name, and whose it is. */
      readonly name?: string;
      readonly user?: IdOrName;
      readonly secret: string;
    };

/** What must not be shown. */
function credentialSecrets(credentials: KeystoneCredentials): string[] {
  switch (credentials.method) {
    case 'password':
      return [credentials.password];
    case 'token':
      return [credentials.token];
    case 'application credential':
      return [credentials.secret];
  }
}

/** The body of `POST /v3/auth/tokens`. An application credential is for one project already. */
export function authRequestBody(credentials: KeystoneCredentials, project: IdOrName | undefined): object {
  const scope = project === undefined ? {} : { scope: { project } };
  switch (credentials.method) {
    case 'password': {
      const { user, password } = credentials;
      return { auth: { identity: { methods: ['password'], password: { user: { ...user, password } } }, ...scope } };
    }
    case 'token':
      return { auth: { identity: { methods: ['token'], token: { id: credentials.token } }, ...scope } };
    case 'application credential': {
      const { method: _, ...credential } = credentials;
      return { auth: { identity: { methods: ['application_credential'], application_credential: credential } } };
    }
  }
}
