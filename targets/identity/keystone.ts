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
  /** With or without /v3 at the end. */
  readonly url: string;
  readonly credentials: KeystoneCredentials;
  readonly project: IdOrName | undefined;
  readonly connection: Connection;
  readonly network: Network;
  /** How long to wait for one response, in milliseconds. */
  readonly timeout: number;
}

/** The longest quote from a response, in characters. */
const maxQuoteLength = 300;

/** Attempts while Keystone is unavailable, and the first pause between them in milliseconds. */
const attempts = { count: 4, pause: 250 };

/** Client of OpenStack's identity service: `POST /v3/auth/tokens`. */
export class Keystone {
  readonly secrets: readonly string[];
  readonly clock: Clock;
  private readonly url: string;
  /** The URL without secrets, for messages. */
  private readonly label: string;

  constructor(private readonly options: KeystoneOptions) {
    this.url = options.url.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?$/, '');
    this.clock = options.network.clock;
    this.label = `${redactUrl(this.url)}/v3`;
    this.secrets = [...credentialSecrets(options.credentials), ...secretsInUrl(this.url)];
  }

  /**
   * @throws {AuthenticationError} if Keystone rejects the credentials.
   * @throws {TargetUnavailableError} if Keystone is unavailable.
   */
  async authenticate(): Promise<IssuedToken> {
    for (let turn = 1; ; turn += 1) {
      const response = await this.requestToken();
      if (response instanceof TargetUnavailableError || isUnavailable(response.status)) {
        const isTemporary = !(response instanceof TargetUnavailableError) || response.kind === 'broken';
        if (!isTemporary || turn === attempts.count) throw this.unavailableError(response);
        await this.clock.sleep(attempts.pause * 2 ** (turn - 1));
        continue;
      }
      const { status, headers } = response;
      const body = jsonOf(toBody(response.body));
      const issued = status < 300 ? parseIssuedToken(headers['x-subject-token'], body) : undefined;
      if (issued !== undefined) return issued;
      if (status >= 500) throw this.unavailableError(response);
      throw new AuthenticationError(`${this.label} ${this.describeRefusal(status, body)}`);
    }
  }

  /** Opens a connection for each token: there may be an hour between two of them. */
  private async requestToken(): Promise<HttpResponse | TargetUnavailableError> {
    const { credentials, project, connection, network, timeout } = this.options;
    const transport = network.open({ ...connection, url: this.url, timeout });
    const body = Buffer.from(JSON.stringify(authRequestBody(credentials, project)));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    try {
      const request = { method: 'POST', path: '/v3/auth/tokens', body } as const;
      return await transport.send(request, headers);
    } catch (error) {
      return toUnavailableError(error, describeUrl(`${this.url}/v3`, connection));
    } finally {
      transport.close();
    }
  }

  private unavailableError(response: HttpResponse | TargetUnavailableError): TargetUnavailableError {
    if (response instanceof TargetUnavailableError) return response;
    const message = `${this.label} issues no token (status ${response.status}): try again once Keystone works`;
    return new TargetUnavailableError(message);
  }

  private describeRefusal(status: number, body: unknown): string {
    const message = asObject(asObject(body)?.error)?.message;
    // A message of Keystone may quote the request.
    const redactor = createRedactor({ own: [], hidden: this.secrets });
    const quote =
      typeof message === 'string'
        ? `: ${truncate(redactor.text(message).replace(/\s+/g, ' '), maxQuoteLength).text}`
        : '';
    if (status === 401) return 'does not accept the credentials (status 401)';
    if (message === undefined) return `is not Keystone (status ${status})`;
    return `issues no token (status ${status}${quote})`;
  }
}

/** A user or a project: by its id, or by its name, which is unique within a domain. */
export interface IdOrName {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: { readonly id?: string; readonly name?: string };
}

/** The credentials that Keystone accepts. */
export type KeystoneCredentials =
  | { readonly method: 'password'; readonly user: IdOrName; readonly password: string }
  | { readonly method: 'token'; readonly token: string }
  | {
      readonly method: 'application credential';
      readonly id?: string;
      /** Without an id: the name, and its user. */
      readonly name?: string;
      readonly user?: IdOrName;
      readonly secret: string;
    };

/** The secrets in credentials, for redaction. */
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

/** The body of `POST /v3/auth/tokens`. An application credential has no scope: it belongs to one project. */
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
