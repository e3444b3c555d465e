import type { ExchangeRecorded } from '../contracts/evidence/events';
import type { Exchange } from '../contracts/http/exchange';
import { serverOf } from './server-of';
import type { GivenServer } from './verdict';

/** How something came about: what the servers held that it touched, then what was sent. */
export interface Scene {
  readonly given: readonly GivenServer[];
  readonly exchanges: readonly Exchange[];
}

/** Everything that a check sent up to this exchange, its last one. */
export function sceneUpTo(
  number: number,
  exchanged: readonly ExchangeRecorded[],
  given: readonly GivenServer[],
): Scene {
  const last = exchanged.findIndex(({ exchange }) => exchange.number === number);
  const exchanges = exchanged.slice(0, last + 1).map(({ exchange }) => exchange);
  const touched = new Set(exchanges.map(({ request }) => serverOf(request.path)));
  return { given: given.filter(({ path }) => touched.has(serverOf(path))), exchanges };
}
