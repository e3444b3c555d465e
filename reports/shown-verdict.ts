import type { Summary } from './verdict';

/** The verdict of a run as people read it: one that rests on waivers says how many there are. */
export function shownVerdict(summary: Pick<Summary, 'verdict' | 'clauses' | 'missing'>): string {
  const waived = waivedCount(summary);
  return summary.verdict === 'conformant' && waived > 0 ? `conformant, ${waived} waived` : summary.verdict;
}

/** How often the user's waivers count: clauses that were not tested, and capabilities that are missing. */
function waivedCount({ clauses, missing }: Pick<Summary, 'clauses' | 'missing'>): number {
  return [...clauses, ...missing].filter(({ waived }) => waived).length;
}
