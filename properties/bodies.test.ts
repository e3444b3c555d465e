import fc from 'fast-check';
import { type Node, parseTree } from 'jsonc-parser';
import {
  byteOrderMarkBodies,
  type DuplicateMember,
  duplicateMembers,
  equivalentBodies,
  invalidUtf8Bodies,
  jsonBodies,
} from './bodies';
import { maps } from './maps';
import { describeArbitrary } from './testing/describe-arbitrary';
import { isLegalMap } from './testing/rules';

const map = { 'one.Key': 'a/b "c" \u{1F600} \u00E9', two: '', ['__proto__']: 'x' };

describeArbitrary('equivalentBodies', equivalentBodies(map), {
  belongs: (body) => {
    const stored = JSON.parse(body).metadata;
    return Object.keys(stored).length === 3 && Object.entries(map).every(([key, value]) => stored[key] === value);
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

it('writes any map', () => {
  const anyMap = maps();
  fc.assert(
    fc.property(
      anyMap.chain((stored) => fc.tuple(fc.constant(stored), equivalentBodies(stored))),
      ([stored, body]) => {
        expect(JSON.parse(body)).toEqual({ metadata: stored });
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

it('shrinks to the output of JSON.stringify', () => {
  const { counterexample } = fc.check(
    fc.property(equivalentBodies(map), () => false),
    { seed: 7 },
  );
  expect(counterexample).toEqual([JSON.stringify({ metadata: map })]);
});

const mapOf = (body: string) => JSON.parse(body.slice(1)).metadata;

describeArbitrary('byteOrderMarkBodies', byteOrderMarkBodies(), {
  belongs: (body) => body.codePointAt(0) === 0xfeff && isLegalMap(mapOf(body)),
  size: (body) => Object.keys(mapOf(body)).length,
  classes: {
    'an empty map': (body) => body === '\uFEFF{"metadata":{}}',
    'a map with pairs': (body) => Object.keys(mapOf(body)).length > 1,
  },
});

describeArbitrary('duplicateMembers', duplicateMembers(), {
  belongs: ({ body, first, last }) => {
    const members = membersOf(body);
    const isIn = (map: object, [key, value]: [string, string]) =>
      Object.entries(map).some(([k, v]) => k === key && v === value);
    return (
      isLegalMap(first) &&
      isLegalMap(last) &&
      new Set(members.map(([key]) => key)).size === members.length - 1 &&
      Object.keys(first).length === members.length - 1 &&
      Object.keys(last).length === members.length - 1 &&
      members.filter((member) => !isIn(first, member)).length === 1 &&
      members.filter((member) => !isIn(last, member)).length === 1 &&
      JSON.stringify(Object.entries(JSON.parse(body).metadata).sort()) === JSON.stringify(Object.entries(last).sort())
    );
  },
  // The two remaining values may be longer than the removed ones. Only the number of pairs must not grow.
  size: ({ body }) => membersOf(body).length,
  classes: {
    'one key alone': ({ body }) => membersOf(body).length === 2,
    'other pairs between the two': (drawn) => distance(drawn) > 1,
    'the two in a row': (drawn) => distance(drawn) === 1,
  },
});

function membersOf(body: string): [string, string][] {
  const pairs = parseTree(body)?.children?.[0]?.children?.[1]?.children ?? [];
  return pairs.map(({ children = [] }: Node) => [String(children[0]?.value), String(children[1]?.value)]);
}

function distance({ body }: DuplicateMember): number {
  const names = membersOf(body).map(([key]) => key);
  const second = names.findIndex((key, index) => names.indexOf(key) < index);
  return second - names.indexOf(names[second] ?? '');
}

describeArbitrary('invalidUtf8Bodies', invalidUtf8Bodies(), {
  belongs: (bytes) => !Buffer.from(bytes.toString('utf8')).equals(bytes) && bytes.includes('{"metadata":{"a":"'),
  size: (bytes) => bytes.filter((byte) => byte < 0x80).length,
  classes: {
    'a stray continuation': (bytes) => bytes.includes(Buffer.from([0x22, 0x80])),
    'an overlong sequence': (bytes) => bytes.includes(Buffer.from([0xc0, 0xaf])),
    'a surrogate': (bytes) => bytes.includes(Buffer.from([0xed, 0xa0, 0x80])),
    'a character beyond Unicode': (bytes) => bytes.includes(Buffer.from([0xf4, 0x90])),
    'Latin-1': (bytes) => bytes.includes(0xe9),
    'a byte that is never in UTF-8': (bytes) => bytes.includes(0xff),
  },
});

const metadataOf = (body: string): unknown => {
  const json: unknown = JSON.parse(body);
  return typeof json === 'object' && json !== null && 'metadata' in json ? json.metadata : undefined;
};

describeArbitrary('jsonBodies', jsonBodies(), {
  belongs: (body) => JSON.parse(body) !== undefined,
  // JSON.stringify may write a smaller number in more digits.
  size: () => 0,
  classes: {
    'a map of metadata': (body) => {
      const metadata = metadataOf(body);
      return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
    },
    'a list of metadata': (body) => Array.isArray(metadataOf(body)),
    'metadata of null': (body) => metadataOf(body) === null,
    'something nested': (body) => /[[{].*[[{].*[[{]/.test(body),
    'no object at all': (body) => !body.startsWith('{'),
  },
});
