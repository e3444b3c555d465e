import { firstCharacters } from '../../properties/cases/lengths';
import { hashTwins } from '../../properties/cases/lookalikes';
import { specialKeys } from '../../properties/cases/special-texts';
import { expectReplaced, expectStored } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { everyLength, namedLengths, splitIntoMaps } from '../harness/dsl/sample-maps';

for (const { slug, name, lengthOf } of namedLengths([1, 2, 63, 64, 65, 127, 128, 129])) {
  check(`KEY-01/${slug}`, `takes a key of ${name}`, async (tools) => {
    const key = 'k'.repeat(lengthOf(tools.limits.keyLength));
    await expectStored(tools, { [key]: '1' });
  });
}

check(
  'KEY-01/long-keys-last-character',
  'keeps two keys of the longest length apart that differ only in the last character',
  async (tools) => {
    const long = 'k'.repeat(tools.limits.keyLength - 1);
    await expectStored(tools, {
      [`${long}a`]: '1',
      [`${long}b`]: '2',
    });
  },
);

for (const [slug, alphabet] of [
  ['capitals-a-to-m', 'ABCDEFGHIJKLM'],
  ['capitals-n-to-z', 'NOPQRSTUVWXYZ'],
  ['letters-a-to-m', 'abcdefghijklm'],
  ['letters-n-to-z', 'nopqrstuvwxyz'],
  ['digits', '0123456789'],
] as const) {
  check(`KEY-02/${slug}`, `takes each of ${alphabet} at the first, a middle and the last place`, async (tools) => {
    const maps = splitIntoMaps(tools, [...alphabet]).flatMap((letters) => [
      Object.fromEntries(letters.map((letter) => [`${letter}key`, letter])),
      Object.fromEntries(letters.map((letter) => [`key${letter}key`, letter])),
      Object.fromEntries(letters.map((letter) => [`key${letter}`, letter])),
    ]);
    await expectStored(tools, ...maps);
  });
}

for (const [slug, mark] of [
  ['hyphen', '-'],
  ['underscore', '_'],
  ['colon', ':'],
  ['dot', '.'],
] as const) {
  check(`KEY-02/${slug}`, `takes ${mark} at every place, alone and in a row`, async (tools) => {
    await expectStored(
      tools,
      { [`${mark}key`]: '1', [`k${mark}y`]: '2', [`key${mark}`]: '3' },
      { [mark]: '1', [mark.repeat(3)]: '2', [`a${mark}${mark}b`]: '3' },
    );
  });
}

check('KEY-02/keys-in-use', 'takes keys that are in use on clouds', async (tools) => {
  await expectKeysStored(tools, [
    'metering.image_id',
    '__support_agent_list',
    'app.kubernetes.io:name',
    'Cost-Center_42',
    '2026-11-23',
    '10.0.0.1:8080',
    '..',
  ]);
});

check('KEY-02/keys-like-numbers', 'takes keys that look like numbers', async (tools) => {
  await expectKeysStored(tools, ['0', '7', '42', '007', '-1', '1.0', '1.50', '1e3', '0x1F', '12345678901234567890']);
});

check('KEY-02/keys-like-indexes', 'takes keys that look like the indexes of a list', async (tools) => {
  const lists = [['0'], ['0', '1'], ['1', '2', '3'], ['0', '1', '2', '3', '4'], ['2', '0', '1']];
  await expectStored(tools, ...lists.map((keys) => Object.fromEntries(keys.map((key) => [key, `value of ${key}`]))));
});

for (const [slug, keys] of [
  [
    'similar-words',
    ['ab', 'a-b', 'a_b', 'a.b', 'a:b', 'a--b', '-ab', '_ab', 'ab.', 'ab:', 'a', 'b', 'a.b.c', 'a.b-c', 'a-b.c'],
  ],
  ['similar-numbers', ['1', '01', '001', '1.0', '-1', '1-', '10', '1.', '.1', '1_0', '1:0', '1.00', '-', '--', '0']],
] as const) {
  check(`KEY-02/${slug}`, `keeps similar keys apart: ${keys.slice(0, 4).join(', ')}, …`, async (tools) => {
    await expectKeysStored(tools, keys);
  });
}

check('KEY-02/hash-collisions', 'keeps keys apart that collide in a common hash function', async (tools) => {
  const some = hashTwins.length >> 1;
  for (const twins of [hashTwins.slice(0, some), hashTwins.slice(some)]) await expectKeysStored(tools, twins.flat());
});

check('KEY-09/keys-with-a-meaning', 'stores keys that have a meaning in other software', async (tools) => {
  await expectKeysStored(tools, specialKeys);
});

check('KEY-08/upper-and-lower-case-together', 'keeps `Foo` and `foo` apart in one map', async (tools) => {
  await expectStored(tools, { Foo: '1', foo: '2', FOO: '3' });
});

check('KEY-08/upper-case-for-lower-case', 'replaces `foo` by `Foo`', async (tools) => {
  const server = await tools.given.server('active', { foo: '1' });
  await expectReplaced(tools, server, { Foo: '1' });
  await expectReplaced(tools, server, { fOO: '2' });
});

for (const [slug, key] of [
  ['proto', '__proto__'],
  ['constructor', 'constructor'],
  ['prototype', 'prototype'],
  ['to-string', 'toString'],
  ['has-own-property', 'hasOwnProperty'],
  ['value-of', 'valueOf'],
  ['to-json', 'toJSON'],
  ['class', '__class__'],
  ['init', '__init__'],
  ['dict', '__dict__'],
  ['length', 'length'],
  ['null', 'null'],
  ['undefined', 'undefined'],
  ['true', 'true'],
  ['nan', 'NaN'],
  ['metadata', 'metadata'],
  ['meta', 'meta'],
] as const) {
  check(`KEY-09/${slug}`, `stores ${key} as any other key`, async (tools) => {
    await expectStored(tools, { [key]: 'first', one: '1' }, { [key]: 'second' }, { one: '1' });
  });
}

// Padding, packing and encryption fail at some lengths.
check('KEY-01/every-length', 'takes keys of every length', async (tools) => {
  const maps = splitIntoMaps(tools, everyLength(tools.limits.keyLength)).map((lengths) =>
    Object.fromEntries(lengths.map((length) => ['k'.repeat(length), `${length}`])),
  );
  await expectStored(tools, ...maps);
});

/** Stores the keys that the limit allows, each with its own value. */
async function expectKeysStored(tools: TestContext, keys: readonly string[]): Promise<void> {
  const { keyLength, valueLength } = tools.limits;
  const legal = keys.filter((key) => key.length <= keyLength);
  const maps = splitIntoMaps(tools, legal).map((some) =>
    Object.fromEntries(some.map((key, index) => [key, firstCharacters(`value ${index} of ${key}`, valueLength)])),
  );
  await expectStored(tools, ...maps);
}
