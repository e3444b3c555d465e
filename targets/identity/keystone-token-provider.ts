import { AuthenticationError, TargetUnavailableError } from '../errors';
import type { TokenProvider } from '../http/target';
import type { IssuedToken } from './issued-token';
import type { Keystone } from './keystone';

/** A token is renewed this long before it expires, in milliseconds: a request may wait before it is handled. */
const margin = 30_000;

/** Gets a new token from Keystone when the current one expires. */
export class KeystoneTokenProvider implements TokenProvider {
  readonly tokens: string[] = [];
  readonly secrets: readonly string[];
  private readonly accepted = new Set<string>();
  private renewAt = Number.POSITIVE_INFINITY;
  private renewal: Promise<void> | undefined;

  /** @param first the token of the sign-in. */
  constructor(
    private readonly keystone: Keystone,
    first: IssuedToken,
  ) {
    this.secrets = keystone.secrets;
    this.take(first);
  }

  get token(): string {
    return this.tokens.at(-1) ?? '';
  }

  markAccepted(token: string): void {
    this.accepted.add(token);
  }

  wasAccepted(token: string): boolean {
    return this.accepted.has(token);
  }

  async renewIfExpiring(): Promise<void> {
    if (this.keystone.clock.now() >= this.renewAt) await this.renew(this.token);
  }

  async renew(spent: string): Promise<void> {
    if (spent !== this.token) return;
    // Concurrent calls share one renewal.
    this.renewal ??= this.authenticate().finally(() => {
      this.renewal = undefined;
    });
    await this.renewal;
  }

  private async authenticate(): Promise<void> {
    try {
      this.take(await this.keystone.authenticate());
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error;
      throw new TargetUnavailableError(`the token has expired, and there is no new one: ${error.message}`);
    }
  }

  private take({ token, lifetime }: IssuedToken): void {
    if (token !== this.token) this.tokens.push(token);
    if (lifetime === undefined) return;
    this.renewAt = this.keystone.clock.now() + lifetime - Math.min(margin, lifetime / 4);
  }
}
