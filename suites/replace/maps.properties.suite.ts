import fc from 'fast-check';
import type { Metadata } from '../../contracts/metadata';
import type { Limits } from '../../contracts/profiles/profile';
import * as inputs from '../../properties';
import { maxPairsInBody } from '../../properties/cases/limits';
import { expectReplaced } from '../harness/dsl/assertions';
import { property } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

property(
  'REPLACE-01',
  'stores any legal map',
  (limits) => inputs.maps({ limits }),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
  },
);

property(
  'REPLACE-02',
  'replaces any map by any other',
  (limits) => inputs.successiveMaps({ limits }),
  async (tools, [before, after]) => {
    await expectReplaced(tools, tools.server, before);
    await expectReplaced(tools, tools.server, after);
  },
);

property(
  'REPLACE-04',
  'clears any map',
  (limits) => inputs.maps({ maxPairs: 5, limits }),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
    await expectReplaced(tools, tools.server, {});
  },
);

property(
  'REPLACE-06',
  'leaves any map as it is when it comes again',
  (limits) => inputs.maps({ maxPairs: 5, limits }),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
    await expectReplaced(tools, tools.server, map);
  },
);

const fewKeys = (limits: Limits) =>
  fc.uniqueArray(inputs.keys({ limits }), { minLength: 1, maxLength: Math.min(10, limits.always) });

property('KEY-02', 'stores any key of the set', fewKeys, async (tools, keys) => {
  await expectReplaced(tools, tools.server, Object.fromEntries(keys.map((key, index) => [key, `${index}`])));
});

property(
  'VALUE-03',
  'gives back any text unchanged',
  (limits) => mapOfValues(inputs.values({ limits }), limits),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
  },
);

property(
  'VALUE-08',
  'stores control characters unchanged if it takes them',
  (limits) => mapOfValues(inputs.controlValues({ limits }), limits),
  async (tools, map) => {
    await tools.replace(tools.server, map);
    await tools.read(tools.server);
  },
);

property(
  'VALUE-10',
  'treats every lone surrogate alike',
  (limits) => inputs.loneSurrogateValues({ limits }),
  async (tools, value) => {
    await tools.put(tools.server, { metadata: { a: value } });
    await tools.read(tools.server);
  },
);

property(
  'KEY-07',
  'treats every space alike',
  (limits) => inputs.keysWithSpace({ limits }),
  async (tools, key) => {
    await tools.replace(tools.server, { [key]: '1' });
    await tools.read(tools.server);
  },
);

property(
  'ANSWER-02',
  'answers the map that it stored',
  (limits) => inputs.maps({ maxPairs: 5, limits }),
  async (tools, map) => {
    const { json } = await tools.replace(tools.server, map);
    expect(json).toEqual({ metadata: await tools.read(tools.server) });
  },
);

const spelledMaps = (limits: Limits) => {
  // A character of a key may be spelled in six bytes, one of a value in twelve.
  const maxPairs = Math.min(4, maxPairsInBody(6 * limits.keyLength + 12 * limits.valueLength));
  return inputs
    .maps({ maxPairs, limits })
    .chain((map) => inputs.equivalentBodies(map).map((body): [Metadata, string] => [map, body]));
};

property('BODY-05', 'reads any spelling of the same JSON', spelledMaps, async (tools, [map, body]) => {
  await tools.put(tools.server, body);
  expect(await tools.read(tools.server)).toEqual(map);
});

property(
  'BODY-08',
  'treats every repeated key alike',
  (limits) => inputs.duplicateMembers({ limits }),
  async (tools, { body }) => {
    await tools.put(tools.server, body);
    await tools.read(tools.server);
  },
);

property(
  'ATOMIC-01',
  'refuses any bad pair or shape, and keeps the map',
  (limits) => inputs.rejectedBodies({ limits }),
  async (tools, body) => {
    const before = await tools.read(tools.server);
    const { status } = await tools.put(tools.server, body);
    expect(tools.profile.statuses.invalid).toContain(status);
    expect(await tools.read(tools.server)).toEqual(before);
  },
);

property(
  'ATOMIC-03',
  'refuses any text that is not JSON, and keeps the map',
  (limits) => inputs.malformedBodies({ limits }),
  async (tools, body) => {
    const before = await tools.read(tools.server);
    const { status } = await tools.put(tools.server, body);
    expect(tools.profile.statuses.invalid).toContain(status);
    expect(await tools.read(tools.server)).toEqual(before);
  },
);

property(
  'ANSWER-06',
  'fails over no JSON',
  (limits) => inputs.jsonBodies({ limits }),
  async (tools, body) => {
    const { status } = await tools.put(tools.server, body);
    expect(status).toBeLessThan(500);
  },
);

const twoMaps = (limits: Limits) => {
  const maps = inputs.maps({ maxPairs: 4, limits });
  return fc.tuple(maps, maps);
};

property(
  'VERSION-02',
  'shows under each version what the other stored',
  twoMaps,
  async (tools, [one, other]) => {
    const { server, replace, read, version } = tools;
    const across = version === 'v2' ? 'v2.1' : 'v2';
    await replace(server, one);
    expect(await read(server, across)).toEqual(one);
    await replace(server, other, across);
    expect(await read(server)).toEqual(other);
  },
  { needs: ['v2', 'v2.1'] },
);

function mapOfValues(values: fc.Arbitrary<string>, { always, valueLength }: Limits): fc.Arbitrary<Metadata> {
  return fc
    .array(values, { minLength: 1, maxLength: Math.min(10, always, maxPairsInBody(6 * valueLength)) })
    .map((texts) => Object.fromEntries(texts.map((text, index) => [`key${index}`, text])));
}
