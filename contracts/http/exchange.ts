import { exceedsJsonBounds } from './json';
import { memoizeByObject, memoizeByText } from './memoize';

/** A body as evidence holds it: text where the bytes are UTF-8, else Base64. */
export type Body = { readonly text: string } | { readonly base64: string };

export interface RecordedRequest {
  readonly method: string;
  /** What follows the target's own address: `/v2.1/{project_id}/…`, query string included. */
  readonly path: string;
  /** Lower-case names. A token stands here as its placeholder, see `placeholders.ts`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** One request and its answer, as they went over the wire, secrets replaced. The only thing that is ever judged. */
export interface Exchange {
  /** Counts from 1 over the run. */
  readonly number: number;
  /** The check that caused it. */
  readonly check: string;
  /** Milliseconds since the run began, when it was first sent, and from then until the answer was complete. */
  readonly at: number;
  readonly took: number;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** The race that it is part of: requests of the same number were under way at the same time. */
  readonly race?: number;
  /** Servers whose metadata other requests were replacing while this one was under way. */
  readonly meanwhile?: readonly string[];
  /** It sets the stage of the check, or looks at it afterwards: its own expectations do not see it. */
  readonly aside?: true;
  /** It was sent again, as the one before it went wrong on the way. */
  readonly retried?: true;
  /** Its body went in two pieces with a pause between. */
  readonly paused?: true;
  /** The names of its headers went as many clients write them, `X-Auth-Token`, and not in small letters. */
  readonly titled?: true;
  /**
   * What its answer is taken for, where that tells of the way to the target or of the moment and not of the contract:
   * nothing is judged by it. Where no answer came its status is 0.
   */
  readonly fault?: string;
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The body that these bytes make; they must not change any more. Whoever records an answer and whoever looks at it ask
 * for the same bytes.
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

/** Whether a body holds something that cannot be read as JSON: bytes that are not UTF-8, or another text. */
export function isUnparsable(body: Body): boolean {
  return bytesOf(body).length > 0 && jsonOf(body) === undefined;
}

/**
 * The JSON of a body, or undefined where it holds none, or more than a reader of this API can take. To be looked at, never
 * changed: it is read once for all who judge a part of it.
 */
export const jsonOf = memoizeByText(textOf, (text): unknown => {
  if (text === undefined || exceedsJsonBounds(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
});

/** Whether a body is JSON, also where `jsonOf` does not read it as it holds too much. */
export function isJson(body: Body): boolean {
  return jsonOf(body) !== undefined || ('text' in body && exceedsJsonBounds(body.text));
}

export function textOf(body: Body): string | undefined {
  return 'text' in body ? body.text : undefined;
}

/** Headers under names as many clients write them: `X-Auth-Token`. They mean the same (RFC 9110, 5.1). */
export function titleCaseHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const title = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [title(name), value]));
}
