import { firstCharacters } from '../../properties/cases/lengths';
import { lookalikes } from '../../properties/cases/lookalikes';
import type { Server } from '../../targets/metadata-api';
import { allResponses } from '../harness/dsl/all-responses';
import { expectReplaced, expectStored } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { splitIntoMaps } from '../harness/dsl/sample-maps';

check('REPLACE-01/one-pair', 'stores the pair of the request', async (tools) => {
  await expectStored(tools, { one: '1' });
});

check('REPLACE-01/several-pairs', 'stores all of several pairs', async (tools) => {
  await expectStored(tools, { one: '1', two: '2', three: '3', four: '4', five: '5' });
});

check('REPLACE-01/new-pair-beside-old', 'stores the new pair beside one that stays', async (tools) => {
  const server = await tools.given.server('active', { both: '1' });
  await expectReplaced(tools, server, { both: '1', new: '2' });
});

check('REPLACE-01/prefix-keys', 'stores keys of which one is a prefix of another', async (tools) => {
  await expectStored(tools, { app: '1', 'app.name': '2', 'app.name.first': '3', app1: '4', 'app:name': '5' });
});

check(
  'REPLACE-02/removes-unnamed-keys',
  'removes every key that the request does not name',
  async ({ given, read, replace }) => {
    const server = await given.serverWithout({ both: '2' });
    await replace(server, { both: '2' });
    expect(await read(server)).toEqual({ both: '2' });
  },
);

check(
  'REPLACE-02/many-unnamed-keys',
  'removes all of many keys when the request names none of them',
  async ({ given, read, replace }) => {
    const server = await given.server('active', { a1: '1', a2: '2', a3: '3', a4: '4', a5: '5', a6: '6' });
    await replace(server, { new: 'x' });
    expect(await read(server)).toEqual({ new: 'x' });
  },
);

check(
  'REPLACE-02/three-replaces',
  'removes what the replace before stored, three times in a row',
  async ({ given, read, replace }) => {
    const server = await given.server('active', { first: '1' });
    for (const key of ['second', 'third', 'fourth']) {
      await replace(server, { [key]: '1' });
      expect(await read(server)).toEqual({ [key]: '1' });
    }
  },
);

check('REPLACE-03/new-value', 'gives an existing key the new value', async (tools) => {
  const server = await tools.given.server('active', { both: '1' });
  await expectReplaced(tools, server, { both: '2' });
});

check('REPLACE-03/shorter-value', 'gives an existing key a shorter value, and an empty one', async (tools) => {
  const server = await tools.given.server('active', { both: 'a long value' });
  await expectReplaced(tools, server, { both: 'a' });
  await expectReplaced(tools, server, { both: '' });
});

check('REPLACE-03/lookalike-values', 'gives an existing key a value that is similar to the old one', async (tools) => {
  const maps = splitIntoMaps(tools, lookalikes(tools)).flatMap((some) => {
    const map = (place: 0 | 1) => Object.fromEntries(some.map(({ pair }, index) => [`key${index}`, pair[place]]));
    return [map(0), map(1), map(0)];
  });
  await expectStored(tools, ...maps);
});

check('REPLACE-03/similar-maps', 'replaces a map by a similar one', async (tools) => {
  // A comparison by a sum, by text without separators, or by keys and values apart finds no difference.
  await expectStored(
    tools,
    { one: '1' },
    { one: '1', two: '2' },
    { one: '2', two: '1' },
    { two: '2', one: '1' },
    { two: '1', three: '2' },
    { ab: 'c', d: 'e' },
    { a: 'bc', d: 'e' },
    { a: 'b', cd: 'e' },
    { a: 'b' },
    { a: 'b', e: '' },
    { A: 'b' },
  );
});

check('REPLACE-01/every-server', 'stores pairs of every kind on each server', async (tools) => {
  const { subject } = tools;
  // Servers may be on different nodes and in different stores.
  const ids = subject.servers.filter(
    ({ declaredState, projectId }) => !declaredState && projectId === subject.projectId,
  );
  const most = tools.limits.valueLength;
  const long = { letters: 'v'.repeat(most), wide: '元'.repeat(most), astral: '😀'.repeat(Math.min(64, most)) };
  const map = { ...long, empty: '', spaces: ' a ' };
  await tools.given.server('active', { old: '1' });
  const servers = ids.map(({ id, projectId }): Server => ({ id, projectId, as: 'own' }));
  for (const server of servers) {
    await tools.setVmState(server, 'active');
    await expectReplaced(tools, server, map);
    await expectReplaced(tools, server, { small: '1' });
  }
  // None of them may change with another one.
  const [first, ...others] = servers;
  if (first !== undefined) await expectReplaced(tools, first, { last: '1' });
  for (const other of others) expect(await tools.read(other)).toEqual({ small: '1' });
});

check('REPLACE-04/empty-map', 'removes everything for an empty map', async ({ given, profile, read, replace }) => {
  const server = await given.server('active', { old: '1', both: '1' });
  expect(profile.statuses.accepted).toContain((await replace(server, {})).status);
  expect(await read(server)).toEqual({});
});

check('REPLACE-05/no-own-pair', 'adds no pair of its own', async ({ given, read, replace }) => {
  const server = await given.serverWithout({ new: '1' });
  await replace(server, { new: '1' });
  expect(Object.keys(await read(server))).toEqual(['new']);
});

check('REPLACE-06/same-request', 'leaves the same map when the same request comes again', async (tools) => {
  const map = { one: '1', two: '2' };
  await expectStored(tools, map, map, map);
});

check('REPLACE-07/repeated-reads', 'shows the same map however often it is read', async ({ given, read, replace }) => {
  const server = await given.serverWithout({ one: '1', two: '2' });
  await replace(server, { one: '1', two: '2' });
  for (let time = 1; time <= 4; time += 1) expect(await read(server)).toEqual({ one: '1', two: '2' });
});

check('REPLACE-07/every-connection', 'shows the same map on every connection', async ({ given, read, replace }) => {
  const server = await given.server('active', { old: '1' });
  // One address may have several backends, each with its own connections. No other check stores these maps: a backend
  // could still have them.
  for (const map of [{ everywhere: '1' }, { everywhere: '2', also: '2' }, {}]) {
    await replace(server, map);
    // Alone, so that the connection of the replace is used again.
    expect(await read(server)).toEqual(map);
    for (const seen of await allResponses(Array.from({ length: 6 }, () => read(server)))) expect(seen).toEqual(map);
  }
});

// A pair does not depend on the other pairs of its map.

check('REPLACE-01/value-equals-key', 'stores a pair whose value is its key', async (tools) => {
  await expectStored(tools, { name: 'name', other: '1' }, { a: 'a', b: 'b', c: 'c' });
});

check('REPLACE-01/values-equal-other-keys', 'stores pairs whose values are keys of other pairs', async (tools) => {
  await expectStored(
    tools,
    { a: 'b', b: 'a', c: 'd', d: 'e', key: 'value', value: 'key' },
    { one: '1', '1': 'one', both: 'old', old: 'both' },
  );
});

check(
  'VALUE-03/values-like-references',
  'stores a value that looks like a reference to another key unchanged',
  async (tools) => {
    const templates = [
      '$a',
      `\${a}`,
      '$(a)',
      '%a%',
      '%(a)s',
      '{a}',
      '{{a}}',
      '{{ a }}',
      '#{a}',
      '@{a}',
      '@a',
      '<a>',
      '&a;',
      '*a',
    ];
    const { valueLength } = tools.limits;
    const named = templates.map((template, index) => [
      `t${index}`,
      firstCharacters(`${template} and ${template}`, valueLength),
    ]);
    await expectStored(
      tools,
      { a: 'filled in', ...Object.fromEntries(named.slice(0, 7)) },
      { ...Object.fromEntries(named.slice(7)), a: 'filled in' },
    );
  },
);

check(
  'REPLACE-05/after-rejected-request',
  'adds no pair of a refused request',
  async ({ given, profile, put, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    const { status } = await put(server, { metadata: { refused: '1', 'a/b': '1' } });
    expect(profile.statuses.invalid).toContain(status);
    await replace(server, { new: '1' });
    expect(await read(server)).toEqual({ new: '1' });
  },
);
