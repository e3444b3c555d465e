import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { rejectValues } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { changeValues, convertValues, mapPairs } from '../helpers/pairs';

export const thirdServerCutsValues = mutant({
  name: 'third-server-cuts-values',
  description: 'Truncates values to 128 characters on one of the servers: a shard with an old schema.',
  killedBy: ['VALUE-01'],
  alsoBreaks: ['VALUE-03', 'VALUE-05', 'REPLACE-06'],
  replace: (_old, sent, { server }) =>
    server.id.endsWith('3') ? mapPairs(sent, (key, value) => [key, Array.from(value).slice(0, 128).join('')]) : sent,
});

export const valueCutAt191 = mutant({
  name: 'value-cut-at-191',
  description: 'Truncates values to 191 characters: an index over a utf8mb4 column.',
  killedBy: ['VALUE-01'],
  replace: changeValues((value) => Array.from(value).slice(0, 191).join('')),
});

export const valueCutWhenTooLong = mutant({
  name: 'value-cut-when-too-long',
  description: 'Truncates a value of more than 255 characters instead of rejecting it: a lenient SQL mode.',
  killedBy: ['VALUE-04'],
  checkPairs: convertValues((value) => (typeof value === 'string' ? Array.from(value).slice(0, 255).join('') : value)),
});

export const valueLengthInSixteenBits = mutant({
  name: 'value-length-in-sixteen-bits',
  description: 'Stores the length in 16 bits, so that 65,546 characters count as ten: a two-byte length field.',
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    const length = typeof value === 'string' ? [...value].length : 0;
    if (length < 0x1_00_00 || (length & 0xff_ff) > 255) compliant.checkValue(value, key, context);
  },
});

export const valueLengthOfFirstAlone = mutant({
  name: 'value-length-of-first-alone',
  description: 'Checks the length of the first value only: a check of a sample.',
  killedBy: ['VALUE-04'],
  checkPairs: (raw, context) => {
    const [first] = Object.keys(raw);
    for (const [key, value] of Object.entries(raw)) {
      context.behaviour.checkKey(key, context);
      if (key === first || typeof value !== 'string') context.behaviour.checkValue(value, key, context);
    }
    return raw as Metadata;
  },
});

export const valueLengthOfLines = mutant({
  name: 'value-length-of-lines',
  description: 'Checks the length of each line instead of the value: `^.{0,255}$` with the multiline flag.',
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    const lines = typeof value === 'string' ? value.split('\n') : [value];
    for (const line of lines) compliant.checkValue(line, key, context);
  },
});

export const valueLengthToNul = mutant({
  name: 'value-length-to-nul',
  description: 'Counts the characters before the first U+0000 only: `strlen`.',
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    compliant.checkValue(typeof value === 'string' ? value.split('\u0000')[0] : value, key, context);
  },
});

export const valueLimit254 = mutant({
  name: 'value-limit-254',
  description: 'Rejects values of 255 characters: `<` instead of `<=`.',
  killedBy: ['VALUE-01'],
  checkValue: rejectValues((value) => Array.from(value).length >= 255),
});

export const valueLimit256 = mutant({
  name: 'value-limit-256',
  description: 'Accepts values of 256 characters: `<=` on the size of a buffer.',
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    if (typeof value !== 'string' || Array.from(value).length !== 256) compliant.checkValue(value, key, context);
  },
});

export const valueTrimmedBeforeLimit = mutant({
  name: 'value-trimmed-before-limit',
  description: 'Does not count the spaces at the ends of a value: a CHAR column does not count its padding.',
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) =>
    compliant.checkValue(typeof value === 'string' ? value.trim() : value, key, context),
});
