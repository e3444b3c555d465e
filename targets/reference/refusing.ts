import type { Behaviour } from './behaviour';
import { json, text } from './http-message';

const names: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  406: 'computeFault',
  409: 'conflictingRequest',
  415: 'badMediaType',
};

/** Nova's envelope; a body that is too large is answered before the API is reached, in plain text. */
export const refuse: Behaviour['refuse'] = ({ status, message }) => {
  if (status === 413) return text(413, message);
  return json(status, { [names[status] ?? 'computeFault']: { code: status, message } });
};
