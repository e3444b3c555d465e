import type { Metadata } from '../../contracts/metadata';
import type { Server } from '../../targets/metadata-api';
import { expect } from './expect';
import type { Tools } from './tools';

/** Replaces with a map that must be taken, and sees exactly this map stored. */
export async function stores(tools: Tools, server: Server, metadata: Metadata): Promise<void> {
  const { profile, replace, read, demandRoom } = tools;
  demandRoom(server);
  const { status } = await replace(server, metadata);
  expect(profile.statuses.accepted).toContain(status);
  expect(await read(server)).toEqual(metadata);
}
