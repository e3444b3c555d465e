import type { Metadata } from '../../contracts/metadata';

/** Thirty good pairs: who looks at the first ones alone, or works in batches, shows it behind them. */
export const manyPairs: Metadata = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`good${index + 1}`, `value${index + 1}`]),
);
