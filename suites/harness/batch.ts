import type { Profile } from '../../contracts/profiles/profile';
import type { CheckHead } from './check';
import { declareBatch } from './declared-suites';
import type { Tools } from './tools';

export type { CheckHead } from './check';

/** The turn of one check within a batch: what is sent between its beginning and its end belongs to this check. */
export interface Turn {
  begin(): Promise<Tools>;
  end(): Promise<void>;
}

/**
 * Does the work of several checks, each in its turn, one after the other. Gives for each, in the same order, what tells
 * how it came out: that throws, or not, as the body of a check does.
 */
export type Conduct = (
  turns: readonly (Turn & { readonly check: CheckHead })[],
  profile: Profile,
) => Promise<readonly (() => void)[]>;

/** Checks that are one piece of work, whose outcomes are known once all of it is done. */
export interface Batch {
  readonly checks: readonly CheckHead[];
  readonly conduct: Conduct;
}

/** Declares a batch, each check of it under these versions of the API. */
export function batch(
  checks: readonly (Pick<CheckHead, 'clause' | 'title' | 'needs'> & {
    readonly under: readonly CheckHead['version'][];
  })[],
  conduct: Conduct,
): void {
  declareBatch(checks, conduct);
}
