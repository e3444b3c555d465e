import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';

export const answers201 = mutant({
  name: 'answers-201',
  description: 'Returns 201: a framework whose PUT creates by default.',
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => ({ ...compliant.answer(stored, sent, context), status: 201 }),
});

export const answers202 = mutant({
  name: 'answers-202',
  description: 'Returns 202: a gateway that treats every change as a job.',
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => ({ ...compliant.answer(stored, sent, context), status: 202 }),
});

export const answers204 = mutant({
  name: 'answers-204',
  description: "Returns 204 without a body: a framework's default for PUT.",
  killedBy: ['ANSWER-01', 'ANSWER-02'],
  answer: () => ({ status: 204, headers: {}, body: '' }),
});

export const answersEmptyMapWith204 = mutant({
  name: 'answers-empty-map-with-204',
  description: 'Returns 204 for an empty map: a framework that treats an empty result as no content.',
  killedBy: ['ANSWER-01', 'ANSWER-02'],
  answer: (stored, sent, context) =>
    Object.keys(sent).length === 0 ? { status: 204, headers: {}, body: '' } : compliant.answer(stored, sent, context),
});

export const firstPieceAlone = mutant({
  name: 'first-piece-alone',
  description: 'Reads only the first chunk of a request body: a single call of `read`.',
  killedBy: ['ANSWER-01'],
  alsoBreaks: ['VALUE-03'],
  isOfTransport: true,
  readBody: (request) => compliant.readBody({ ...request, body: request.chunks[0] ?? request.body }),
});

export const headerNamesInSmallLetters = mutant({
  name: 'header-names-in-small-letters',
  description:
    'Finds the token header only if its name is in lower case: a function behind a gateway that looks it up in the raw headers.',
  killedBy: ['ANSWER-01'],
  isOfTransport: true,
  authorise: (request, address, store) => {
    const { 'x-auth-token': token, ...rest } = request.headers;
    const known = request.headerNames.includes('x-auth-token') ? { ...rest, 'x-auth-token': token } : rest;
    return compliant.authorise({ ...request, headers: known }, address, store);
  },
});

export const repeatNotModified = mutant({
  name: 'repeat-not-modified',
  description: 'Returns 304 if the replace changes nothing: a cache that treats PUT like GET.',
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => {
    const isSame = sameMetadata(context.server.scratch.get('before') as Metadata, stored);
    return isSame ? { status: 304, headers: {}, body: '' } : compliant.answer(stored, sent, context);
  },
  replace: (old, sent, { server }) => {
    server.scratch.set('before', old);
    return sent;
  },
});
