import type { Metadata } from '../../contracts/metadata';
import type { Limits } from '../../contracts/profiles/profile';
import * as inputs from '../../properties';
import { maxPairsInBody } from '../../properties/cases/limits';
import { property } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

const spelledMaps = (limits: Limits) => {
  // A character of a key may be spelled in six bytes, one of a value in twelve.
  const maxPairs = Math.min(4, maxPairsInBody(6 * limits.keyLength + 12 * limits.valueLength));
  return inputs
    .maps({ maxPairs, limits })
    .chain((map) => inputs.equivalentBodies(map).map((body): [Metadata, string] => [map, body]));
};

property(
  'BODY-05/any-equivalent-json',
  'reads any equivalent JSON text in the same way',
  spelledMaps,
  async (tools, [map, body]) => {
    await tools.put(tools.server, body);
    expect(await tools.read(tools.server)).toEqual(map);
  },
);

property(
  'BODY-08/any-repeated-key',
  'treats every repeated key in the same way',
  (limits) => inputs.duplicateMembers({ limits }),
  async (tools, { body }) => {
    await tools.put(tools.server, body);
    await tools.read(tools.server);
  },
);
