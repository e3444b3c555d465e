import { isCorruptResponse } from '../../contracts/http/inconclusive';
import { isUnavailable } from '../../contracts/http/status';
import type { TargetUnavailableError } from '../errors';
import type { Attempt } from './send-once';

/**
 * - `ok`: a response of the target.
 * - `corrupt`: the body cannot be read. A gateway may have sent it, or the target.
 * - `unavailable`: the response, or the lack of one, says nothing about the contract.
 */
export type ResponseClass =
  | { readonly kind: 'ok' }
  | { readonly kind: 'corrupt'; readonly reason: string }
  | {
      readonly kind: 'unavailable';
      readonly reason: string;
      readonly cause: TargetUnavailableError['kind'];
      /** The wait that a Retry-After header demands, in milliseconds. */
      readonly retryAfter?: number;
    };

export function classifyResponse({ response, error, exchange }: Attempt, now: Date): ResponseClass {
  if (error !== undefined) return { kind: 'unavailable', reason: error.message, cause: error.kind };
  const { status, headers } = response ?? exchange.response;
  if (isUnavailable(status)) {
    const retryAfter = parseRetryAfter(headers['retry-after'], now);
    const reason = `status ${status}, the status of an overloaded target or of a gateway`;
    return { kind: 'unavailable', reason, cause: 'load', ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  if (!isCorruptResponse(exchange)) return { kind: 'ok' };
  return { kind: 'corrupt', reason: `status ${status} with a body that is not JSON` };
}

/** Milliseconds that a Retry-After header demands (RFC 9110, 10.2.3: seconds or a date); undefined for any other text. */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
