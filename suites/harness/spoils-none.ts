import { expect } from './expect';
import { spoiled } from './spoiled';
import type { Tools } from './tools';

/** Stores texts as values, many to a map, and sees all of them come back. */
export async function spoilsNone(tools: Tools, texts: readonly string[]): Promise<void> {
  const server = await tools.given.server('active', {});
  tools.demandRoom(server);
  expect(await spoiled(tools, server, texts, Math.min(40, tools.limits.always))).toBeUndefined();
}
