import fc from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import * as inputs from '../properties';
import { expect } from './harness/expect';
import { law } from './harness/law';
import { stores } from './harness/stores';

law('REPLACE-01', 'stores any legal map', inputs.metadata(), async (tools, map) => {
  await stores(tools, tools.server, map);
});

law('REPLACE-02', 'replaces any map by any other', inputs.successiveMaps(), async (tools, [before, after]) => {
  await stores(tools, tools.server, before);
  await stores(tools, tools.server, after);
});

law('REPLACE-04', 'clears any map', inputs.metadata({ maxPairs: 5 }), async (tools, map) => {
  await stores(tools, tools.server, map);
  await stores(tools, tools.server, {});
});

law(
  'REPLACE-06',
  'leaves any map as it is when it comes again',
  inputs.metadata({ maxPairs: 5 }),
  async (tools, map) => {
    await stores(tools, tools.server, map);
    await stores(tools, tools.server, map);
  },
);

const fewKeys = fc.uniqueArray(inputs.keys(), { minLength: 1, maxLength: 10 });

law('KEY-02', 'stores any key of the set', fewKeys, async (tools, keys) => {
  await stores(tools, tools.server, Object.fromEntries(keys.map((key, index) => [key, `${index}`])));
});

law('VALUE-03', 'gives back any text unchanged', manyOf(inputs.values()), async (tools, map) => {
  await stores(tools, tools.server, map);
});

law(
  'VALUE-08',
  'stores control characters unchanged if it takes them',
  manyOf(inputs.controlValues()),
  async (tools, map) => {
    await tools.replace(tools.server, map);
    await tools.read(tools.server);
  },
);

law('VALUE-10', 'treats every lone surrogate alike', inputs.loneSurrogateValues(), async (tools, value) => {
  await tools.put(tools.server, { metadata: { a: value } });
  await tools.read(tools.server);
});

law('KEY-07', 'treats every space alike', inputs.spacedKeys(), async (tools, key) => {
  await tools.replace(tools.server, { [key]: '1' });
  await tools.read(tools.server);
});

law('ANSWER-02', 'answers the map that it stored', inputs.metadata({ maxPairs: 5 }), async (tools, map) => {
  const { json } = await tools.replace(tools.server, map);
  expect(json).toEqual({ metadata: await tools.read(tools.server) });
});

const spelled = inputs
  .metadata({ maxPairs: 4 })
  .chain((map) => inputs.spelledBodies(map).map((body): [Metadata, string] => [map, body]));

law('BODY-05', 'reads any spelling of the same JSON', spelled, async (tools, [map, body]) => {
  await tools.put(tools.server, body);
  expect(await tools.read(tools.server)).toEqual(map);
});

law('BODY-08', 'treats every repeated key alike', inputs.duplicateMembers(), async (tools, { body }) => {
  await tools.put(tools.server, body);
  await tools.read(tools.server);
});

law('ATOMIC-01', 'refuses any bad pair or shape, and keeps the map', inputs.rejectedBodies(), async (tools, body) => {
  const before = await tools.read(tools.server);
  const { status } = await tools.put(tools.server, body);
  expect(tools.profile.statuses.invalid).toContain(status);
  expect(await tools.read(tools.server)).toEqual(before);
});

law(
  'ATOMIC-03',
  'refuses any text that is not JSON, and keeps the map',
  inputs.malformedBodies(),
  async (tools, body) => {
    const before = await tools.read(tools.server);
    const { status } = await tools.put(tools.server, body);
    expect(tools.profile.statuses.invalid).toContain(status);
    expect(await tools.read(tools.server)).toEqual(before);
  },
);

law('ANSWER-06', 'fails over no JSON', inputs.jsonBodies(), async (tools, body) => {
  const { status } = await tools.put(tools.server, body);
  expect(status).toBeLessThan(500);
});

const twoMaps = fc.tuple(inputs.metadata({ maxPairs: 4 }), inputs.metadata({ maxPairs: 4 }));

law('VERSION-02', 'shows under each version what the other stored', twoMaps, async (tools, [one, other]) => {
  const { server, replace, read, version } = tools;
  const across = version === 'v2' ? 'v2.1' : 'v2';
  await replace(server, one);
  expect(await read(server, across)).toEqual(one);
  await replace(server, other, across);
  expect(await read(server)).toEqual(other);
});

function manyOf(values: fc.Arbitrary<string>): fc.Arbitrary<Metadata> {
  return fc
    .array(values, { minLength: 1, maxLength: 10 })
    .map((texts) => Object.fromEntries(texts.map((text, index) => [`key${index}`, text])));
}
