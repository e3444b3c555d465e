import type { ClauseId } from '../clauses';
import { asObject } from '../json-object';

/** The clause that the shape of a body breaks, or the raw pairs of its metadata. */
export function shapeOf(json: unknown): ClauseId | { pairs: [string, unknown][]; extraMembers: boolean } {
  const body = asObject(json);
  if (body === undefined) return 'BODY-03';
  if (!Object.hasOwn(body, 'metadata')) return 'BODY-01';
  const metadata = asObject(body.metadata);
  if (metadata === undefined) return 'BODY-02';
  return { pairs: Object.entries(metadata), extraMembers: Object.keys(body).length > 1 };
}
