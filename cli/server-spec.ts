import type { ServerSpec } from '../targets/server-factory';
import { flagOf, type Given } from './settings';
import { UsageError } from './usage-error';

/**
 * What the servers are made of that the user asks for; undefined where none are to be made.
 *
 * @throws {UsageError} for what is missing, or is there for nothing.
 */
export function serverSpec({ createServers = 0, image, flavor, network }: Given): ServerSpec | undefined {
  if (createServers === 0) {
    const [idle] = Object.entries({ image, flavor, network }).find(([, value]) => value !== undefined) ?? [];
    if (idle === undefined) return undefined;
    throw new UsageError(
      `${flagOf(idle)} is given, but no servers are to be made: add --create-servers, or leave it out`,
    );
  }
  if (image === undefined || flavor === undefined) {
    throw new UsageError('--create-servers needs to know of what: give --image and --flavor');
  }
  return { image, flavor, ...(network === undefined ? {} : { network }) };
}
