import { isUtf8 } from 'node:buffer';
import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const bodyCapitalEscapesRefused = mutant({
  name: 'body-capital-escapes-refused',
  description: 'Rejects escapes with capital hex digits: a hand-written parser.',
  killedBy: ['BODY-05'],
  readBody: (request) => {
    if (/\\u[0-9a-f]*[A-F]/.test(request.body.toString('utf8'))) throw badRequest('Malformed request body');
    return compliant.readBody(request);
  },
});

export const bodySolidusKept = mutant({
  name: 'body-solidus-kept',
  description: 'Keeps the backslash of an escaped slash: a parser that forgets one of the eight short escapes.',
  killedBy: ['BODY-05'],
  readBody: (request) => {
    const kept = request.body
      .toString('utf8')
      .replace(/\\(.)/g, (both, character) => (character === '/' ? '\\\\/' : both));
    return compliant.readBody(isUtf8(request.body) ? { ...request, body: Buffer.from(kept) } : request);
  },
});

export const bodySpacesRefused = mutant({
  name: 'body-spaces-refused',
  description: 'Rejects white space before the JSON value: a filter that expects a brace as the first character.',
  killedBy: ['BODY-05'],
  readBody: (request) => {
    if (/^\s/.test(request.body.toString('utf8'))) throw badRequest('Malformed request body');
    return compliant.readBody(request);
  },
});

export const bodySurrogatesApart = mutant({
  name: 'body-surrogates-apart',
  description: 'Decodes the two escapes of a character above U+FFFF separately: a parser written for the basic plane.',
  killedBy: ['BODY-05'],
  readBody: (request) => {
    const apart = request.body.toString('utf8').replace(/\\ud[89ab]..\\ud[c-f]../gi, '\ufffd\ufffd');
    return compliant.readBody(isUtf8(request.body) ? { ...request, body: Buffer.from(apart) } : request);
  },
});

export const invalidUtf8TakenByV2 = mutant({
  name: 'invalid-utf-8-taken-by-v2',
  description:
    'Accepts bytes that are not UTF-8 under /v2 and rejects them under /v2.1: two parsers for one operation.',
  killedBy: ['BODY-10'],
  readBody: (request) =>
    compliant.readBody(
      request.url.startsWith('/v2/') ? { ...request, body: Buffer.from(request.body.toString('utf8')) } : request,
    ),
});

export const novaByteOrderMarkTaken = mutant({
  name: 'nova-byte-order-mark-taken',
  description: 'Skips a byte order mark: a framework that reads bodies as text files.',
  killedBy: ['BODY-09'],
  ...novaCompliant,
  readBody: (request) => {
    const hasMark = request.body.subarray(0, 3).equals(Buffer.from('\ufeff'));
    return compliant.readBody(hasMark ? { ...request, body: request.body.subarray(3) } : request);
  },
});
