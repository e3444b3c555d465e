import { asObject } from '../../contracts/http/json';
import { type Metadata, sameMetadata } from '../../contracts/metadata';

/** Sends a request for the metadata of the server at hand, or of another one. */
export type Call = (method: 'GET' | 'PUT', body?: string, otherServer?: string) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What a check says when it fails, and whether it passes. */
export interface TempestCheck {
  readonly failure: string;
  readonly passes: (call: Call) => Promise<boolean>;
}

const unknownServer = '7e57ab1e-0000-4000-8000-00000000dead';

/**
 * What Tempest, OpenStack's own integration suite, asserts of this PUT, in words and code of ours. Its client also wants
 * 200 and a body of the right shape from whatever it expects to succeed.
 *
 * @param quota how many pairs a server may have; Tempest asks the cloud for it, and skips the check where it is -1.
 */
export function tempestChecks(quota: number): TempestCheck[] {
  const tooMany = Object.fromEntries(Array.from({ length: quota + 1 }, (_, index) => [`key${index}`, `value${index}`]));
  return [
    {
      failure: 'a map that was set is not the one that is read',
      passes: (call) => becomes(call, { key1: 'value1', key2: 'value2' }),
    },
    {
      failure: 'another map does not replace it',
      passes: (call) => becomes(call, { key3: 'value3', key4: 'value4' }),
    },
    refusal('a server that is not there is not refused with 404', [404], bodyOf({ key1: 'value1' }), unknownServer),
    refusal('a blank key is not refused with 400', [400], bodyOf({ '': 'value1' })),
    refusal('an empty body is not refused with 400', [400], ''),
    ...(quota < 0 ? [] : [refusal('a pair too many is not refused with 403 or 413', [403, 413], bodyOf(tooMany))]),
  ];
}

/** An answer that cannot be read fails a check too, unless time was up. */
export async function isPassed({ passes }: TempestCheck, call: Call, signal: AbortSignal): Promise<boolean> {
  try {
    return await passes(call);
  } catch (error) {
    if (signal.aborted) throw error;
    return false;
  }
}

function refusal(failure: string, statuses: readonly number[], body: string, otherServer?: string): TempestCheck {
  return { failure, passes: async (call) => statuses.includes((await call('PUT', body, otherServer)).status) };
}

async function becomes(call: Call, map: Metadata): Promise<boolean> {
  const isAccepted = metadataIn(await call('PUT', bodyOf(map))) !== undefined;
  const stored = metadataIn(await call('GET'));
  return isAccepted && stored !== undefined && sameMetadata(stored, map);
}

function bodyOf(metadata: Metadata): string {
  return JSON.stringify({ metadata });
}

/** The map of an answer that succeeds and has the right shape. */
function metadataIn({ status, body }: Answer): Metadata | undefined {
  if (status !== 200) return undefined;
  const { metadata, ...others } = asObject(JSON.parse(body)) ?? {};
  const map = asObject(metadata);
  if (map === undefined || Object.keys(others).length > 0) return undefined;
  return Object.values(map).every((value) => typeof value === 'string') ? (map as Metadata) : undefined;
}
