import { randomBytes } from 'node:crypto';
import type { Clock } from '../../http/clock';
import { type Account, randomSecret } from './account';

/** A token that the mock has issued. */
export interface Token {
  readonly id: string;
  readonly account: Account;
  /** A token without a project is good only for another token, and for the list of projects. */
  readonly hasProject: boolean;
  /** The methods of authentication: a token that was made from another one has the methods of both. */
  readonly methods: readonly string[];
  readonly auditId: string;
  readonly issued: Date;
  readonly expires: Date;
}

/** The tokens of the mock. */
export class Tokens {
  private readonly issued = new Map<string, Token>();

  /**
   * @param projects the project of each token, for the compute API.
   * @param lifetime how long a new token is good, in milliseconds.
   */
  constructor(
    private readonly clock: Clock,
    private readonly projects: Map<string, string>,
    private readonly lifetime: () => number,
  ) {}

  issue(account: Account, methods: readonly string[], hasProject: boolean): Token {
    const issued = this.clock.date();
    const token: Token = {
      id: randomSecret(),
      account,
      hasProject,
      methods,
      auditId: randomBytes(16).toString('base64url'),
      issued,
      expires: new Date(issued.getTime() + this.lifetime()),
    };
    this.issued.set(token.id, token);
    if (hasProject) this.projects.set(token.id, account.projectId);
    return token;
  }

  /** Undefined for an unknown, an expired and a revoked token. */
  find(id: string | undefined): Token | undefined {
    this.removeExpired();
    return this.issued.get(id ?? '');
  }

  revoke({ id }: Token): void {
    this.issued.delete(id);
    this.projects.delete(id);
  }

  removeExpired(): void {
    const now = this.clock.date();
    for (const token of this.issued.values()) if (token.expires <= now) this.revoke(token);
  }
}
