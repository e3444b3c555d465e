import type { IncomingRequest } from '../embedded/http';
import type { Fault } from './faults/fault';

/** A request that the mock has received, without secrets. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** The names are in lower case. A token is `(redacted)`. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text. Passwords, secrets and tokens are `(redacted)`. */
  readonly body: string;
  /** The faults that it met, as they were given: `status=503:0.1`. */
  readonly faults: readonly string[];
  /** The status of the response; undefined until it is sent, and where none is sent. */
  readonly status: number | undefined;
}

/** The requests that the mock has received, in the order of their arrival. */
export class RequestLog {
  readonly requests: LoggedRequest[] = [];

  /**
   * @param isIdentity the request is for Keystone: its body has credentials.
   * @return sets the status.
   */
  add(request: IncomingRequest, faults: readonly Fault[], isIdentity: boolean): (status: number | undefined) => void {
    const { method, url, headers, body } = request;
    const text = body.toString('utf8');
    const logged = {
      method,
      path: url,
      headers: withoutTokens(headers),
      body: isIdentity ? withoutCredentials(text) : text,
      faults: faults.map((fault) => fault.text),
      status: undefined as number | undefined,
    };
    this.requests.push(logged);
    return (status) => {
      logged.status = status;
    };
  }

  clear(): void {
    this.requests.length = 0;
  }
}

const redacted = '(redacted)';

const secretHeaders = new Set(['x-auth-token', 'x-subject-token', 'authorization', 'cookie']);

function withoutTokens(headers: IncomingRequest['headers']): Record<string, string> {
  const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, secretHeaders.has(name) ? redacted : value]));
}

function withoutCredentials(text: string): string {
  if (text === '') return '';
  try {
    return JSON.stringify(JSON.parse(text, redactMember));
  } catch {
    return redacted;
  }
}

function redactMember(name: string, value: unknown): unknown {
  if (typeof value === 'string' && (name === 'password' || name === 'secret' || name === 'passcode')) return redacted;
  return name === 'token' ? { id: redacted } : value;
}
