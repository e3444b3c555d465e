import { gateWords } from './gate-words';
import type { Result } from './result';
import { waivedIn } from './waived-in';

type Shown = Pick<Result, 'verdict' | 'clauses' | 'missing'> & {
  readonly run: Pick<Result['run'], 'effort' | 'waived'>;
};

/**
 * The verdict of a run as people read it. One that rests on waivers says how many there are, and one of quick effort
 * says that: plain `conformant` is for a run that tried everything.
 */
export function shownVerdict(result: Shown): string {
  const { verdict, run } = result;
  if (verdict !== 'conformant') return verdict;
  const waived = waivedIn(result).length;
  const limits = [waived > 0 ? `${waived} waived` : '', run.effort === 'quick' ? 'quick' : ''];
  return [verdict, ...limits.filter((limit) => limit !== '')].join(', ');
}

/** The verdict, and apart from it what the gate says: every format shows these words. */
export function headline(result: Shown & Pick<Result, 'baseline' | 'exitCode'>): string {
  const gate = gateWords(result);
  return gate === undefined ? shownVerdict(result) : `${shownVerdict(result)}; ${gate}`;
}
