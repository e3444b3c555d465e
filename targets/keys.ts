import { alteredTokens, type Caller, unknownToken } from '../contracts/http/placeholders';
import type { Identity } from './identity/identity';
import { secretsInUrl } from './redact/told-url';
import { type Redactor, redactor } from './redactor';
import type { Target } from './target';

export type Keyed = Pick<Target, 'token' | 'otherToken' | 'identity' | 'otherIdentity'> &
  Partial<Pick<Target, 'proxy' | 'vmStates'>>;

/** The tokens by which a target is called: those of now, and all that ever were, to be replaced in what is recorded. */
export class Keys {
  private known = 0;
  private cleaner: Redactor | undefined;

  constructor(private readonly target: Keyed) {}

  /** What a caller shows now; undefined for one who shows nothing. */
  now(caller: Caller): string | undefined {
    const own = this.target.identity?.token ?? this.target.token;
    switch (caller) {
      case 'own':
        return own;
      case 'other':
        return this.target.otherIdentity?.token ?? this.target.otherToken;
      case 'unknown':
        return unknownToken;
      case 'none':
        return undefined;
      case 'empty':
        return '';
      default:
        return alteredTokens[caller].of(own) ?? unknownToken;
    }
  }

  /**
   * The same, once it has time left.
   *
   * @throws {TargetTrouble} where no new token is to be had.
   */
  async ready(caller: Caller): Promise<string | undefined> {
    await this.identityOf(caller)?.keepFresh();
    return this.now(caller);
  }

  accepted(caller: Caller, credential: string | undefined): void {
    if (credential !== undefined) this.identityOf(caller)?.accepted(credential);
  }

  /** Whether a token that is refused may be replaced: one that never was accepted has not expired, it is wrong. */
  isRenewable(caller: Caller, credential: string | undefined): boolean {
    return credential !== undefined && this.identityOf(caller)?.wasAccepted(credential) === true;
  }

  /** @throws {TargetTrouble} where no new token is to be had. */
  async renew(caller: Caller, spent: string | undefined): Promise<void> {
    if (spent !== undefined) await this.identityOf(caller)?.renew(spent);
  }

  /** Replaces every token that there was until now, and the passwords of everything on the way. */
  get clean(): Redactor {
    const { token, otherToken, identity, otherIdentity, proxy, vmStates } = this.target;
    const own = identity?.tokens ?? [token];
    const other = otherIdentity?.tokens ?? (otherToken === undefined ? [] : [otherToken]);
    const count = own.length + other.length;
    if (this.cleaner === undefined || this.known !== count) {
      const inUrls = [proxy, vmStates?.hook].flatMap((url) => secretsInUrl(url ?? ''));
      const hidden = [...(identity?.secrets ?? []), ...(otherIdentity?.secrets ?? []), ...inUrls];
      this.cleaner = redactor({ own, other, hidden });
      this.known = count;
    }
    return this.cleaner;
  }

  private identityOf(caller: Caller): Identity | undefined {
    if (caller === 'own') return this.target.identity;
    return caller === 'other' ? this.target.otherIdentity : undefined;
  }
}
