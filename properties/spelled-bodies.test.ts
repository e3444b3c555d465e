import fc from 'fast-check';
import { metadata } from './metadata';
import { spelledBodies } from './spelled-bodies';
import { obeysTheLaws } from './testing/generator-laws';

const map = { 'one.Key': 'a/b "c" \u{1F600} \u00E9', two: '', ['__proto__']: 'x' };

obeysTheLaws('spelledBodies', spelledBodies(map), {
  belongs: (body) => {
    const held = JSON.parse(body).metadata;
    return Object.keys(held).length === 3 && Object.entries(map).every(([key, value]) => held[key] === value);
  },
  classes: {
    'escapes in lower hexadecimal': (body) => /\\u[0-9]*[a-f]/.test(body),
    'escapes in upper hexadecimal': (body) => /\\u[0-9]*[A-F]/.test(body),
    'an escaped pair of surrogates': (body) => /\\ud83d\\ude00/i.test(body),
    'an escaped name of the map': (body) => !body.includes('"metadata"'),
    'an escaped solidus': (body) => body.includes('\\/'),
    'white space before it': (body) => body.trimStart() !== body,
    'white space after it': (body) => body.trimEnd() !== body,
    'white space inside': (body) => /"[ \n\t]+:/.test(body),
    'another order': (body) => body.indexOf('two') < body.indexOf('one.') && body.includes('two'),
  },
});

it('spells any map', () => {
  const maps = metadata();
  fc.assert(
    fc.property(
      maps.chain((held) => fc.tuple(fc.constant(held), spelledBodies(held))),
      ([held, body]) => {
        expect(JSON.parse(body)).toEqual({ metadata: held });
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

it('shrinks to what JSON.stringify writes', () => {
  const { counterexample } = fc.check(
    fc.property(spelledBodies(map), () => false),
    { seed: 7 },
  );
  expect(counterexample).toEqual([JSON.stringify({ metadata: map })]);
});
