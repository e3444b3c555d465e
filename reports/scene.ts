import type { Exchanged } from '../contracts/evidence';
import type { Exchange } from '../contracts/exchange';
import { routeOf } from '../contracts/route';
import type { GivenServer } from './verdict';

/** How something came about: what the servers held that it touched, then what was sent. */
export interface Scene {
  readonly given: readonly GivenServer[];
  readonly exchanges: readonly Exchange[];
}

export function asScene(exchanged: readonly Exchanged[], given: readonly GivenServer[]): Scene {
  const exchanges = exchanged.map(({ exchange }) => exchange);
  const touched = new Set(exchanges.map(({ request }) => routeOf(request.path)?.serverId));
  return { given: given.filter(({ path }) => touched.has(routeOf(path)?.serverId)), exchanges };
}
