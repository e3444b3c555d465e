import { asObject } from '../../contracts/http/json';

/** A token, and the properties that Keystone sends with it. */
export interface IssuedToken {
  readonly token: string;
  /** In milliseconds; undefined if the response does not say. */
  readonly lifetime: number | undefined;
  readonly projectId: string | undefined;
  readonly endpoints: readonly ComputeEndpoint[];
}

/** Parses the response with a token; undefined for any other response. */
export function parseIssuedToken(token: string | undefined, body: unknown): IssuedToken | undefined {
  const properties = asObject(asObject(body)?.token);
  // A header can contain only these characters.
  if (token === undefined || !/^[\x21-\x7E]+$/.test(token) || properties === undefined) return undefined;
  // Both times are by Keystone's clock: the clock of this machine may be wrong.
  const lifetime = Date.parse(String(properties.expires_at)) - Date.parse(String(properties.issued_at));
  const projectId = asObject(properties.project)?.id;
  return {
    token,
    lifetime: lifetime > 0 ? lifetime : undefined,
    projectId: typeof projectId === 'string' ? projectId : undefined,
    endpoints: computeEndpoints(properties.catalog),
  };
}

/** One endpoint of the compute service in the catalogue of Keystone. */
export interface ComputeEndpoint {
  readonly interface: string;
  readonly region: string;
  readonly url: string;
}

/** The endpoints of the compute service in a catalogue. */
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
 * The part of an endpoint URL before /v2 and /v2.1. Clouds differ in the version and the project that follow.
 */
export function baseUrlOf(endpoint: string): string {
  return endpoint.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?(\/[^/]*)?$/, '');
}
