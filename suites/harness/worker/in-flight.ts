import { routeOf } from '../../../contracts/http/route';
import type { Policy } from '../../../targets/http/pipeline';

interface InFlightRequest {
  readonly serverId: string;
  readonly isReplace: boolean;
  /** Servers whose metadata was being replaced while this request is in flight. */
  readonly concurrentServers: Set<string>;
}

/** Tracks which requests of all workers are in flight at the same time. */
export class InFlight {
  private readonly open = new Set<InFlightRequest>();

  /** Adds to the context of each request the other servers whose metadata is replaced meanwhile. */
  readonly policy: Policy = (next) => async (request, context) => {
    const concurrentServers = new Set<string>();
    const serverId = routeOf(request.path)?.serverId ?? '';
    const own: InFlightRequest = { serverId, isReplace: request.method === 'PUT', concurrentServers };
    for (const other of this.open) {
      recordOverlap(own, other);
      recordOverlap(other, own);
    }
    this.open.add(own);
    try {
      return await next(request, { ...context, concurrentServers });
    } finally {
      this.open.delete(own);
    }
  };
}

function recordOverlap(one: InFlightRequest, other: InFlightRequest): void {
  if (other.isReplace && other.serverId !== one.serverId) one.concurrentServers.add(other.serverId);
}
