import { isSuccess } from '../../contracts/http/status';
import { expect } from './expect';
import { held } from './refuses';
import type { Tools } from './tools';

/** What is left open must still be one of the two: taken as it is, or refused without a trace. */
export async function takesOrRefuses(
  tools: Tools,
  body: unknown,
  contentType: string | null = 'application/json',
): Promise<void> {
  const server = await tools.given.server('active', held);
  const { status } = await tools.put(server, body, { contentType });
  const { accepted, invalid, mediaType } = tools.profile.statuses;
  expect([...accepted, ...invalid, ...mediaType]).toContain(status);
  expect(await tools.read(server)).toEqual(isSuccess(status) ? { one: '1' } : held);
}
