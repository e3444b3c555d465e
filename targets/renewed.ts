import type { Keys } from './keys';
import type { Skeptic } from './patience';
import type { Recorded, WireRequest } from './wire';

/**
 * Whether there is a new token in place of one that was refused. What the target says of another request is no proof:
 * one part of it may still remember a token that another part no longer takes.
 *
 * @throws {TargetTrouble} where no new token is to be had.
 */
export async function renewed(
  asked: WireRequest,
  recorded: Recorded,
  credential: string | undefined,
  keys: Keys,
  skeptic: Skeptic | undefined,
): Promise<boolean> {
  // Who often refuses such requests, whatever the token, is looked at first; the look itself may renew it.
  const isMeant = skeptic?.isMeant(asked, recorded) === true && (await skeptic.isWelcome(asked));
  if (!isMeant) await keys.renew(asked.as, credential);
  return keys.now(asked.as) !== credential;
}
