import { isUtf8 } from 'node:buffer';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';

export const deepBodyFails = mutant({
  name: 'deep-body-fails',
  description: 'Fails with 500 for a value nested 2,000 levels deep: a recursion limit.',
  killedBy: ['ANSWER-06'],
  checkShape: (body, context) => {
    if (JSON.stringify(body).includes('['.repeat(1_000))) throw new RangeError('maximum recursion depth exceeded');
    return compliant.checkShape(body, context);
  },
});

export const errorsEmpty = mutant({
  name: 'errors-empty',
  description: 'Sends an error response without a body: `abort(400)` behind a filter that drops error pages.',
  killedBy: ['ANSWER-05'],
  errorResponse: ({ status }) => ({ status, headers: {}, body: '' }),
});

export const errorsInHtml = mutant({
  name: 'errors-in-html',
  description: "Sends error responses in HTML: a framework's error page.",
  killedBy: ['ANSWER-05'],
  errorResponse: ({ status, message }) => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<h1>${status}</h1><p>${message}</p>`,
  }),
});

export const invalidUtf8Fails = mutant({
  name: 'invalid-utf-8-fails',
  description: 'Fails with 500 for bytes that are not UTF-8: the body is decoded outside the error handler.',
  killedBy: ['ANSWER-06'],
  readBody: (request) => {
    if (!isUtf8(request.body)) throw new TypeError('invalid byte sequence');
    return compliant.readBody(request);
  },
});

export const loneSurrogateFails = mutant({
  name: 'lone-surrogate-fails',
  description: 'Fails with 500 for a lone surrogate: the text is encoded to UTF-8 for the database.',
  killedBy: ['ANSWER-06'],
  save: (map, context) => {
    if (/\p{Surrogate}/u.test(Object.values(map).join(''))) throw new RangeError('surrogates not allowed');
    return compliant.save(map, context);
  },
});

export const wrongTypeFails = mutant({
  name: 'wrong-type-fails',
  description: 'Fails with 500 for a value that is not a string: `value.trim()` called on any type.',
  killedBy: ['ANSWER-06', 'VALUE-09'],
  checkValue: (value, key, context) => {
    if (typeof value !== 'string') throw new TypeError('value.trim is not a function');
    compliant.checkValue(value, key, context);
  },
});
