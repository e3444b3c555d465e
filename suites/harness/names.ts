/** Names that are unique in a run. */
export class Names {
  private readonly seen = new Map<string, number>();

  /** Two checks of the same words stay two. */
  unique(name: string): string {
    const count = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  }
}
