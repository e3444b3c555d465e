import { ConfigurationError } from '../../targets/errors';
import type { ComputeEndpoint } from '../../targets/identity/issued-token';
import type { Cloud } from './cloud';

/**
 * The compute endpoint of a cloud, for its region and interface.
 *
 * @throws {ConfigurationError} when the catalog lists none, or several regions and none is chosen.
 */
export function selectEndpoint({ name, region, interfaces }: Cloud, listed: readonly ComputeEndpoint[]): string {
  if (listed.length === 0) {
    throw new ConfigurationError(
      `the service catalog of ${name} has no compute endpoint: give the target with --target`,
    );
  }
  const here = listed.filter((each) => region === undefined || each.region === region);
  const regions = distinct(listed.map((each) => each.region));
  if (here.length === 0) {
    throw new ConfigurationError(`${name} has no compute endpoint in region ${region}: it has ${regions}`);
  }
  const fit = interfaces
    .map((wanted) => here.filter((each) => each.interface === wanted))
    .find((some) => some.length > 0);
  const [first] = fit ?? [];
  if (fit === undefined || first === undefined) {
    const there = distinct(here.map((each) => each.interface));
    throw new ConfigurationError(
      `${name} has no ${interfaces.join(' or ')} compute endpoint: give --interface, the catalog has ${there}`,
    );
  }
  // A run changes servers: the region must not be a guess.
  if (fit.some((each) => each.region !== first.region)) {
    throw new ConfigurationError(`${name} has several regions: choose one of ${regions} with --region`);
  }
  return first.url;
}

function distinct(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}
