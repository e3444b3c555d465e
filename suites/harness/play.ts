import type { Version } from '../../contracts/metadata';
import type { Operation } from '../../properties/histories';
import type { Server } from '../../targets/metadata-api';
import type { LawTools } from './law';
import { isSkip } from './skips';

/** Plays a history on servers, then reads each under both versions. The oracle judges every step. */
export async function play(tools: LawTools, servers: readonly Server[], history: readonly Operation[]): Promise<void> {
  for (const operation of history) {
    const server = servers[operation.server % servers.length];
    if (server !== undefined) await step(tools, server, operation);
  }
  for (const server of servers) {
    for (const version of tools.versions) await seen(tools, server, version);
  }
}

async function step(tools: LawTools, server: Server, operation: Operation): Promise<void> {
  const { version } = operation;
  if (operation.kind === 'replace') await tools.replace(server, operation.metadata, version);
  if (operation.kind === 'rejected replace') await tools.put(server, operation.body, { version });
  if (operation.kind === 'read') await seen(tools, server, version);
  if (operation.kind === 'change state') await change(tools, server, operation.to);
}

/** A server that does not show its map in its vm_state shows it later. */
async function seen(tools: LawTools, server: Server, version: Version): Promise<void> {
  await ifPossible(() => tools.read(server, version));
}

async function change(tools: LawTools, server: Server, to: Parameters<LawTools['bring']>[1]): Promise<void> {
  // Nothing leads back from there, but for a hook that can do more than a cloud.
  if (to === 'deleted') return;
  await ifPossible(() => tools.bring(server, to));
}

async function ifPossible(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!isSkip(error)) throw error;
  });
}
