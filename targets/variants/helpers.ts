import type { Behaviour } from '../embedded/behaviour';
import { HttpError, type IncomingRequest, type OutgoingResponse } from '../embedded/http';

/** Replaces the status of a rejection by another one. */
export function replaceStatus<Decision extends 'authorise' | 'findServer' | 'checkQuota' | 'readBody'>(
  decide: Behaviour[Decision],
  from: number,
  to: number,
): Behaviour[Decision] {
  const other = (...parameters: Parameters<Behaviour[Decision]>) => {
    try {
      return (decide as (...parameters: unknown[]) => unknown)(...parameters);
    } catch (rejection) {
      throw rejection instanceof HttpError && rejection.status === from
        ? new HttpError(to, rejection.message)
        : rejection;
    }
  };
  return other as Behaviour[Decision];
}

/** Changes every response. */
export function changeResponses(
  change: (answer: OutgoingResponse, request: IncomingRequest) => OutgoingResponse,
): Behaviour['handle'] {
  return async (request, next) => change(await next(request), request);
}

/** Writes the JSON of every response in another form. */
export function writeJsonAs(write: (json: unknown) => string): Behaviour['handle'] {
  return changeResponses((answer) => {
    const isJson = answer.headers['content-type']?.startsWith('application/json');
    return isJson ? { ...answer, body: write(JSON.parse(String(answer.body))) } : answer;
  });
}
