import fc from 'fast-check';
import type { Version } from '../../contracts/metadata';
import * as inputs from '../../properties';
import type { Operation } from '../../properties/histories';
import type { Server } from '../../targets/metadata-api';
import { type PropertyTestContext, property, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { isSkip } from '../harness/run/check-outcome';

stage('histories');

const maxLength = 24;

property(
  'REPLACE-07/any-history',
  'keeps the map through any sequence of operations',
  (limits) => inputs.histories({ servers: 1, maxLength, limits }),
  async (tools, history) => {
    await runHistory(tools, [tools.server], history);
  },
);

property(
  'ISOLATION-01/any-history',
  'keeps two servers apart through any sequence of operations',
  (limits) => inputs.histories({ servers: 2, maxLength, limits }),
  async (tools, history) => {
    const second = await tools.given.secondServer({ hers: '1', both: '1' });
    await runHistory(tools, [tools.server, second], history);
  },
  { isExclusive: true, needs: ['second-server'] },
);

property(
  'ISOLATION-02/any-history-of-other-project',
  "keeps another project's server as it is through any sequence of operations",
  (limits) => inputs.histories({ servers: 1, maxLength: 8, limits }),
  async (tools, history) => {
    const theirs = { theirs: '1', both: '1' };
    const foreign = await tools.given.otherProjectServer(theirs);
    await runHistory(tools, [tools.server], history);
    expect(await tools.read(foreign)).toEqual(theirs);
  },
  { isExclusive: true, needs: ['second-project'] },
);

property(
  'STATE-13/any-vm-state-change',
  'keeps the map through any change of the vm_state',
  (limits) => fc.tuple(inputs.histories({ servers: 1, maxLength: 8, everyVmState: true, limits }), inputs.vmStates()),
  async (tools, [history, last]) => {
    await runHistory(
      tools,
      [tools.server],
      [...history, { kind: 'change state', server: 0, version: tools.version, to: last }],
    );
  },
  { isExclusive: true, changesVmState: true },
);

/** Plays a history on servers, then reads each under both versions. The oracle judges every step. */
async function runHistory(
  tools: PropertyTestContext,
  servers: readonly Server[],
  history: readonly Operation[],
): Promise<void> {
  for (const operation of history) {
    const server = servers[operation.server % servers.length];
    if (server !== undefined) await runOperation(tools, server, operation);
  }
  for (const server of servers) {
    for (const version of tools.versions) await readIfShown(tools, server, version);
  }
}

async function runOperation(tools: PropertyTestContext, server: Server, operation: Operation): Promise<void> {
  const { version } = operation;
  if (operation.kind === 'replace') await tools.replace(server, operation.metadata, version);
  if (operation.kind === 'rejected replace') await tools.put(server, operation.body, { version });
  if (operation.kind === 'read') await readIfShown(tools, server, version);
  if (operation.kind === 'change state') await changeVmState(tools, server, operation.to);
}

/** A server that does not show its map in its vm_state shows it later. */
async function readIfShown(tools: PropertyTestContext, server: Server, version: Version): Promise<void> {
  await ignoreSkip(() => tools.read(server, version));
}

async function changeVmState(
  tools: PropertyTestContext,
  server: Server,
  to: Parameters<PropertyTestContext['setVmState']>[1],
): Promise<void> {
  // Nothing leads back from there, but for a hook that can do more than a cloud.
  if (to === 'deleted') return;
  await ignoreSkip(() => tools.setVmState(server, to));
}

async function ignoreSkip(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!isSkip(error)) throw error;
  });
}
