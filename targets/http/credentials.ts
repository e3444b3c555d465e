import { alteredTokens, type Caller, unknownToken } from '../../contracts/http/placeholders';
import { secretsInUrl } from '../redact/redact-url';
import { createRedactor, type Redactor } from '../redact/redactor';
import type { Target, TokenProvider } from './target';

export type CredentialSource = Pick<Target, 'token' | 'otherToken' | 'tokenProvider' | 'otherTokenProvider'> &
  Partial<Pick<Target, 'proxy' | 'vmStates'>>;

/** The tokens by which a target is called: those of now, and all that ever were, to be replaced in what is recorded. */
export class Credentials {
  private known = 0;
  private cleaner: Redactor | undefined;

  constructor(private readonly target: CredentialSource) {}

  /** What a caller shows now; undefined for one who shows nothing. */
  tokenOf(caller: Caller): string | undefined {
    const own = this.target.tokenProvider?.token ?? this.target.token;
    switch (caller) {
      case 'own':
        return own;
      case 'other':
        return this.target.otherTokenProvider?.token ?? this.target.otherToken;
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
   * @throws {TargetUnavailableError} where no new token is to be had.
   */
  async freshTokenOf(caller: Caller): Promise<string | undefined> {
    await this.providerOf(caller)?.renewIfExpiring();
    return this.tokenOf(caller);
  }

  markAccepted(caller: Caller, credential: string | undefined): void {
    if (credential !== undefined) this.providerOf(caller)?.markAccepted(credential);
  }

  /** Whether a token that is refused may be replaced: one that never was accepted has not expired, it is wrong. */
  isRenewable(caller: Caller, credential: string | undefined): boolean {
    return credential !== undefined && this.providerOf(caller)?.wasAccepted(credential) === true;
  }

  /** @throws {TargetUnavailableError} where no new token is to be had. */
  async renew(caller: Caller, spent: string | undefined): Promise<void> {
    if (spent !== undefined) await this.providerOf(caller)?.renew(spent);
  }

  /** Replaces every token that there was until now, and the passwords of everything on the way. */
  get redactor(): Redactor {
    const { token, otherToken, tokenProvider, otherTokenProvider, proxy, vmStates } = this.target;
    const own = tokenProvider?.tokens ?? [token];
    const other = otherTokenProvider?.tokens ?? (otherToken === undefined ? [] : [otherToken]);
    const count = own.length + other.length;
    if (this.cleaner === undefined || this.known !== count) {
      const inUrls = [proxy, vmStates?.hook].flatMap((url) => secretsInUrl(url ?? ''));
      const hidden = [...(tokenProvider?.secrets ?? []), ...(otherTokenProvider?.secrets ?? []), ...inUrls];
      this.cleaner = createRedactor({ own, other, hidden });
      this.known = count;
    }
    return this.cleaner;
  }

  private providerOf(caller: Caller): TokenProvider | undefined {
    if (caller === 'own') return this.target.tokenProvider;
    return caller === 'other' ? this.target.otherTokenProvider : undefined;
  }
}
