import type { ClauseId } from '../clauses';
import { asObject } from '../http/json';

interface Shape {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly pairs: [string, unknown][];
  readonly extraMembers: boolean;
}

/** The clause that the shape of a body breaks, or its metadata. */
export function shapeOf(json: unknown): ClauseId | Shape {
  const body = asObject(json);
  if (body === undefined) return 'BODY-03';
  if (!Object.hasOwn(body, 'metadata')) return 'BODY-01';
  const metadata = asObject(body.metadata);
  if (metadata === undefined) return 'BODY-02';
  return { metadata, pairs: Object.entries(metadata), extraMembers: Object.keys(body).length > 1 };
}
