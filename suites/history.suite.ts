import fc from 'fast-check';
import * as inputs from '../properties';
import { expect } from './harness/expect';
import { law } from './harness/law';
import { play } from './harness/play';

const maxLength = 24;

law(
  'REPLACE-07',
  'keeps its map through any history',
  (limits) => inputs.histories({ servers: 1, maxLength, limits }),
  async (tools, history) => {
    await play(tools, [tools.server], history);
  },
);

law(
  'ISOLATION-01',
  'keeps two servers apart through any history',
  (limits) => inputs.histories({ servers: 2, maxLength, limits }),
  async (tools, history) => {
    const neighbour = await tools.given.neighbour({ hers: '1', both: '1' });
    await play(tools, [tools.server, neighbour], history);
  },
  { alone: true, needs: ['second-server'] },
);

law(
  'ISOLATION-02',
  "keeps another project's server as it is through any history",
  (limits) => inputs.histories({ servers: 1, maxLength: 8, limits }),
  async (tools, history) => {
    const theirs = { theirs: '1', both: '1' };
    const stranger = await tools.given.stranger(theirs);
    await play(tools, [tools.server], history);
    expect(await tools.read(stranger)).toEqual(theirs);
  },
  { alone: true, needs: ['second-project'] },
);

law(
  'STATE-13',
  'keeps its map through any change of the vm_state',
  (limits) => fc.tuple(inputs.histories({ servers: 1, maxLength: 8, everyVmState: true, limits }), inputs.vmStates()),
  async (tools, [history, last]) => {
    await play(
      tools,
      [tools.server],
      [...history, { kind: 'change state', server: 0, version: tools.version, to: last }],
    );
  },
  { alone: true, changesState: true },
);
