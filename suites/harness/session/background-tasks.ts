/** Work that goes on beside everything else. */
export class BackgroundTasks {
  private readonly running: Promise<void>[] = [];
  private readonly deferred: (() => Promise<void>)[] = [];

  start(work: () => Promise<void>): void {
    const running = work();
    // What it throws is for `settle` to tell.
    running.catch(() => undefined);
    this.running.push(running);
  }

  /** Begins it with `beginDeferred`, or where that never comes, with `settle`. */
  defer(work: () => Promise<void>): void {
    this.deferred.push(work);
  }

  startDeferred(): void {
    for (const work of this.deferred.splice(0)) this.start(work);
  }

  /**
   * Waits for all of it.
   *
   * @throws what any of it threw.
   */
  async waitForAll(): Promise<void> {
    this.startDeferred();
    for (const each of await Promise.allSettled(this.running)) if (each.status === 'rejected') throw each.reason;
  }
}
