import { asObject } from './json-object';
import type { Metadata } from './metadata';

/** The parts of `{"metadata": {…}}`, or undefined for a body that is not of this shape. */
export function answerBody(json: unknown): { metadata: Metadata; others: string[] } | undefined {
  const body = asObject(json);
  if (body === undefined || !Object.hasOwn(body, 'metadata')) return undefined;
  const metadata = asObject(body.metadata);
  if (metadata === undefined) return undefined;
  // Values that are no strings stay what they are: they compare unequal to every text that was sent.
  return { metadata: metadata as Metadata, others: Object.keys(body).filter((name) => name !== 'metadata') };
}
