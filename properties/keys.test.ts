import fc from 'fast-check';
import { keys } from './keys';
import { obeysTheLaws } from './testing/generator-laws';
import { isLegalKey } from './testing/legal-pairs';

const set = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.'];

obeysTheLaws('keys', keys(), {
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

  it('shrinks to the one character that matters', () => {
    const { counterexample } = fc.check(
      fc.property(keys(), (key) => !key.includes(':')),
      { seed: 7, numRuns: 1_000 },
    );
    expect(counterexample).toEqual([':']);
  });
});
