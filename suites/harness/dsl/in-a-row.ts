import { isSuccess } from '../../../contracts/http/status';
import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import type { Server } from '../../../targets/metadata-api';
import { INITIAL } from '../worker/fixtures';
import { expectRejected, expectReplaced } from './assertions';
import { expect } from './expect';
import type { PutOptions, TestContext } from './test-context';

/**
 * Checks that find many faults by few requests, for a run that begins with them. They repeat cases that other checks test
 * one by one. Where something is wrong, they go on with single cases, so that the failure names the case.
 */

/** A request that must be refused. */
export interface BadRequest {
  readonly body: unknown;
  /** Those with which it may be refused. */
  readonly statuses: readonly number[];
  readonly options?: PutOptions;
}

/**
 * Sends requests that must be refused, one after the other, and reads the map once at the end. If it has changed then,
 * sends each request again and reads the map after it.
 */
export async function expectEachRejected(tools: TestContext, requests: readonly BadRequest[]): Promise<void> {
  const { given, put, read } = tools;
  const wrong: (readonly [status: number, right: readonly number[]])[] = [];
  let server = await given.server('active', INITIAL);
  for (const { body, statuses, options } of requests) {
    const { status } = await put(server, body, options);
    if (!statuses.includes(status)) wrong.push([status, statuses]);
    if (isSuccess(status)) {
      await read(server);
      server = await given.server('active', INITIAL);
    }
  }
  const stored = await read(server);
  if (!sameMetadata(stored, INITIAL)) {
    for (const { body, statuses, options } of requests) {
      await expectRejected(tools, await given.server('active', INITIAL), body, statuses, options);
    }
  }
  for (const [status, right] of wrong) expect(right).toContain(status);
  expect(stored).toEqual(INITIAL);
}

/** Replaces with each map and expects it to be stored. One that is not is halved, until the fault shows in few pairs. */
export async function expectMapsStored(tools: TestContext, maps: readonly Metadata[]): Promise<void> {
  // Large maps are usable here: if something is wrong, each part of the map is sent to a server with the usual pairs.
  const server = await tools.given.serverWithout(maps[0] ?? {}, Number.POSITIVE_INFINITY);
  for (const map of maps) {
    tools.skipIfFull(server);
    const first = await replaceAndRead(tools, server, map);
    if (isAsSent(tools, first, map)) continue;
    const lost = await smallestLost(tools, server, map);
    await tools.given.server();
    await expectReplaced(tools, server, lost);
    expect(tools.profile.statuses.accepted).toContain(first.status);
    expect(first.stored).toEqual(map);
  }
}

interface Replaced {
  readonly status: number;
  readonly stored: Metadata;
}

async function replaceAndRead({ replace, read }: TestContext, server: Server, map: Metadata): Promise<Replaced> {
  const { status } = await replace(server, map);
  return { status, stored: await read(server) };
}

function isAsSent({ profile }: TestContext, { status, stored }: Replaced, map: Metadata): boolean {
  return profile.statuses.accepted.includes(status) && sameMetadata(stored, map);
}

/** A part of a map that is not stored, and of which both halves are. */
async function smallestLost(tools: TestContext, server: Server, map: Metadata): Promise<Metadata> {
  const pairs = Object.entries(map);
  if (pairs.length < 2) return map;
  const middle = pairs.length >> 1;
  for (const half of [pairs.slice(0, middle), pairs.slice(middle)].map((some) => Object.fromEntries(some))) {
    // Otherwise a pair that the target has altered would look like one that it has not removed.
    await tools.given.server();
    if (!isAsSent(tools, await replaceAndRead(tools, server, half), half)) return smallestLost(tools, server, half);
  }
  return map;
}
