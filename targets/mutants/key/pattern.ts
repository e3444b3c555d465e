import { compliant } from '../../embedded/compliant';
import { acceptKeys } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const keyAToSmallZ = mutant({
  name: 'key-a-to-small-z',
  description: 'Accepts the six ASCII characters between Z and a: `[A-z]` in the pattern.',
  killedBy: ['KEY-05'],
  checkKey: acceptKeys((key) => /^[A-z0-9\-_:.]{1,255}$/.test(key)),
});

export const keyFoldsCase = mutant({
  name: 'key-folds-case',
  description: 'Accepts the Kelvin sign and the long s: the flags `iu` on the pattern.',
  killedBy: ['KEY-05'],
  checkKey: acceptKeys((key) => /^[a-z0-9\-_:.]{1,255}$/iu.test(key)),
});

export const keyJavaIdentifier = mutant({
  name: 'key-java-identifier',
  description: 'Accepts currency signs: `Character.isJavaIdentifierPart`.',
  killedBy: ['KEY-05'],
  checkKey: acceptKeys((key) => /^[A-Za-z0-9\-_:.\p{Sc}]{1,255}$/u.test(key)),
});

export const keyMatchesALine = mutant({
  name: 'key-matches-a-line',
  description: 'Accepts a key if one of its lines is valid: `^` and `$` in Ruby.',
  killedBy: ['KEY-05', 'KEY-06'],
  checkKey: acceptKeys((key) => /^[A-Za-z0-9\-_:.]+$/m.test(key) && key.length <= 255),
});

export const keyNewline = mutant({
  name: 'key-newline',
  description: 'Accepts a key that ends in a newline: `$` in a Python pattern.',
  killedBy: ['KEY-06'],
  checkKey: (key, context) => compliant.checkKey(key.replace(/\n$/, ''), context),
});

export const keyRangeSlip = mutant({
  name: 'key-range-slip',
  description: 'Accepts a slash: the range from dot to colon in `[A-Za-z0-9_.-:]`.',
  killedBy: ['KEY-05'],
  checkKey: acceptKeys((key) => /^[A-Za-z0-9_.-:-]{1,255}$/.test(key)),
});

export const keySearchedNotMatched = mutant({
  name: 'key-searched-not-matched',
  description: 'Accepts a key that contains at least one valid character: `search` instead of `fullmatch`.',
  killedBy: ['KEY-05', 'KEY-06'],
  checkKey: acceptKeys((key) => /[A-Za-z0-9\-_:.]/.test(key) && !key.includes(' ') && key.length <= 255),
});

export const keySpaceWithin = mutant({
  name: 'key-space-within',
  description:
    "Accepts a space inside a key but not at its ends: a rule from the documentation combined with a library's rule.",
  killedBy: ['KEY-07'],
  checkKey: (key, context) => compliant.checkKey(key.trim() === key ? key.replaceAll(' ', '_') : key, context),
});

export const keyWordCharacters = mutant({
  name: 'key-word-characters',
  description: 'Accepts letters and digits of every script: `\\w` in a Unicode pattern.',
  killedBy: ['KEY-05'],
  checkKey: (key, context) => {
    const plain = key.replace(/[\p{Alphabetic}\p{Nd}\p{Pc}]/gu, 'x');
    compliant.checkKey(plain, context);
  },
});
