import type { ComputeEndpoint } from '../../targets/identity/issued-token';
import { ConfigurationError } from '../machine/configuration-error';
import type { Cloud } from './cloud';

/**
 * The compute endpoint of a cloud in its region and by its interface.
 *
 * @throws {ConfigurationError} where the catalogue lists none, or several among which nobody has chosen.
 */
export function selectEndpoint({ name, region, interfaces }: Cloud, listed: readonly ComputeEndpoint[]): string {
  if (listed.length === 0) {
    throw new ConfigurationError(`the catalogue of ${name} lists no compute endpoint: give it with --target`);
  }
  const here = listed.filter((each) => region === undefined || each.region === region);
  const regions = distinct(listed.map((each) => each.region));
  if (here.length === 0) {
    throw new ConfigurationError(`${name} has no compute endpoint in region ${region}: there are ${regions}`);
  }
  const fit = interfaces
    .map((wanted) => here.filter((each) => each.interface === wanted))
    .find((some) => some.length > 0);
  const [first] = fit ?? [];
  if (fit === undefined || first === undefined) {
    const there = distinct(here.map((each) => each.interface));
    throw new ConfigurationError(
      `${name} has no ${interfaces.join(' or ')} compute endpoint: give --interface, there are ${there}`,
    );
  }
  // The first one may be anywhere: this changes servers.
  if (fit.some((each) => each.region !== first.region)) {
    throw new ConfigurationError(`${name} has several regions: name one with --region, there are ${regions}`);
  }
  return first.url;
}

function distinct(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}
