import type { HttpRequest, HttpResponse, RequestContext } from './message';

/** Sends a request. `Result` is a response, or an attempt below the retries. */
export type Send<Result = HttpResponse> = (request: HttpRequest, context: RequestContext) => Promise<Result>;

/** Adds one rule to the way a request is sent. */
export type Policy<Result = HttpResponse> = (next: Send<Result>) => Send<Result>;

/** @param policies the outermost first: it sees each request first, and each response last. */
export function pipeline<Result>(innermost: Send<Result>, policies: readonly Policy<Result>[]): Send<Result> {
  return policies.reduceRight((next, policy) => policy(next), innermost);
}
