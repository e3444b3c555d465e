import { asObject } from '../../contracts/http/json';
import { metadataPath } from '../../contracts/http/route';
import { type Metadata, sameMetadata, type Version, versions } from '../../contracts/metadata';
import type { OtherTool, ToolTarget } from './tool';

/** Tempest's checks of this PUT. Tempest itself needs a whole OpenStack. */
export const tempest: OtherTool = {
  name: 'tempest',
  title: 'Tempest’s checks',
  version: 'written for this project',
  given:
    'The assertions that OpenStack’s integration suite makes about this PUT, rewritten in `bench/other-tools/tempest.ts`: a ' +
    'stored map is read back, another map replaces it, 404 for an unknown server, 400 for a blank key and for an empty ' +
    'body, 403 or 413 for one pair more than the quota, and 200 with a map of strings for each valid request. In its ' +
    'favour they run under both URIs and know the quota.',
  commands: [],
  run: async (endpoint) => {
    const failures: string[] = [];
    for (const version of versions) {
      const call = callsUnder(version, endpoint);
      for (const check of tempestChecks(endpoint.quota)) {
        if (!(await isPassed(check, call, endpoint.signal))) failures.push(`${version}: ${check.failure}`);
      }
    }
    return failures;
  },
};

/** Sends a request for the metadata of the given server, or of another one. */
type Call = (method: 'GET' | 'PUT', body?: string, otherServer?: string) => Promise<TextResponse>;

export interface TextResponse {
  readonly status: number;
  readonly body: string;
}

export interface TempestCheck {
  /** The text of its failure. */
  readonly failure: string;
  readonly passes: (call: Call) => Promise<boolean>;
}

const unknownServer = '7e57ab1e-0000-4000-8000-00000000dead';

/**
 * The assertions of Tempest, OpenStack's integration suite, about this PUT, written for this project. The client of
 * Tempest also requires status 200 and a body of the right shape if it expects success.
 *
 * @param quota the most pairs of a server. Tempest reads it from the cloud, and skips the check if it is -1.
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

/** A response that cannot be parsed fails a check too. @throws after the time limit. */
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

/** The map of a successful response of the right shape. */
function metadataIn({ status, body }: TextResponse): Metadata | undefined {
  if (status !== 200) return undefined;
  const { metadata, ...others } = asObject(JSON.parse(body)) ?? {};
  const map = asObject(metadata);
  if (map === undefined || Object.keys(others).length > 0) return undefined;
  return Object.values(map).every((value) => typeof value === 'string') ? (map as Metadata) : undefined;
}

/**
 * Sends requests for the metadata of a server under one version.
 *
 * @param onResponse receives each response, and its request as `METHOD VERSION`.
 */
export function callsUnder(
  version: Version,
  endpoint: ToolTarget,
  onResponse?: (request: string, response: Response) => void,
): Call {
  const { url, projectId, serverId, token, signal } = endpoint;
  const headers = { 'x-auth-token': token, accept: 'application/json', 'content-type': 'application/json' };
  return async (method, body, otherServer = serverId) => {
    const path = metadataPath(version, projectId, otherServer);
    const response = await fetch(`${url}${path}`, { method, headers, signal, ...(body !== undefined && { body }) });
    onResponse?.(`${method} ${version}`, response);
    return { status: response.status, body: await response.text() };
  };
}
