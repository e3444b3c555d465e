interface Passage {
  readonly serverId: string;
  readonly isReplace: boolean;
  /** Servers whose metadata was being replaced at some moment of this request. */
  readonly beside: Set<string>;
}

/** Which requests to which servers are under way at the same time, over all lanes. */
export class Traffic {
  private readonly open = new Set<Passage>();

  /** Does the work of a request to this server. What it is given fills as long as the request is under way. */
  async pass<Result>(
    serverId: string,
    isReplace: boolean,
    work: (beside: ReadonlySet<string>) => Promise<Result>,
  ): Promise<Result> {
    const own: Passage = { serverId, isReplace, beside: new Set() };
    for (const other of this.open) {
      meet(own, other);
      meet(other, own);
    }
    this.open.add(own);
    try {
      return await work(own.beside);
    } finally {
      this.open.delete(own);
    }
  }
}

function meet(one: Passage, other: Passage): void {
  if (other.isReplace && other.serverId !== one.serverId) one.beside.add(other.serverId);
}
