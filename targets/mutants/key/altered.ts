import type { OutgoingResponse } from '../../embedded/http';
import { mutant } from '../helpers/mutant';
import { changeKeys, mapPairs } from '../helpers/pairs';

export const keyCaseOfOldStays = mutant({
  name: 'key-case-of-old-stays',
  description:
    'Keeps the old spelling of a key that differs only in case: an update under a case-insensitive collation.',
  killedBy: ['KEY-08'],
  replace: (old, sent) => {
    const spelled = new Map(Object.keys(old).map((key) => [key.toLowerCase(), key]));
    return mapPairs(sent, (key, value) => [
      Object.hasOwn(old, key) ? key : (spelled.get(key.toLowerCase()) ?? key),
      value,
    ]);
  },
});

export const keyDotBecomesUnderscore = mutant({
  name: 'key-dot-becomes-underscore',
  description: 'Stores a dot in a key as an underscore: a document store that allows no dots in names.',
  killedBy: ['KEY-02'],
  replace: changeKeys((key) => key.replaceAll('.', '_')),
});

export const keyHyphenBecomesUnderscore = mutant({
  name: 'key-hyphen-becomes-underscore',
  description: 'Stores a hyphen in a key as an underscore: keys passed through environment variables.',
  killedBy: ['KEY-02'],
  replace: changeKeys((key) => key.replaceAll('-', '_')),
});

export const keyLeadingZerosLost = mutant({
  name: 'key-leading-zeros-lost',
  description: 'Drops the leading zeros of a numeric key: a number instead of a string.',
  killedBy: ['KEY-02'],
  replace: changeKeys((key) => (/^0\d{1,14}$/.test(key) ? String(Number(key)) : key)),
});

export const keyLowerCased = mutant({
  name: 'key-lower-cased',
  description: 'Stores keys in lower case: keys are treated like HTTP header names.',
  killedBy: ['KEY-02', 'KEY-08'],
  replace: changeKeys((key) => key.toLowerCase()),
});

export const keyNumbersRenumbered = mutant({
  name: 'key-numbers-renumbered',
  description: 'Renumbers keys that are integers: `array_merge` in PHP.',
  killedBy: ['KEY-02'],
  replace: (_old, sent) => {
    let next = 0;
    return mapPairs(sent, (key, value) => (/^(0|[1-9]\d{0,8})$/.test(key) ? [String(next++), value] : [key, value]));
  },
});

export const showsListForCountedKeys = mutant({
  name: 'shows-list-for-counted-keys',
  description: "Shows a map as a list if its keys count up from 0: PHP's `json_encode` decides by the keys.",
  killedBy: ['KEY-02'],
  alsoBreaks: ['ANSWER-02', 'KEY-01', 'REPLACE-08'],
  handle: async (request, next) => encoded(await next(request)),
});

function encoded(answer: OutgoingResponse): OutgoingResponse {
  if (answer.body === '') return answer;
  const asPhp = (_name: string, value: unknown) => (isCounted(value) ? Object.values(value as object) : value);
  try {
    return { ...answer, body: JSON.stringify(JSON.parse(answer.body.toString()), asPhp) };
  } catch {
    return answer;
  }
}

function isCounted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key, place) => key === String(place));
}
