import { mutant } from '../helpers/mutant';
import { changeValues } from '../helpers/pairs';

export const valueLengthOfBlocks = mutant({
  name: 'value-length-of-blocks',
  description:
    'Drops the last character of values of 48, 112 or 176 characters: padding that is removed where there is none.',
  killedBy: ['VALUE-03'],
  alsoBreaks: ['VALUE-01', 'VALUE-08'],
  replace: changeValues((value) => ([48, 112, 176].includes(value.length) ? value.slice(0, -1) : value)),
});

export const valueNoBreakSpaceTrimmed = mutant({
  name: 'value-no-break-space-trimmed',
  description: 'Removes no-break spaces at the end of a value: a Unicode-aware `trim` after one that is not.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/[\u00a0\u3000]+$/, '')),
});

export const valueNumbersRewritten = mutant({
  name: 'value-numbers-rewritten',
  description: 'Stores `007` as `7`: a store that guesses types.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => (/^\d{2,15}$/.test(value) ? String(Number(value)) : value)),
});

export const valueSpacesCollapsed = mutant({
  name: 'value-spaces-collapsed',
  description: 'Stores one space for several: text passed through XML or HTML.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/ {2,}/g, ' ')),
});

export const valueTrims = mutant({
  name: 'value-trims',
  description: 'Trims values: a form library before the store.',
  killedBy: ['VALUE-03'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, value.trim()])),
});

export const valueUuidLowered = mutant({
  name: 'value-uuid-lowered',
  description: 'Stores a UUID in lower case: a library that recognises types by their format.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value.toLowerCase() : value,
  ),
});

export const valueWordsOfLogicLowered = mutant({
  name: 'value-words-of-logic-lowered',
  description: 'Stores True and FALSE in lower case: a store that recognises booleans.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() : value)),
});
