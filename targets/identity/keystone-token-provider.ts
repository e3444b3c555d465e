import { AuthenticationError, TargetUnavailableError } from '../errors';
import type { TokenProvider } from '../http/target';
import type { IssuedToken } from './issued-token';
import type { Keystone } from './keystone';

/** A token is replaced so long before its end, in milliseconds: a request that waits must not come too late. */
const margin = 30_000;

/** Gets its tokens from Keystone: one when the run begins, a new one when that has expired. */
export class KeystoneTokenProvider implements TokenProvider {
  readonly tokens: string[] = [];
  readonly secrets: readonly string[];
  private readonly known = new Set<string>();
  private staleAt = Number.POSITIVE_INFINITY;
  private renewal: Promise<void> | undefined;

  /** @param first what Keystone has given already. */
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
    this.known.add(token);
  }

  wasAccepted(token: string): boolean {
    return this.known.has(token);
  }

  async renewIfExpiring(): Promise<void> {
    if (this.keystone.clock.now() >= this.staleAt) await this.renew(this.token);
  }

  async renew(spent: string): Promise<void> {
    if (spent !== this.token) return;
    // Whoever else waits for a token waits for this one.
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
    this.staleAt = this.keystone.clock.now() + lifetime - Math.min(margin, lifetime / 4);
  }
}
