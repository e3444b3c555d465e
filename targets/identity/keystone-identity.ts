import { TargetTrouble } from '../trouble';
import type { Identity } from './identity';
import type { Issued } from './issued';
import { type Keystone, Refused } from './keystone';

/** A token is replaced so long before its end, in milliseconds: a request that waits must not come too late. */
const margin = 30_000;

/** Gets its tokens from Keystone: one when the run begins, a new one when that has expired. */
export class KeystoneIdentity implements Identity {
  readonly tokens: string[] = [];
  readonly secrets: readonly string[];
  private readonly known = new Set<string>();
  private staleAt = Number.POSITIVE_INFINITY;
  private renewal: Promise<void> | undefined;

  /** @param first what Keystone has given already. */
  constructor(
    private readonly keystone: Keystone,
    first: Issued,
  ) {
    this.secrets = keystone.secrets;
    this.take(first);
  }

  get token(): string {
    return this.tokens.at(-1) ?? '';
  }

  accepted(token: string): void {
    this.known.add(token);
  }

  wasAccepted(token: string): boolean {
    return this.known.has(token);
  }

  async keepFresh(): Promise<void> {
    if (this.keystone.clock.now() >= this.staleAt) await this.renew(this.token);
  }

  async renew(spent: string): Promise<void> {
    if (spent !== this.token) return;
    // Whoever else waits for a token waits for this one.
    this.renewal ??= this.signIn().finally(() => {
      this.renewal = undefined;
    });
    await this.renewal;
  }

  private async signIn(): Promise<void> {
    try {
      this.take(await this.keystone.signIn());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new TargetTrouble(`the token has expired, and there is no new one: ${error.message}`);
    }
  }

  private take({ token, lifetime }: Issued): void {
    if (token !== this.token) this.tokens.push(token);
    if (lifetime === undefined) return;
    this.staleAt = this.keystone.clock.now() + lifetime - Math.min(margin, lifetime / 4);
  }
}
