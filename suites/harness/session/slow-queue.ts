/** Does one piece of work after the other, while other work goes on. */
export class SlowQueue {
  private last: Promise<void>;
  private begin: () => void = () => undefined;
  private left = 0;

  /** @param startsAtOnce otherwise the work begins with `finish`. */
  constructor(startsAtOnce: boolean) {
    this.last = new Promise((resolve) => {
      this.begin = resolve;
    });
    if (startsAtOnce) this.begin();
  }

  get isDone(): boolean {
    return this.left === 0;
  }

  /** If work throws, later work is skipped. */
  add(work: () => Promise<void>): void {
    this.left += 1;
    this.last = this.last.then(work).finally(() => {
      this.left -= 1;
    });
    // Thrown by `finish`.
    this.last.catch(() => undefined);
  }

  /** @throws what the work threw. */
  async finish(): Promise<void> {
    this.begin();
    await this.last;
  }
}
