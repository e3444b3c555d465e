import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';

export const keyEmptySkipped = mutant({
  name: 'key-empty-skipped',
  description: 'Ignores a pair with an empty key instead of rejecting it: a form library.',
  killedBy: ['KEY-03'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).filter(([key]) => key !== '')), context),
});

export const keyNormalisedFirst = mutant({
  name: 'key-normalised-first',
  description: 'Normalises keys to NFKC before the check: all input is normalised on arrival.',
  killedBy: ['KEY-05'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.normalize('NFKC'), value])),
      context,
    ),
});

export const keyPercentDecoded = mutant({
  name: 'key-percent-decoded',
  description: 'Decodes percent escapes in a key before the check: a function shared with the path.',
  killedBy: ['KEY-05'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(
        Object.entries(raw).map(([key, value]) => [
          key.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          value,
        ]),
      ),
      context,
    ),
});

export const keyTrimmedFirst = mutant({
  name: 'key-trimmed-first',
  description: 'Trims keys before the check, so that a space at the ends is accepted: a form library.',
  killedBy: ['KEY-05', 'KEY-06', 'KEY-07'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.trim(), value])), context),
});

export const keyZeroWidthTaken = mutant({
  name: 'key-zero-width-taken',
  description: 'Removes zero-width characters from a key before the check: a sanitiser.',
  killedBy: ['KEY-05'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(
        Object.entries(raw).map(([key, value]) => [key.replace(/[\u200b-\u200d\u2060\ufeff]/g, ''), value]),
      ),
      context,
    ),
});
