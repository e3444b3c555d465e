import { firstCharacters } from '../../properties/cases/lengths';
import { hashTwins } from '../../properties/cases/lookalikes';
import { specialKeys } from '../../properties/cases/special-texts';
import { expectReplaced } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { everyLength, namedLengths, splitIntoMaps } from '../harness/dsl/sample-maps';

for (const { slug, name, lengthOf } of namedLengths([1, 2, 63, 64, 65, 127, 128, 129])) {
  check(`KEY-01/${slug}`, `takes a key of ${name}`, async (tools) => {
    const key = 'k'.repeat(lengthOf(tools.limits.keyLength));
    await expectReplaced(tools, await tools.given.server('active', { old: '1' }), { [key]: '1' });
  });
}

check(
  'KEY-01/long-keys-last-character',
  'keeps two keys of the longest length apart that differ only in the last character',
  async (tools) => {
    const long = 'k'.repeat(tools.limits.keyLength - 1);
    await expectReplaced(tools, await tools.given.server('active', { old: '1' }), {
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
    const server = await tools.given.server('active', { old: '1' });
    for (const letters of splitIntoMaps(tools, [...alphabet])) {
      await expectReplaced(tools, server, Object.fromEntries(letters.map((letter) => [`${letter}key`, letter])));
      await expectReplaced(tools, server, Object.fromEntries(letters.map((letter) => [`key${letter}key`, letter])));
      await expectReplaced(tools, server, Object.fromEntries(letters.map((letter) => [`key${letter}`, letter])));
    }
  });
}

for (const [slug, mark] of [
  ['hyphen', '-'],
  ['underscore', '_'],
  ['colon', ':'],
  ['dot', '.'],
] as const) {
  check(`KEY-02/${slug}`, `takes ${mark} at every place, alone and in a row`, async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await expectReplaced(tools, server, { [`${mark}key`]: '1', [`k${mark}y`]: '2', [`key${mark}`]: '3' });
    await expectReplaced(tools, server, { [mark]: '1', [mark.repeat(3)]: '2', [`a${mark}${mark}b`]: '3' });
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
  const server = await tools.given.server('active', { old: '1' });
  for (const keys of [['0'], ['0', '1'], ['1', '2', '3'], ['0', '1', '2', '3', '4'], ['2', '0', '1']]) {
    await expectReplaced(tools, server, Object.fromEntries(keys.map((key) => [key, `value of ${key}`])));
  }
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
  const server = await tools.given.server('active', { old: '1' });
  await expectReplaced(tools, server, { Foo: '1', foo: '2', FOO: '3' });
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
    const server = await tools.given.server('active', { old: '1' });
    await expectReplaced(tools, server, { [key]: 'first', one: '1' });
    await expectReplaced(tools, server, { [key]: 'second' });
    await expectReplaced(tools, server, { one: '1' });
  });
}

// Padding, packing and encryption fail at some lengths.
check('KEY-01/every-length', 'takes keys of every length', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  for (const lengths of splitIntoMaps(tools, everyLength(tools.limits.keyLength))) {
    await expectReplaced(tools, server, Object.fromEntries(lengths.map((length) => ['k'.repeat(length), `${length}`])));
  }
});

/** Stores the keys that the limit allows, each with its own value. */
async function expectKeysStored(tools: TestContext, keys: readonly string[]): Promise<void> {
  const { keyLength, valueLength } = tools.limits;
  const server = await tools.given.server('active', { old: '1' });
  const legal = keys.filter((key) => key.length <= keyLength);
  for (const some of splitIntoMaps(tools, legal)) {
    const pairs = some.map((key, index) => [key, firstCharacters(`value ${index} of ${key}`, valueLength)]);
    await expectReplaced(tools, server, Object.fromEntries(pairs));
  }
}
