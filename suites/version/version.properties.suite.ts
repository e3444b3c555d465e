import fc from 'fast-check';
import type { Limits } from '../../contracts/profiles/profile';
import * as inputs from '../../properties';
import { property } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

const twoMaps = (limits: Limits) => {
  const maps = inputs.maps({ maxPairs: 4, limits });
  return fc.tuple(maps, maps);
};

property(
  'VERSION-02/any-map-under-other-version',
  'shows a map that was stored under one version under the other',
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
