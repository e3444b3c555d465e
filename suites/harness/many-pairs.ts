import type { Metadata } from '../../contracts/metadata';
import type { Tools } from './tools';

/** Two hundred of them still are a small body. */
const most = 200;

/**
 * As many good pairs as surely leave room for one more: who looks at the first ones alone, or works in batches, shows it
 * behind them.
 */
export function manyPairs({ limits, subject }: Pick<Tools, 'limits' | 'subject'>): Metadata {
  const { limit, source } = subject.quota;
  const allowed = source === 'assumed' ? limits.always : limit < 0 ? most : Math.min(limit, most);
  const count = Math.max(allowed - 1, 0);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`good${index + 1}`, `value${index + 1}`]));
}
