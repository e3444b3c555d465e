/** Work that goes on beside everything else. */
export class Background {
  private readonly running: Promise<void>[] = [];
  private readonly deferred: (() => Promise<void>)[] = [];

  begin(work: () => Promise<void>): void {
    const running = work();
    // What it throws is for `settle` to tell.
    running.catch(() => undefined);
    this.running.push(running);
  }

  /** Begins it with `beginDeferred`, or where that never comes, with `settle`. */
  defer(work: () => Promise<void>): void {
    this.deferred.push(work);
  }

  beginDeferred(): void {
    for (const work of this.deferred.splice(0)) this.begin(work);
  }

  /**
   * Waits for all of it.
   *
   * @throws what any of it threw.
   */
  async settle(): Promise<void> {
    this.beginDeferred();
    for (const each of await Promise.allSettled(this.running)) if (each.status === 'rejected') throw each.reason;
  }
}
