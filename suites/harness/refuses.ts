import type { Server } from '../../targets/metadata-api';
import { expect } from './expect';
import type { PutOptions, Reply, Tools } from './tools';

/** What a server holds before a request that must be refused, and still holds after it. */
export const held = { old: '1', both: '1' };

/** Sends what must be refused to a server that holds `held`, and sees that it still does. */
export async function refuses(
  { put, read }: Tools,
  server: Server,
  body: unknown,
  statuses: readonly number[],
  options: PutOptions = {},
): Promise<Reply> {
  const answer = await put(server, body, options);
  expect(statuses).toContain(answer.status);
  expect(await read(server)).toEqual(held);
  return answer;
}

/** The same for each body in turn. */
export async function refusesEach(
  tools: Tools,
  bodies: readonly unknown[],
  statuses: readonly number[],
): Promise<void> {
  const server = await tools.given.server('active', held);
  for (const body of bodies) await refuses(tools, server, body, statuses);
}
