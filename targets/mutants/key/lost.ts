import { mutant } from '../helpers/mutant';
import { changeKeys, mapPairs } from '../helpers/pairs';

export const keyHashOfJava = mutant({
  name: 'key-hash-of-java',
  description:
    'Treats two keys with the same Java `String.hashCode` as one, like `Aa` and `BB`: an index that does not handle collisions.',
  killedBy: ['KEY-02'],
  alsoBreaks: ['REPLACE-01'],
  replace: (_old, sent) => {
    const slots = new Map(Object.entries(sent).map((pair) => [hashCode(pair[0]), pair]));
    return Object.fromEntries(slots.values());
  },
});

function hashCode(text: string): number {
  return [...text].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0, 0);
}

export const keyIgnoresCase = mutant({
  name: 'key-ignores-case',
  description: 'Treats `Foo` and `foo` as one key: a case-insensitive collation.',
  killedBy: ['KEY-08'],
  replace: (_old, sent) => {
    const byLower = new Map(Object.entries(sent).map(([key, value]) => [key.toLowerCase(), [key, value] as const]));
    return Object.fromEntries(byLower.values());
  },
});

export const keyInPrototypeLost = mutant({
  name: 'key-in-prototype-lost',
  description: 'Drops keys that every JavaScript object inherits: `in` instead of `Object.hasOwn`.',
  killedBy: ['KEY-09'],
  replace: (_old, sent) => mapPairs(sent, (key, value) => (key in {} ? undefined : [key, value])),
});

export const keyMarksCollide = mutant({
  name: 'key-marks-collide',
  description: 'Treats two keys that differ only in hyphen and underscore as one: keys used as variable names.',
  killedBy: ['KEY-02'],
  replace: (old, sent, context) => {
    const keys = Object.keys(sent);
    const twins = keys.filter((key) => key.includes('-') && keys.includes(key.replaceAll('-', '_')));
    return changeKeys((key) => (twins.includes(key) ? key.replaceAll('-', '_') : key))(old, sent, context);
  },
});

export const keyNullWordLost = mutant({
  name: 'key-null-word-lost',
  description: 'Drops the keys `null` and `undefined`: a guard against a missing name.',
  killedBy: ['KEY-09'],
  replace: (_old, sent) => mapPairs(sent, (key, value) => (/^(null|undefined)$/.test(key) ? undefined : [key, value])),
});

export const losesProto = mutant({
  name: 'loses-proto',
  description: 'Drops the key `__proto__`: members copied one by one by assignment in JavaScript.',
  killedBy: ['KEY-09'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).filter(([key]) => key !== '__proto__')),
});
