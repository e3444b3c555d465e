import { exceedsJsonBounds } from './json';
import { memoizeByObject, memoizeByText } from './memoize';

/** A body in the evidence: text if the bytes are UTF-8, else Base64. */
export type Body = { readonly text: string } | { readonly base64: string };

export interface RecordedRequest {
  readonly method: string;
  /** The path after the base URL of the target, with the query string: `/v2.1/{project_id}/…`. */
  readonly path: string;
  /** Names in lower case. A placeholder replaces a token, see `placeholders.ts`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** One request and its response as sent and received, without secrets. The oracle judges nothing else. */
export interface Exchange {
  /** Unique in the run, from 1. */
  readonly number: number;
  /** The name of the check that sent the request. */
  readonly check: string;
  /** Milliseconds: the first sending, since the start of the run; and from there to the end of the response. */
  readonly at: number;
  readonly took: number;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** The number of its race. Requests of one race were in flight at the same time. */
  readonly race?: number;
  /** Servers whose metadata other requests replaced while this one was in flight. */
  readonly meanwhile?: readonly string[];
  /** It belongs to the setup or teardown of the check, not to its own requests. */
  readonly aside?: true;
  /** A retry, because the network failed before. */
  readonly retried?: true;
  /** The body was sent in two parts with a pause between them. */
  readonly paused?: true;
  /** The header names were sent in title case, as in `X-Auth-Token`, not in lower case. */
  readonly titled?: true;
  /**
   * The reason why the sender discarded the response: it shows the state of the network or of the moment, not of the
   * contract. The oracle judges nothing by it. Without a response the status is 0.
   */
  readonly fault?: string;
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The body of these bytes, which must not change afterwards. Memoized, because recorder and verifier need the same
 * body.
 */
export const toBody = memoizeByObject((bytes: Uint8Array): Body => {
  try {
    return { text: strictDecoder.decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes).toString('base64') };
  }
});

export function bytesOf(body: Body): Buffer {
  return 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
}

/** True if a body is neither empty nor JSON. */
export function isUnparsable(body: Body): boolean {
  return bytesOf(body).length > 0 && jsonOf(body) === undefined;
}

/**
 * The JSON of a body, or undefined if it is not JSON or exceeds the limits in `json.ts`. Read only: all callers share
 * the parsed value.
 */
export const jsonOf = memoizeByText(textOf, (text): unknown => {
  if (text === undefined || exceedsJsonBounds(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
});

/** True if a body is JSON, even if it is too large for `jsonOf`. */
export function isJson(body: Body): boolean {
  return jsonOf(body) !== undefined || ('text' in body && exceedsJsonBounds(body.text));
}

export function textOf(body: Body): string | undefined {
  return 'text' in body ? body.text : undefined;
}

/** Headers with names in title case, as in `X-Auth-Token`. Names are case-insensitive (RFC 9110, 5.1). */
export function titleCaseHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const title = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [title(name), value]));
}
