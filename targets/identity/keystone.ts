import { setTimeout as sleep } from 'node:timers/promises';
import { clip } from '../../contracts/clip';
import { jsonOf, toBody } from '../../contracts/exchange';
import { asObject } from '../../contracts/json-object';
import { isTrouble } from '../../contracts/status';
import { agentFor } from '../agent-for';
import { type Connection, placeOf } from '../connection';
import { redactor } from '../redactor';
import { sender } from '../sender';
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
  /** How long to wait for one answer, in milliseconds. */
  readonly timeout: number;
}

/** Characters of a reason that Keystone gives. */
const longestReason = 1_000;

/** So often Keystone is asked when it is not there, and the first pause in between in milliseconds. */
const patience = { turns: 4, pause: 250 };

/** OpenStack's identity service, as far as it gives tokens: `POST /v3/auth/tokens`. */
export class Keystone {
  readonly secrets: readonly string[];
  private readonly url: string;

  constructor(private readonly options: KeystoneOptions) {
    this.url = options.url.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?$/, '');
    this.secrets = secretsOf(options.credentials);
  }

  /**
   * @throws {Refused} for credentials that it does not take.
   * @throws {TargetTrouble} where it does not answer.
   */
  async signIn(): Promise<Issued> {
    for (let turn = 1; ; turn += 1) {
      const sent = await this.ask();
      if (sent instanceof TargetTrouble || isTrouble(sent.status)) {
        const mayPass = !(sent instanceof TargetTrouble) || sent.kind === 'broken';
        if (!mayPass || turn === patience.turns) throw this.troubleIn(sent);
        await sleep(patience.pause * 2 ** (turn - 1));
        continue;
      }
      const body = jsonOf(toBody(sent.body));
      const issued = sent.status < 300 ? issuedBy(sent.headers['x-subject-token'], body) : undefined;
      if (issued !== undefined) return issued;
      if (sent.status >= 500) throw this.troubleIn(sent);
      throw new Refused(`${this.url}/v3 ${this.objection(sent.status, body)}`);
    }
  }

  /** A connection of its own each time: there may be an hour between two of them. */
  private async ask(): Promise<Answer | TargetTrouble> {
    const { credentials, project, connection, timeout } = this.options;
    const agent = agentFor(this.url, connection);
    const body = Buffer.from(JSON.stringify(authenticationOf(credentials, project)));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    try {
      const asked = { method: 'POST', path: '/v3/auth/tokens', body } as const;
      return await sender({ url: this.url, timeout }, agent)(asked, headers);
    } catch (error) {
      return troubleOf(error, placeOf(`${this.url}/v3`, connection));
    } finally {
      agent.destroy();
    }
  }

  private troubleIn(sent: Answer | TargetTrouble): TargetTrouble {
    if (sent instanceof TargetTrouble) return sent;
    const message = `${this.url}/v3 gives no token (status ${sent.status}): try again once Keystone works`;
    return new TargetTrouble(message);
  }

  private objection(status: number, body: unknown): string {
    const told = asObject(asObject(body)?.error)?.message;
    // Keystone quotes its callers now and then.
    const clean = redactor({ own: [], hidden: this.secrets });
    const words =
      typeof told === 'string' ? `: ${clip(clean.text(told).replace(/\s+/g, ' '), longestReason).text}` : '';
    if (status === 401) return 'does not accept the credentials (status 401)';
    if (told === undefined) return `is not Keystone (status ${status})`;
    return `gives no token (status ${status}${words})`;
  }
}
