import { rejectKeys } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const keyColonRefused = mutant({
  name: 'key-colon-refused',
  description: 'Rejects a colon in a key: the rule for tags.',
  killedBy: ['KEY-02'],
  checkKey: rejectKeys((key) => key.includes(':')),
});

export const keyConstructorRefused = mutant({
  name: 'key-constructor-refused',
  description: 'Rejects the keys `constructor`, `prototype` and `__proto__`: a filter against prototype pollution.',
  killedBy: ['KEY-09'],
  checkKey: rejectKeys((key) => ['constructor', 'prototype', '__proto__'].includes(key)),
});

export const keyLastZRefused = mutant({
  name: 'key-last-z-refused',
  description: 'Rejects a capital Z in a key: a mistyped range in the pattern.',
  killedBy: ['KEY-02'],
  checkKey: rejectKeys((key) => key.includes('Z')),
});

export const keyLetterFirst = mutant({
  name: 'key-letter-first',
  description: 'Rejects a key that does not start with a letter or an underscore: the rule for identifiers.',
  killedBy: ['KEY-02'],
  checkKey: rejectKeys((key) => !/^[A-Za-z_]/.test(key)),
});

export const keyNoMarkLast = mutant({
  name: 'key-no-mark-last',
  description: 'Rejects a key that ends in a punctuation character: the rule for DNS labels.',
  killedBy: ['KEY-02'],
  checkKey: rejectKeys((key) => /[-_.:]$/.test(key) && !key.startsWith('__')),
});

export const keyReservedPrefix = mutant({
  name: 'key-reserved-prefix',
  description: 'Rejects keys that start with `metering.`: a reserved prefix that is not documented.',
  killedBy: ['KEY-02'],
  checkKey: rejectKeys((key) => key.startsWith('metering.')),
});

export const keyTwoDotsRefused = mutant({
  name: 'key-two-dots-refused',
  description: 'Rejects two consecutive dots in a key: a filter against path traversal.',
  killedBy: ['KEY-02'],
  checkKey: rejectKeys((key) => key.includes('..')),
});

export const novaSpaceRefused = mutant({
  name: 'nova-space-refused',
  description: 'Rejects a space in a key under the nova profile: a pattern taken from the page instead of Nova.',
  killedBy: ['KEY-07'],
  profile: 'nova',
});
