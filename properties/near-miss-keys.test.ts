import { nearMissKeys } from './near-miss-keys';
import { obeysTheLaws } from './testing/generator-laws';
import { codePoints, isKeyCharacter, isLegalKey } from './testing/legal-pairs';

const strangersIn = (key: string) => codePoints(key).filter((point) => !isKeyCharacter(point));
const strangerAt = (place: 0 | -1) => (key: string) => {
  const point = codePoints(key).at(place);
  return key.length > 1 && point !== undefined && !isKeyCharacter(point);
};
const has = (text: string) => (key: string) => key.includes(text);

obeysTheLaws('nearMissKeys', nearMissKeys(), {
  belongs: (key) => {
    const missesByOneCharacter = strangersIn(key).length === 1 && codePoints(key).length <= 255;
    const missesByLength = strangersIn(key).length === 0 && (key === '' || key.length > 255);
    return !isLegalKey(key) && !key.includes(' ') && (missesByOneCharacter || missesByLength);
  },
  classes: {
    'an empty key': (key) => key === '',
    '256 characters': (key) => key.length === 256,
    '257 characters': (key) => key.length === 257,
    '300 characters': (key) => key.length === 300,
    'a newline at the end': (key) => isLegalKey(key.slice(0, -1)) && key.endsWith('\n'),
    'a wrong character first': strangerAt(0),
    'a wrong character last': strangerAt(-1),
    'a wrong character in the middle': (key) => strangersIn(key.slice(1, -1)).length === 1,
    'a wrong character among 255': (key) => key.length === 255,
    'a slash': has('/'),
    'a tilde': has('~'),
    'a letter with an accent': has('\u00E9'),
    'a fullwidth digit': has('\uFF11'),
    'a combining accent': has('\u0301'),
    'a zero-width space': has('\u200B'),
    'a no-break space': has('\u00A0'),
    'an emoji': has('\u{1F600}'),
    'a NUL': has('\u0000'),
  },
});
