import { compliant } from '../../embedded/compliant';
import { jsonResponse } from '../../embedded/http';
import { mutant } from '../helpers/mutant';

export const answersAllAsHtml = mutant({
  name: 'answers-all-as-html',
  description: "Labels every response text/html, errors and reads included: a framework's default.",
  killedBy: ['ANSWER-04'],
  handle: async (request, next) => {
    const { headers, ...rest } = await next(request);
    return { ...rest, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } };
  },
});

export const answersAsHtml = mutant({
  name: 'answers-as-html',
  description: "Labels the response to a replace text/html: a framework's default.",
  killedBy: ['ANSWER-04'],
  answer: (stored, sent, context) => {
    const { headers, ...rest } = compliant.answer(stored, sent, context);
    return { ...rest, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } };
  },
});

export const answersBareMap = mutant({
  name: 'answers-bare-map',
  description: 'Returns the map without the enclosing `metadata` member: a handler that returns the stored object.',
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, stored),
});

export const answersEncodedTwice = mutant({
  name: 'answers-encoded-twice',
  description: 'Encodes the response body as JSON twice: a serialiser called on the output of another.',
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, JSON.stringify({ metadata: stored })),
});

export const answersListForEmpty = mutant({
  name: 'answers-list-for-empty',
  description: 'Returns an empty list instead of an empty map, in reads too: PHP has one type for both.',
  killedBy: ['ANSWER-02'],
  handle: async (request, next) => {
    const answer = await next(request);
    if (!request.url.endsWith('/metadata')) return answer;
    return { ...answer, body: String(answer.body).replace('{"metadata":{}}', '{"metadata":[]}') };
  },
});

export const answersListOfPairs = mutant({
  name: 'answers-list-of-pairs',
  description: 'Returns a list of keys and values: the database rows serialised as they are.',
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, { metadata: Object.entries(stored).map(([key, value]) => ({ key, value })) }),
});

export const answersNullForEmpty = mutant({
  name: 'answers-null-for-empty',
  description: 'Returns null for an empty map: a nil map in Go.',
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, { metadata: Object.keys(stored).length === 0 ? null : stored }),
});

export const answersWithServerId = mutant({
  name: 'answers-with-server-id',
  description: 'Returns the server id beside the map: a response object shared with another operation.',
  killedBy: ['ANSWER-03'],
  answer: (stored, _sent, { server }) => jsonResponse(200, { metadata: stored, server_id: server.id }),
});

export const answersWithoutType = mutant({
  name: 'answers-without-type',
  description: 'Sends no Content-Type header: a handler that writes bytes to the socket.',
  killedBy: ['ANSWER-04'],
  answer: (stored, sent, context) => ({ ...compliant.answer(stored, sent, context), headers: {} }),
});
