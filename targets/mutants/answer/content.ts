import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const answersFirstTen = mutant({
  name: 'answers-first-ten',
  description: 'Returns at most ten pairs, but stores all: a serialiser with a default page size.',
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) =>
    compliant.answer(Object.fromEntries(Object.entries(stored).slice(0, 10)), sent, context),
});

export const answersInLatin1 = mutant({
  name: 'answers-in-latin-1',
  description: 'Encodes the response body in Latin-1: a writer that uses the encoding of its host.',
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) => {
    const answer = compliant.answer(stored, sent, context);
    return { ...answer, body: Buffer.from(String(answer.body), 'latin1') };
  },
});

export const answersMergedMap = mutant({
  name: 'answers-merged-map',
  description:
    'Returns the old pairs too, but stores only the new ones: a cached object that is updated instead of replaced.',
  killedBy: ['ANSWER-02'],
  replace: (old, sent, { server }) => {
    server.scratch.set('old', old);
    return sent;
  },
  answer: (stored, sent, context) =>
    compliant.answer({ ...(context.server.scratch.get('old') as Metadata), ...stored }, sent, context),
});

export const answersOldMap = mutant({
  name: 'answers-old-map',
  description: 'Returns the map from before the replace: the row is read before the commit.',
  killedBy: ['ANSWER-02'],
  replace: (old, sent, context) => {
    context.server.scratch.set('old', old);
    return sent;
  },
  answer: (_stored, sent, context) => compliant.answer(context.server.scratch.get('old') as Metadata, sent, context),
});

export const answersQuestionMarks = mutant({
  name: 'answers-question-marks',
  description:
    'Returns a question mark for every character outside ASCII, but stores it correctly: a writer that uses the encoding of its host.',
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) =>
    compliant.answer(
      mapPairs(stored, (key, value) => [key, value.replace(/[^\p{ASCII}]/gu, '?')]),
      sent,
      context,
    ),
});

export const answersWithoutEmptyValues = mutant({
  name: 'answers-without-empty-values',
  description: 'Omits pairs with an empty value from the response: `omitempty` in Go.',
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) =>
    compliant.answer(
      mapPairs(stored, (key, value) => (value === '' ? undefined : [key, value])),
      sent,
      context,
    ),
});
