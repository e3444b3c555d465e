interface InFlightRequest {
  readonly serverId: string;
  readonly isReplace: boolean;
  /** Servers with a replace at the same time as this request. */
  readonly concurrentServers: Set<string>;
}

/** The requests in flight, over all workers. */
export class InFlight {
  private readonly open = new Set<InFlightRequest>();

  /** Sends a request to this server. The set that `work` gets grows while the request is in flight. */
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
