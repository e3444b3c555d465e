import type { Need } from '../../contracts/capabilities';

/** A check ran and shows nothing of its clause. */
export class NotTested extends Error {
  override readonly name = 'NotTested';
}

/** A check needs what the target or its user does not offer: it is no part of the plan. */
export class NeedNotMet extends Error {
  override readonly name = 'NeedNotMet';

  constructor(
    readonly need: Need,
    reason: string,
  ) {
    super(reason);
  }
}

/** The contract lets the target be as it is, and then there is nothing for a check to see. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** Whether a check ended without having anything to say of the target. */
export function isSkip(error: unknown): error is NotTested | NeedNotMet | NotApplicable {
  return error instanceof NotTested || error instanceof NeedNotMet || error instanceof NotApplicable;
}
