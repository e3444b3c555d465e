/** One of the runs that share the checks of a plan. Each check is in exactly one of them. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** As `--shard` takes it: `2/4`. */
export function formatShard({ index, count }: Shard): string {
  return `${index}/${count}`;
}
