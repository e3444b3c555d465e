import type { Behaviour } from '../embedded/behaviour';
import type { IncomingRequest, OutgoingResponse } from '../embedded/http';

/** Sends every answer as `change` makes it. */
export function rewritesAnswers(
  change: (answer: OutgoingResponse, request: IncomingRequest) => OutgoingResponse,
): Behaviour['handle'] {
  return async (request, next) => change(await next(request), request);
}
