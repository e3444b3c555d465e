/** A request as it came in, whole. */
export interface Incoming {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** The body as it arrived. */
  readonly pieces: readonly Buffer[];
  /** The names of its headers as they were written. */
  readonly names: readonly string[];
  /** Which of the connections that were ever opened it came on, counted from 0. */
  readonly connection: number;
}

/** An answer as it will go out. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The body has no length: it ends where the connection does, as in HTTP/1.0. */
  readonly untilClose?: true;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Outgoing {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export function text(status: number, body: string): Outgoing {
  return { status, headers: { 'content-type': 'text/plain; charset=UTF-8' }, body };
}
