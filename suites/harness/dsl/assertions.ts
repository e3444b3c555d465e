import { isSuccess } from '../../../contracts/http/status';
import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import type { Server } from '../../../targets/metadata-api';
import { INITIAL } from '../worker/fixtures';
import { expect } from './expect';
import type { CheckedResponse, PutOptions, TestContext } from './test-context';

/** Sends a request that must be refused to a server that holds `INITIAL`, and expects the same map after it. */
export async function expectRejected(
  { put, read }: TestContext,
  server: Server,
  body: unknown,
  statuses: readonly number[],
  options: PutOptions = {},
): Promise<CheckedResponse> {
  const answer = await put(server, body, options);
  expect(statuses).toContain(answer.status);
  expect(await read(server)).toEqual(INITIAL);
  return answer;
}

/** The same for each body in turn. */
export async function expectAllRejected(
  tools: TestContext,
  bodies: readonly unknown[],
  statuses: readonly number[],
): Promise<void> {
  const server = await tools.given.server('active', INITIAL);
  for (const body of bodies) await expectRejected(tools, server, body, statuses);
}

/** Replaces with a legal map, and expects exactly this map to be stored. */
export async function expectReplaced(tools: TestContext, server: Server, metadata: Metadata): Promise<void> {
  const { profile, replace, read, skipIfFull } = tools;
  skipIfFull(server);
  const { status } = await replace(server, metadata);
  expect(profile.statuses.accepted).toContain(status);
  expect(await read(server)).toEqual(metadata);
}

/** The same with one map after the other, on a server that the first one changes. */
export async function expectStored(tools: TestContext, ...maps: readonly Metadata[]): Promise<void> {
  const server = await tools.given.serverWithout(maps[0] ?? {});
  for (const map of maps) await expectReplaced(tools, server, map);
}

/** For an open question: the body is stored as it is, or refused without any effect. */
export async function expectAcceptedOrRejected(
  tools: TestContext,
  body: unknown,
  contentType: string | null = 'application/json',
): Promise<void> {
  const server = await tools.given.server('active', INITIAL);
  const { status } = await tools.put(server, body, { contentType });
  const { accepted, invalid, mediaType } = tools.profile.statuses;
  expect([...accepted, ...invalid, ...mediaType]).toContain(status);
  expect(await tools.read(server)).toEqual(isSuccess(status) ? { one: '1' } : INITIAL);
}

/** Stores texts as values, many in a map, and expects all of them back. */
export async function expectRoundTrip(tools: TestContext, texts: readonly string[]): Promise<void> {
  const server = await tools.given.server('active', {});
  tools.skipIfFull(server);
  expect(await findCorruptedCharacter(tools, server, texts, Math.min(40, tools.limits.always))).toBeUndefined();
}

/** The first character that does not come back, with `perMap` texts in a map; undefined if all do. */
async function findCorruptedCharacter(
  tools: TestContext,
  server: Server,
  texts: readonly string[],
  perMap: number,
): Promise<string | undefined> {
  for (let from = 0; from < texts.length; from += perMap) {
    const some = texts.slice(from, from + perMap);
    if (await isRoundTripped(tools, server, some)) continue;
    for (const text of some) {
      if (!(await isRoundTripped(tools, server, [text]))) return narrowDown(tools, server, [...text]);
    }
    // They fail together only, so no single character is the cause.
    return some.join('');
  }
  return undefined;
}

/** Halves what fails until one character is left. */
async function narrowDown(tools: TestContext, server: Server, characters: readonly string[]): Promise<string> {
  if (characters.length === 1) return characters.join('');
  const half = Math.ceil(characters.length / 2);
  for (const part of [characters.slice(0, half), characters.slice(half)]) {
    if (!(await isRoundTripped(tools, server, [part.join('')]))) return narrowDown(tools, server, part);
  }
  return characters.join('');
}

async function isRoundTripped(
  { replace, read }: TestContext,
  server: Server,
  texts: readonly string[],
): Promise<boolean> {
  const map: Metadata = Object.fromEntries(texts.map((text, index) => [`key${index}`, text]));
  await replace(server, map);
  return sameMetadata(await read(server), map);
}
