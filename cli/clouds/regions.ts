import { asObject } from '../../contracts/http/json';
import { UsageError } from '../usage-error';
import { laidOver, type RawCloud, rawCloud, textIn } from './raw-cloud';

/**
 * A cloud as it is in one of its regions, where it names any: in the wanted one, else in the first. A region may have
 * values of its own.
 *
 * @throws {UsageError} for a region that is not among them.
 */
export function inRegion(
  name: string,
  cloud: RawCloud,
  wanted: string | undefined,
): { readonly region: string | undefined; readonly members: RawCloud } {
  const { regions } = cloud;
  if (!Array.isArray(regions) || regions.length === 0) {
    return { region: wanted ?? textIn(cloud, 'compute_region_name', 'region_name'), members: cloud };
  }
  const known = regions.map((each) => {
    const { name: own = each, values } = asObject(each) ?? {};
    return { region: String(own), members: laidOver(cloud, rawCloud(values)) };
  });
  const found = wanted === undefined ? known[0] : known.find(({ region }) => region === wanted);
  if (found !== undefined) return found;
  const names = known.map(({ region }) => region).join(', ');
  throw new UsageError(`${name} has no region ${wanted}: there are ${names}`);
}
