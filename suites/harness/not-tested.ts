/** A check cannot examine its clause on this target, for the reason that it gives. */
export class NotTested extends Error {
  override readonly name = 'NotTested';
}
