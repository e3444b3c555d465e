import { waivedCount } from './missing-capabilities';
import type { Summary } from './verdict';

/** The verdict of a run as people read it: one that rests on waivers says how many there are. */
export function shownVerdict(summary: Pick<Summary, 'verdict' | 'clauses' | 'missing'>): string {
  const waived = waivedCount(summary);
  return summary.verdict === 'conformant' && waived > 0 ? `conformant, ${waived} waived` : summary.verdict;
}
