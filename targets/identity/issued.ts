import { asObject } from '../../contracts/http/json';
import { type ComputeEndpoint, computeEndpoints } from './catalogue';

/** A token, and what Keystone says with it. */
export interface Issued {
  readonly token: string;
  /** How long it is good for, in milliseconds; undefined where Keystone does not say. */
  readonly lifetime: number | undefined;
  readonly projectId: string | undefined;
  readonly endpoints: readonly ComputeEndpoint[];
}

/** Reads the answer that a token comes with; undefined where it is none. */
export function issuedBy(token: string | undefined, body: unknown): Issued | undefined {
  const told = asObject(asObject(body)?.token);
  // No header can carry anything else.
  if (token === undefined || !/^[\x21-\x7E]+$/.test(token) || told === undefined) return undefined;
  // By Keystone's clock alone: that of this machine may be wrong.
  const lifetime = Date.parse(String(told.expires_at)) - Date.parse(String(told.issued_at));
  const projectId = asObject(told.project)?.id;
  return {
    token,
    lifetime: lifetime > 0 ? lifetime : undefined,
    projectId: typeof projectId === 'string' ? projectId : undefined,
    endpoints: computeEndpoints(told.catalog),
  };
}
