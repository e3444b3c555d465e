/** Numbers that look random and follow from a seed alone. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ 0x9e3779b9) >>> 0;
    // The first numbers of neighbouring seeds resemble each other.
    for (let turn = 0; turn < 8; turn += 1) this.fraction();
  }

  /** From 0 to 1, without 1: the generator mulberry32. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True in this share of all cases. */
  happens(share: number): boolean {
    return this.fraction() < share;
  }

  between(least: number, most: number): number {
    return least + this.fraction() * (most - least);
  }

  integer(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  /** Small numbers as often as large ones: as many between 1 and 10 as between 10 and 100. */
  magnitude(least: number, most: number): number {
    return Math.floor(Math.exp(this.between(Math.log(least), Math.log(most + 1))));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A generator of its own: what is drawn from one does not change what comes from the other. */
  fork(): Random {
    return new Random(Math.floor(this.fraction() * 2 ** 32));
  }
}
