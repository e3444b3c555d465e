import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';

/** Makes another body of what was sent before its shape is checked. */
export function takesShapes(change: (body: unknown) => unknown): Behaviour['checkShape'] {
  return (body, context) => compliant.checkShape(change(body), context);
}
