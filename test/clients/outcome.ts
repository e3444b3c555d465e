import type { Metadata } from '../../contracts/metadata';
import { sameMetadata } from '../../contracts/metadata';
import type { Scenario } from './scenarios';

/** What a driver prints. */
export type DriverOutput =
  | { readonly absent: true }
  | { readonly call: string; readonly returned: unknown }
  | { readonly call: string; readonly error: ClientError };

/** An error as the user of the client gets it. */
export interface ClientError {
  /** The class of the exception. */
  readonly type: string;
  readonly message: string;
  /** The status that the client tells its user; null if none. */
  readonly status: number | null;
}

/** The metadata of the server after the call; `gone` without the server. */
export type Stored = Metadata | 'gone';

/**
 * - `done`: the map is right, and so is what the client returned.
 * - `wrong return`: the map is right, and the client returned another one.
 * - `wrong map`: the client reported success, and the map is wrong.
 * - `failed`: the client reported an error for a right request, or another error than that of the API.
 * - `reported`: the client reported the error of the API.
 * - `swallowed`: the client reported success for a request that the API rejected.
 * - `absent`: the client has no such call.
 */
export type Outcome = 'done' | 'wrong return' | 'wrong map' | 'failed' | 'reported' | 'swallowed' | 'absent';

/** @param statuses of the responses of the compute API, in their order. */
export function outcomeOf(
  { expected }: Scenario,
  output: DriverOutput,
  stored: Stored,
  statuses: readonly number[],
): Outcome {
  if ('absent' in output) return 'absent';
  if ('status' in expected) {
    if (!('error' in output)) return 'swallowed';
    return statuses.includes(expected.status) ? 'reported' : 'failed';
  }
  if ('error' in output) return 'failed';
  if (stored === 'gone' || !sameMetadata(stored, expected.stored)) return 'wrong map';
  return isMap(output.returned) && !sameMetadata(output.returned, stored) ? 'wrong return' : 'done';
}

function isMap(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}
