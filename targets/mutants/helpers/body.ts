import type { Behaviour } from '../../embedded/behaviour';
import { compliant } from '../../embedded/compliant';

/** True for a JSON object. */
export function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Changes the parsed body before its shape is checked. */
export function changeBody(change: (body: unknown) => unknown): Behaviour['checkShape'] {
  return (body, context) => compliant.checkShape(change(body), context);
}

/** Parses a body that is not JSON with a more lenient parser; rejects it if that one throws too. */
export function parseLeniently(lenient: (text: string) => unknown): Behaviour['readBody'] {
  return (request) => {
    try {
      return compliant.readBody(request);
    } catch (rejection) {
      try {
        return lenient(request.body.toString('utf8'));
      } catch {
        throw rejection;
      }
    }
  };
}
