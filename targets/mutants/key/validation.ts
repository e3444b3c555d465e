import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { acceptKeys } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const keyChecksFirstPair = mutant({
  name: 'key-checks-first-pair',
  description: 'Checks only the first key: a `return` inside the loop.',
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06'],
  checkKey: (key, context) => {
    const first = context.server.scratch.get('first');
    if (first === undefined || first === key) compliant.checkKey(key, context);
  },
  checkPairs: (raw, context) => {
    context.server.scratch.set('first', Object.keys(raw)[0]);
    return compliant.checkPairs(raw, context);
  },
});

export const keyChecksFirstSixtyFour = mutant({
  name: 'key-checks-first-sixty-four',
  description: 'Checks only the first 64 keys: a buffer of fixed size.',
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05'],
  checkPairs: (raw, context) => {
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).slice(0, 64)), context);
    for (const [key, value] of Object.entries(raw)) compliant.checkValue(value, key, context);
    return raw as Record<string, string>;
  },
});

export const keyChecksFirstTwenty = mutant({
  name: 'key-checks-first-twenty',
  description: 'Checks only the first twenty keys: a sample for speed.',
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05'],
  checkPairs: (raw, context) => {
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).slice(0, 20)), context);
    for (const [key, value] of Object.entries(raw)) compliant.checkValue(value, key, context);
    return raw as Record<string, string>;
  },
});

export const keyEmptyTaken = mutant({
  name: 'key-empty-taken',
  description: 'Accepts an empty key: `*` instead of `+` in the pattern.',
  killedBy: ['KEY-03'],
  checkKey: acceptKeys((key) => key === ''),
});

export const keyRefusedWith422 = mutant({
  name: 'key-refused-with-422',
  description: "Rejects an invalid key with 422: a framework's own validation.",
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06', 'KEY-07'],
  checkKey: (key, context) => {
    try {
      compliant.checkKey(key, context);
    } catch {
      throw new HttpError(422, 'bad key');
    }
  },
});

export const keyV2AllBad = mutant({
  name: 'key-v2-all-bad',
  description:
    'Accepts a map under /v2 if every key is invalid, like Nova 33: a schema that drops unknown names before it counts them.',
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06'],
  checkPairs: (raw, context) => {
    const isBad = (key: string) => !/^[A-Za-z0-9\-_:. ]{1,255}$/.test(key) || key.endsWith('\n');
    const keys = Object.keys(raw);
    if (context.version === 'v2.1' || keys.length === 0 || !keys.every(isBad))
      return compliant.checkPairs(raw, context);
    for (const [key, value] of Object.entries(raw)) context.behaviour.checkValue(value, key, context);
    return raw as Metadata;
  },
});
