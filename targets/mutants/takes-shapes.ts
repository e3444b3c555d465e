import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';

/** Makes another body of what was sent before its shape is checked. */
export function takesShapes(change: (body: unknown) => unknown): Behaviour['checkShape'] {
  return (body, context) => faithful.checkShape(change(body), context);
}
