import * as inputs from '../../properties';
import { type PropertyTestContext, property, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { mapOfSize, skipIfQuotaHigher, skipIfQuotaLower } from '../harness/dsl/quota';

stage('quota');

/** Larger maps would make a counterexample hard to read. */
const most = 1_100;

property(
  'QUOTA-02/any-size',
  'takes maps of any size that the quota allows',
  () => inputs.mapSizes(most),
  async (tools, size) => {
    const map = mapOfSize(Math.min(size, allowed(tools)));
    const { status } = await tools.replace(tools.server, map);
    skipIfQuotaLower(tools, status);
    expect(tools.profile.statuses.accepted).toContain(status);
    expect(await tools.read(tools.server)).toEqual(map);
  },
  { isLarge: true },
);

property(
  'ATOMIC-05/any-map-beyond-quota',
  'refuses any map beyond the quota, and keeps what was there',
  () => inputs.mapSizes(100),
  async (tools, more) => {
    const limit = allowed(tools);
    if (limit === most) tools.notApplicable('the target has no limit, or one beyond a single body');
    const before = await tools.read(tools.server);
    const { status } = await tools.replace(tools.server, mapOfSize(limit + 1 + more));
    skipIfQuotaHigher(tools, status);
    expect(tools.profile.statuses.overQuota).toContain(status);
    expect(await tools.read(tools.server)).toEqual(before);
  },
  { isLarge: true },
);

function allowed({ subject }: PropertyTestContext): number {
  const { limit } = subject.quota;
  return limit < 0 ? most : Math.min(limit, most);
}
