import * as inputs from '../../properties';
import { expectReplaced } from '../harness/dsl/assertions';
import { property } from '../harness/dsl/check';

property(
  'REPLACE-01/any-legal-map',
  'stores any legal map',
  (limits) => inputs.maps({ limits }),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
  },
);

property(
  'REPLACE-02/any-map-by-any-other',
  'replaces any map by any other',
  (limits) => inputs.successiveMaps({ limits }),
  async (tools, [before, after]) => {
    await expectReplaced(tools, tools.server, before);
    await expectReplaced(tools, tools.server, after);
  },
);

property(
  'REPLACE-04/any-map',
  'clears any map',
  (limits) => inputs.maps({ maxPairs: 5, limits }),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
    await expectReplaced(tools, tools.server, {});
  },
);

property(
  'REPLACE-06/any-map',
  'leaves any map as it is when the same request comes again',
  (limits) => inputs.maps({ maxPairs: 5, limits }),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
    await expectReplaced(tools, tools.server, map);
  },
);
