import { asObject } from '../../contracts/http/json';

/** A token, and what Keystone says with it. */
export interface IssuedToken {
  readonly token: string;
  /** How long it is good for, in milliseconds; undefined where Keystone does not say. */
  readonly lifetime: number | undefined;
  readonly projectId: string | undefined;
  readonly endpoints: readonly ComputeEndpoint[];
}

/** Reads the answer that a token comes with; undefined where it is none. */
export function parseIssuedToken(token: string | undefined, body: unknown): IssuedToken | undefined {
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

/** One address of the compute service, as Keystone's catalogue lists it. */
export interface ComputeEndpoint {
  readonly interface: string;
  readonly region: string;
  readonly url: string;
}

/** The addresses of the compute service in the catalogue that comes with a token. */
export function computeEndpoints(catalogue: unknown): ComputeEndpoint[] {
  const services = Array.isArray(catalogue) ? catalogue.map(asObject) : [];
  return services
    .filter((service) => service?.type === 'compute')
    .flatMap((service) => (Array.isArray(service?.endpoints) ? service.endpoints.map(asObject) : []))
    .flatMap((endpoint) => {
      const region = endpoint?.region ?? endpoint?.region_id ?? '';
      const { interface: name, url } = endpoint ?? {};
      if (typeof name !== 'string' || typeof url !== 'string' || typeof region !== 'string') return [];
      return [{ interface: name, region, url }];
    });
}

/**
 * What stands before /v2 and /v2.1 in the address of an endpoint. Which version a catalogue names, and whether it goes
 * on with the project, differs from one cloud to the other.
 */
export function baseUrlOf(endpoint: string): string {
  return endpoint.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?(\/[^/]*)?$/, '');
}
