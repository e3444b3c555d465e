import { expect } from './expect';
import { spoiled } from './spoiled';
import type { Tools } from './tools';

/** Stores texts as values, many to a map, and sees all of them come back. */
export async function spoilsNone(tools: Tools, texts: readonly string[]): Promise<void> {
  const server = await tools.given.server('active', {});
  const { limit } = tools.subject.quota;
  expect(await spoiled(tools, server, texts, limit < 0 ? 40 : Math.min(40, limit))).toBeUndefined();
}
