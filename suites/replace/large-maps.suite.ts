import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { maxPairsInBody } from '../../properties/cases/limits';
import { expectReplaced, expectStored } from '../harness/dsl/assertions';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { mapOfSize } from '../harness/dsl/quota';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { TestContext } from '../harness/dsl/test-context';
import { INITIAL } from '../harness/worker/fixtures';

stage('long cases');

check('REPLACE-02/thirty-pairs', 'removes all of thirty pairs', async (tools) => {
  await expectStored(tools, mapOfSize(Math.min(30, tools.limits.always)), { new: 'x' });
});

check('REPLACE-04/thirty-pairs', 'removes all of thirty pairs', async (tools) => {
  await expectStored(tools, mapOfSize(Math.min(30, tools.limits.always)), {});
});

/** As many pairs as allowed, together far longer than a buffer, a row or a packet. */
function largeMap(tools: TestContext): Metadata {
  const keys = Object.keys(nearQuota(tools)).slice(0, maxPairsInBody(largestKey + tools.limits.valueLength));
  return Object.fromEntries(keys.map((key) => [key, largeValue(tools, key, 'v')]));
}

/** Of one character less than the limit. */
function largeValue({ limits }: TestContext, key: string, letter: string): string {
  return `${key}:`.padEnd(limits.valueLength - 1, letter);
}

/** Characters of a key of `nearQuota`. */
const largestKey = 10;

/** The first key, one in the middle and the last one: a target may compare or write only a part of the map. */
function someOf(map: Metadata): string[] {
  const keys = Object.keys(map);
  return [keys[0], keys[keys.length >> 1], keys.at(-1)].filter((key) => key !== undefined);
}

check('REPLACE-03/one-pair-of-large-map', 'gives any one pair of a large map a new value', async (tools) => {
  const map = largeMap(tools);
  const server = await tools.given.serverWithout(map);
  for (const key of someOf(map)) {
    await expectReplaced(tools, server, map);
    await expectReplaced(tools, server, { ...map, [key]: largeValue(tools, key, 'w') });
  }
});

check('REPLACE-02/one-pair-of-large-map', 'removes any one pair of a large map', async (tools) => {
  const map = largeMap(tools);
  const server = await tools.given.serverWithout(map);
  for (const gone of someOf(map)) {
    await expectReplaced(tools, server, map);
    await expectReplaced(tools, server, Object.fromEntries(Object.entries(map).filter(([key]) => key !== gone)));
  }
});

check('REPLACE-01/one-pair-more-in-large-map', 'adds one pair to a large map, first or last', async (tools) => {
  const map = largeMap(tools);
  const server = await tools.given.serverWithout(map);
  for (const larger of [
    { ...map, new: '1' },
    { new: '2', ...map },
  ]) {
    await expectReplaced(tools, server, map);
    await expectReplaced(tools, server, larger);
  }
});

check(
  'REPLACE-02/second-of-two-maps',
  'stores the second of two maps that are sent one right after the other',
  async (tools) => {
    const { given, limits, profile, replace } = tools;
    const large = largeMap(tools);
    const some = Math.min(20, limits.always);
    const server = await given.serverWithout(large);
    // A target may process a large map later, but not after the replace that follows.
    for (const [first, second] of [
      [large, { small: '1' }],
      [{ small: '2' }, large],
      [large, {}],
      [large, mapOfSize(some, '2')],
      [mapOfSize(some, '3'), { small: '3' }],
    ] as const) {
      expect(profile.statuses.accepted).toContain((await replace(server, first)).status);
      await expectReplaced(tools, server, second);
    }
  },
);

// A bulk load writes the pairs to a file, with separators between columns and between rows.

check(
  'VALUE-03/separators-in-large-map',
  'returns separators of columns and rows unchanged in a large map',
  async (tools) => {
    const marks = [
      ',',
      ';',
      '|',
      '"',
      "'",
      '""',
      '\\',
      '\\N',
      '\\.',
      '\\t',
      '\\n',
      ':',
      '=',
      '&',
      '%',
      '#',
      '--',
      '\u2028',
      '\u00a0',
    ];
    await expectStored(tools, parted(tools, marks));
  },
);

for (const [slug, name, mark] of [
  ['tabs', 'tabs', '\t'],
  ['newlines', 'newlines', '\n'],
  ['cr-lf', 'CR LF', '\r\n'],
  ['nuls', 'NULs', '\u0000'],
  ['ascii-separators', 'ASCII separators', '\u001f'],
] as const) {
  check(
    `VALUE-08/${slug}-in-large-map`,
    `stores ${name} in a large map unchanged if it takes the map`,
    async ({ given, read, replace, ...tools }) => {
      const map = parted(tools, [mark]);
      const server = await given.server('active', INITIAL);
      const { status } = await replace(server, map);
      expect(await read(server)).toEqual(isSuccess(status) ? map : INITIAL);
    },
  );
}

/** As many pairs as there may be, with a mark in every value. */
function parted(tools: Pick<TestContext, 'limits' | 'subject'>, marks: readonly string[]): Metadata {
  const keys = Object.keys(nearQuota(tools));
  return Object.fromEntries(keys.map((key, index) => [key, `a${marks[index % marks.length]}b`]));
}

check(
  'REPLACE-08/large-map',
  'shows a large map in the server resource',
  async (tools) => {
    const map = nearQuota(tools);
    const server = await tools.given.serverWithout(map);
    await tools.replace(server, map);
    await tools.read(server);
    expect(await tools.getServer(server, 'metadata')).toEqual(map);
  },
  { needs: ['server-resource/metadata'] },
);
