interface InFlightRequest {
  readonly serverId: string;
  readonly isReplace: boolean;
  /** Servers whose metadata was being replaced at some moment of this request. */
  readonly concurrentServers: Set<string>;
}

/** Which requests to which servers are under way at the same time, over all lanes. */
export class InFlight {
  private readonly open = new Set<InFlightRequest>();

  /** Does the work of a request to this server. What it is given fills as long as the request is under way. */
  async track<Result>(
    serverId: string,
    isReplace: boolean,
    work: (beside: ReadonlySet<string>) => Promise<Result>,
  ): Promise<Result> {
    const own: InFlightRequest = { serverId, isReplace, concurrentServers: new Set() };
    for (const other of this.open) {
      recordOverlap(own, other);
      recordOverlap(other, own);
    }
    this.open.add(own);
    try {
      return await work(own.concurrentServers);
    } finally {
      this.open.delete(own);
    }
  }
}

function recordOverlap(one: InFlightRequest, other: InFlightRequest): void {
  if (other.isReplace && other.serverId !== one.serverId) one.concurrentServers.add(other.serverId);
}
