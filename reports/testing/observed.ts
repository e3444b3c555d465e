import type { UnmetNeed } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded, CheckOutcome } from '../../contracts/evidence/events';
import type { Observed } from '../breach';

/** A check of a clause by how it ended, and whether an exchange of it showed the clause satisfied. */
export function observed(clause: ClauseId, ended: CheckOutcome, shows = true): Observed {
  return { ended: endedCheck(clause, ended), kept: new Set(shows ? [clause] : []), breaches: [], doubted: [] };
}

/** The same as evidence. Each has a name of its own. */
export function endedCheck(clause: ClauseId, ended: CheckOutcome): CheckEnded {
  number += 1;
  const title = `check ${number}`;
  return { kind: 'check', check: `${clause} ${title}`, suite: 'suite', clause, title, version: 'v2.1', ended };
}

let number = 0;

export const passed: CheckOutcome = { outcome: 'passed' };

export function notTested(reason: string): CheckOutcome {
  return { outcome: 'not tested', reason, trouble: false };
}

export function notRun(need: UnmetNeed['need'], reason = 'none was named'): CheckOutcome {
  return { outcome: 'not run', need, reason };
}

export function notApplicable(reason: string): CheckOutcome {
  return { outcome: 'not applicable', reason };
}
