import * as inputs from '../../properties';
import { property } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

property(
  'ATOMIC-01/any-bad-pair-or-shape',
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
  'ATOMIC-03/any-text-not-json',
  'refuses any text that is not JSON, and keeps the map',
  (limits) => inputs.malformedBodies({ limits }),
  async (tools, body) => {
    const before = await tools.read(tools.server);
    const { status } = await tools.put(tools.server, body);
    expect(tools.profile.statuses.invalid).toContain(status);
    expect(await tools.read(tools.server)).toEqual(before);
  },
);
