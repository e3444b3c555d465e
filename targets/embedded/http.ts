/** A complete request. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** The parts in which the body arrived. */
  readonly chunks: readonly Buffer[];
  /** The header names with their original case. */
  readonly headerNames: readonly string[];
  /** The number of its connection, counted from 0 over all that were opened. */
  readonly connection: number;
}

export interface OutgoingResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Sends no content-length: the body ends with the connection, as in HTTP/1.0. */
  readonly untilClose?: true;
}

export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export function textResponse(status: number, body: string): OutgoingResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=UTF-8' }, body };
}

/** Becomes an error response. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const badRequest = (message: string) => new HttpError(400, message);
export const unauthorized = () => new HttpError(401, 'The request you have made requires authentication.');
export const forbidden = (message: string) => new HttpError(403, message);
export const notFound = (what: string) => new HttpError(404, `${what} could not be found.`);
export const conflict = (message: string) => new HttpError(409, message);
export const unsupportedType = (type: string) => new HttpError(415, `Unsupported Content-Type ${type}`);
