import { alteredTokens, type Caller, unknownToken } from '../../contracts/http/placeholders';
import { secretsInUrl } from '../redact/redact-url';
import { createRedactor, type Redactor } from '../redact/redactor';
import type { Target, TokenProvider } from './target';

export type CredentialSource = Pick<Target, 'token' | 'otherToken' | 'tokenProvider' | 'otherTokenProvider'> &
  Partial<Pick<Target, 'proxy' | 'vmStates'>>;

/** The tokens of a target: the current ones for requests, and all earlier ones for redaction. */
export class Credentials {
  /** Tokens that `cached` replaces. */
  private cachedCount = 0;
  private cached: Redactor | undefined;

  constructor(private readonly target: CredentialSource) {}

  /** The current token of a caller; undefined for a request without a token. */
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
   * The token of a caller, renewed if it expires soon.
   *
   * @throws {TargetUnavailableError} if there is no new token.
   */
  async freshTokenOf(caller: Caller): Promise<string | undefined> {
    await this.providerOf(caller)?.renewIfExpiring();
    return this.tokenOf(caller);
  }

  markAccepted(caller: Caller, credential: string | undefined): void {
    if (credential !== undefined) this.providerOf(caller)?.markAccepted(credential);
  }

  /** True if a rejected token may be renewed. A token that was never accepted is wrong, not expired. */
  isRenewable(caller: Caller, credential: string | undefined): boolean {
    return credential !== undefined && this.providerOf(caller)?.wasAccepted(credential) === true;
  }

  /** @throws {TargetUnavailableError} if there is no new token. */
  async renew(caller: Caller, spent: string | undefined): Promise<void> {
    if (spent !== undefined) await this.providerOf(caller)?.renew(spent);
  }

  /** Replaces all tokens so far, and the passwords in the URLs of the proxy and the hook. */
  get redactor(): Redactor {
    const { token, otherToken, tokenProvider, otherTokenProvider, proxy, vmStates } = this.target;
    const own = tokenProvider?.tokens ?? [token];
    const other = otherTokenProvider?.tokens ?? (otherToken === undefined ? [] : [otherToken]);
    const count = own.length + other.length;
    if (this.cached === undefined || this.cachedCount !== count) {
      const inUrls = [proxy, vmStates?.hook].flatMap((url) => secretsInUrl(url ?? ''));
      const hidden = [...(tokenProvider?.secrets ?? []), ...(otherTokenProvider?.secrets ?? []), ...inUrls];
      this.cached = createRedactor({ own, other, hidden });
      this.cachedCount = count;
    }
    return this.cached;
  }

  private providerOf(caller: Caller): TokenProvider | undefined {
    if (caller === 'own') return this.target.tokenProvider;
    return caller === 'other' ? this.target.otherTokenProvider : undefined;
  }
}
