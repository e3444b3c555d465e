import fc from 'fast-check';
import type { Limits } from '../../contracts/profiles/profile';
import { maps } from '../../properties/maps';
import { type PropertyTestContext, property } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import type { PutOptions } from '../harness/dsl/test-context';
import { unknownProjectId, unknownServerId } from '../harness/dsl/unknown-ids';

const smallMaps = (limits: Limits) => maps({ maxPairs: 3, limits });

property(
  'ACCESS-01/any-map-without-token',
  'refuses any map without a token, and keeps what is stored',
  smallMaps,
  (tools, map) => expectAccessDenied(tools, map, tools.profile.statuses.unauthenticated, { as: 'none' }),
);

property('ACCESS-02/any-map-with-unknown-token', 'refuses any map with an unknown token', smallMaps, (tools, map) =>
  expectAccessDenied(tools, map, tools.profile.statuses.unauthenticated, { as: 'unknown' }),
);

property(
  'ACCESS-03/any-map-for-unknown-server',
  'refuses any map for a server id that does not exist',
  (limits) => fc.tuple(fc.uuid(), smallMaps(limits)),
  (tools, [id, map]) => {
    const serverId = unknownServerId(tools.subject, id);
    return expectAccessDenied(tools, map, tools.profile.statuses.unknownServer, { serverId });
  },
);

const foreign = (limits: Limits) => fc.tuple(fc.stringMatching(/^[0-9a-f]{32}$/), smallMaps(limits));

property(
  'ACCESS-05/any-map-for-other-project',
  'refuses any map for any other project',
  foreign,
  (tools, [id, map]) => {
    const projectId = unknownProjectId(tools.subject, id);
    return expectAccessDenied(tools, map, tools.profile.statuses.foreignProject, { projectId });
  },
  { needs: ['project-in-url'] },
);

property(
  'ACCESS-06/any-map-for-foreign-server',
  "refuses any map for another project's server, and keeps what it holds",
  smallMaps,
  async ({ given, profile, put, read, subject: { projectId } }, map) => {
    const theirs = { theirs: '1' };
    const foreign = await given.otherProjectServer(theirs);
    const { status } = await put(foreign, { metadata: map }, { as: 'own', projectId });
    expect(profile.statuses.foreignServer).toContain(status);
    expect(await read(foreign)).toEqual(theirs);
  },
  { isExclusive: true, needs: ['second-project'] },
);

async function expectAccessDenied(
  { given, put, read }: PropertyTestContext,
  map: object,
  statuses: readonly number[],
  options: PutOptions,
): Promise<void> {
  const held = { kept: '1' };
  const server = await given.server('active', held);
  const { status } = await put(server, { metadata: map }, options);
  expect(statuses).toContain(status);
  expect(await read(server)).toEqual(held);
}
