import fc from 'fast-check';
import { keys, keysWithSpace, nearMissKeys } from './keys';
import { describeArbitrary } from './testing/describe-arbitrary';
import { codePoints, isKeyCharacter, isLegalKey } from './testing/rules';

const set = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.'];

describeArbitrary('keys', keys(), {
  belongs: isLegalKey,
  classes: {
    '1 character': (key) => key.length === 1,
    '2 characters': (key) => key.length === 2,
    '254 characters': (key) => key.length === 254,
    '255 characters': (key) => key.length === 255,
    'a length far from both ends': (key) => key.length > 20 && key.length < 240,
    'the name __proto__': (key) => key === '__proto__',
    'the name constructor': (key) => key === 'constructor',
    'a name that is a number': (key) => key === '-1' || key === '0',
    'nothing but punctuation': (key) => [...key].every((character) => '-_:.'.includes(character)),
  },
});

describe('keys', () => {
  const drawn = fc.sample(keys(), { seed: 1, numRuns: 2_000 });

  it.each<[string, (key: string) => string]>([
    ['first', (key) => key.slice(0, 1)],
    ['in the middle', (key) => key.slice(1, -1)],
    ['last', (key) => key.slice(-1)],
  ])('draws every character of the set %s', (_, place) => {
    const seen = new Set(drawn.flatMap((key) => [...place(key)]));
    expect(set.filter((character) => !seen.has(character))).toEqual([]);
  });

  it('shrinks to the one failing character', () => {
    const { counterexample } = fc.check(
      fc.property(keys(), (key) => !key.includes(':')),
      { seed: 7, numRuns: 1_000 },
    );
    expect(counterexample).toEqual([':']);
  });
});

const strangersIn = (key: string) => codePoints(key).filter((point) => !isKeyCharacter(point));
const strangerAt = (place: 0 | -1) => (key: string) => {
  const point = codePoints(key).at(place);
  return key.length > 1 && point !== undefined && !isKeyCharacter(point);
};
const has = (text: string) => (key: string) => key.includes(text);

describeArbitrary('nearMissKeys', nearMissKeys(), {
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

describeArbitrary('keysWithSpace', keysWithSpace(), {
  belongs: (key) => key.includes(' ') && isLegalKey(key.replaceAll(' ', '_')),
  classes: {
    'nothing but a space': (key) => key === ' ',
    'a space first': (key) => key.startsWith(' ') && key.length > 1,
    'a space last': (key) => key.endsWith(' ') && key.length > 1,
    'a space in the middle': (key) => key.slice(1, -1).includes(' '),
    '255 characters': (key) => key.length === 255,
  },
});
