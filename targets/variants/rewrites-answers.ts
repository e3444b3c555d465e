import type { Behaviour } from '../reference/behaviour';
import type { Incoming, Outgoing } from '../reference/http-message';

/** Sends every answer as `change` makes it. */
export function rewritesAnswers(change: (answer: Outgoing, request: Incoming) => Outgoing): Behaviour['handle'] {
  return async (request, next) => change(await next(request), request);
}
