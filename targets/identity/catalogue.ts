import { asObject } from '../../contracts/http/json';

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
export function baseOf(endpoint: string): string {
  return endpoint.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?(\/[^/]*)?$/, '');
}
