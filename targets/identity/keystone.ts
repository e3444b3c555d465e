import { jsonOf, toBody } from '../../contracts/http/exchange';
import { asObject } from '../../contracts/http/json';
import { isUnavailable } from '../../contracts/http/status';
import { truncate } from '../../contracts/text/truncate';
import type { Clock } from '../clock';
import { type Connection, placeOf } from '../connection';
import type { Network } from '../network';
import { secretsInUrl, toldUrl } from '../redact/told-url';
import { redactor } from '../redactor';
import { TargetTrouble, troubleOf } from '../trouble';
import type { Answer } from '../wire';
import { authenticationOf, type Credentials, type Named, secretsOf } from './credentials';
import { type Issued, issuedBy } from './issued';

/** Keystone would not give a token, for a reason that its caller can mend. The message begins with who answered. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface KeystoneOptions {
  /** With or without /v3 at its end. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly project: Named | undefined;
  readonly connection: Connection;
  readonly network: Network;
  /** How long to wait for one answer, in milliseconds. */
  readonly timeout: number;
}

/** Characters of its own words that are quoted. */
const most = 300;

/** So often Keystone is asked when it is not there, and the first pause in between in milliseconds. */
const patience = { turns: 4, pause: 250 };

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
    this.place = `${toldUrl(this.url)}/v3`;
    this.secrets = [...secretsOf(options.credentials), ...secretsInUrl(this.url)];
  }

  /**
   * @throws {Refused} for credentials that it does not take.
   * @throws {TargetTrouble} where it does not answer.
   */
  async signIn(): Promise<Issued> {
    for (let turn = 1; ; turn += 1) {
      const sent = await this.ask();
      if (sent instanceof TargetTrouble || isUnavailable(sent.status)) {
        const mayPass = !(sent instanceof TargetTrouble) || sent.kind === 'broken';
        if (!mayPass || turn === patience.turns) throw this.troubleIn(sent);
        await this.clock.sleep(patience.pause * 2 ** (turn - 1));
        continue;
      }
      const body = jsonOf(toBody(sent.body));
      const issued = sent.status < 300 ? issuedBy(sent.headers['x-subject-token'], body) : undefined;
      if (issued !== undefined) return issued;
      if (sent.status >= 500) throw this.troubleIn(sent);
      throw new Refused(`${this.place} ${this.objection(sent.status, body)}`);
    }
  }

  /** A connection of its own each time: there may be an hour between two of them. */
  private async ask(): Promise<Answer | TargetTrouble> {
    const { credentials, project, connection, network, timeout } = this.options;
    const transport = network.open({ ...connection, url: this.url, timeout });
    const body = Buffer.from(JSON.stringify(authenticationOf(credentials, project)));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    try {
      const asked = { method: 'POST', path: '/v3/auth/tokens', body } as const;
      return await transport.send(asked, headers);
    } catch (error) {
      return troubleOf(error, placeOf(`${this.url}/v3`, connection));
    } finally {
      transport.close();
    }
  }

  private troubleIn(sent: Answer | TargetTrouble): TargetTrouble {
    if (sent instanceof TargetTrouble) return sent;
    const message = `${this.place} gives no token (status ${sent.status}): try again once Keystone works`;
    return new TargetTrouble(message);
  }

  private objection(status: number, body: unknown): string {
    const told = asObject(asObject(body)?.error)?.message;
    // Keystone quotes its callers now and then.
    const clean = redactor({ own: [], hidden: this.secrets });
    const words = typeof told === 'string' ? `: ${truncate(clean.text(told).replace(/\s+/g, ' '), most).text}` : '';
    if (status === 401) return 'does not accept the credentials (status 401)';
    if (told === undefined) return `is not Keystone (status ${status})`;
    return `gives no token (status ${status}${words})`;
  }
}
