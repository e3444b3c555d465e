import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { acceptKeys, rejectKeys } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { changeKeys, mapPairs } from '../helpers/pairs';

export const keyAndValueLimit = mutant({
  name: 'key-and-value-limit',
  description: 'Limits a key and its value to 255 characters together: one column for both.',
  killedBy: ['KEY-01', 'VALUE-01'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (Array.from(key + String(value)).length > 255) throw badRequest('the pair is too long');
  },
});

export const keyCutAt128 = mutant({
  name: 'key-cut-at-128',
  description: 'Truncates keys to 128 characters: a short column in a lenient SQL mode.',
  killedBy: ['KEY-01'],
  replace: changeKeys((key) => key.slice(0, 128)),
});

export const keyCutWhenTooLong = mutant({
  name: 'key-cut-when-too-long',
  description: 'Truncates a key of more than 255 characters instead of rejecting it: a lenient SQL mode.',
  killedBy: ['KEY-04'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.slice(0, 255), value])),
      context,
    ),
});

export const keyLengthBehindColon = mutant({
  name: 'key-length-behind-colon',
  description: 'Limits only the part of a key after its last colon: separate columns for prefix and name.',
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    const name = key.slice(key.lastIndexOf(':') + 1);
    compliant.checkKey(name === '' ? key : name, context);
    if (name.length < key.length) compliant.checkKey(key.slice(0, 255), context);
  },
});

export const keyLengthLost = mutant({
  name: 'key-length-lost',
  description: 'Drops keys of 37 or 73 characters: a packed format in which these lengths mean something else.',
  killedBy: ['KEY-01'],
  replace: (_old, sent) =>
    mapPairs(sent, (key, value) => (key.length === 37 || key.length === 73 ? undefined : [key, value])),
});

export const keyLimit254 = mutant({
  name: 'key-limit-254',
  description: 'Rejects keys of 255 characters: `<` instead of `<=`.',
  killedBy: ['KEY-01'],
  checkKey: rejectKeys((key) => key.length >= 255),
});

export const keyLimit256 = mutant({
  name: 'key-limit-256',
  description: 'Accepts keys of 256 characters: `<=` on the size of a column.',
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    if (key.length !== 256) compliant.checkKey(key, context);
  },
});

export const keyLimit64 = mutant({
  name: 'key-limit-64',
  description: 'Rejects keys of more than 64 characters: the limit for tags.',
  killedBy: ['KEY-01'],
  checkKey: (key, context) => {
    compliant.checkKey(key, context);
    if (key.length > 64) throw badRequest('key too long');
  },
});

export const keyNoLimit = mutant({
  name: 'key-no-limit',
  description: 'Accepts keys of any length: a text column.',
  killedBy: ['KEY-04'],
  checkKey: acceptKeys((key) => /^[A-Za-z0-9\-_:.]{256,}$/.test(key)),
});

export const keyOneLetterRefused = mutant({
  name: 'key-one-letter-refused',
  description: 'Rejects keys of one character: `{2,255}` in the pattern.',
  killedBy: ['KEY-01'],
  checkKey: rejectKeys((key) => key.length === 1),
});

export const longKeyFails = mutant({
  name: 'long-key-fails',
  description: 'Fails with 500 for a key that is too long: only the database checks the limit.',
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    if (key.length > 255) throw new RangeError('Data too long for column');
    compliant.checkKey(key, context);
  },
});
