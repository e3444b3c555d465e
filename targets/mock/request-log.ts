import type { IncomingRequest } from '../embedded/http';

/** A request that the mock has received, without secrets. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** The names are in lower case. A token is `(redacted)`. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text. Passwords, secrets and tokens are `(redacted)`. */
  readonly body: string;
  /** The status of the response; undefined where the client got none. */
  readonly status: number | undefined;
}

const redacted = '(redacted)';

const secretHeaders = new Set(['x-auth-token', 'x-subject-token', 'authorization', 'cookie']);

/** @param isIdentity the request is for Keystone: its body has credentials. */
export function toLogged(request: IncomingRequest, status: number | undefined, isIdentity: boolean): LoggedRequest {
  const { method, url, headers, body } = request;
  const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
  const text = body.toString('utf8');
  return {
    method,
    path: url,
    headers: Object.fromEntries(given.map(([name, value]) => [name, secretHeaders.has(name) ? redacted : value])),
    body: isIdentity ? withoutCredentials(text) : text,
    status,
  };
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
