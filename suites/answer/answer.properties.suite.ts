import * as inputs from '../../properties';
import { property } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';

property(
  'ANSWER-02/any-map',
  'responds with the map that it stored',
  (limits) => inputs.maps({ maxPairs: 5, limits }),
  async (tools, map) => {
    const { json } = await tools.replace(tools.server, map);
    expect(json).toEqual({ metadata: await tools.read(tools.server) });
  },
);

property(
  'ANSWER-06/any-json',
  'responds to any JSON without 5xx',
  (limits) => inputs.jsonBodies({ limits }),
  async (tools, body) => {
    const { status } = await tools.put(tools.server, body);
    expect(status).toBeLessThan(500);
  },
);
