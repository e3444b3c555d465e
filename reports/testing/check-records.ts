import type { UnmetNeed } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded, CheckOutcome, Counterexample, Evidence } from '../../contracts/evidence/events';
import type { Finding } from '../../contracts/oracle/finding';
import type { CheckRecord } from '../collector/check-record';
import { ExchangeSequence } from './exchanges';

/** A check of a clause by how it ended, and whether an exchange of it showed the clause satisfied. */
export function makeCheckRecord(clause: ClauseId, ended: CheckOutcome, shows = true): CheckRecord {
  return {
    ended: makeEndedCheck(clause, ended),
    hasRequests: true,
    satisfied: new Set(shows ? [clause] : []),
    violations: [],
    unconfirmed: [],
  };
}

/** The same as evidence. Each has a name of its own. */
export function makeEndedCheck(clause: ClauseId, ended: CheckOutcome): CheckEnded {
  checkNumber += 1;
  const title = `check ${checkNumber}`;
  const id = `${clause}/check-${checkNumber}` as const;
  return { kind: 'check', check: `${id} v2.1`, id, suite: 'suite', clause, title, version: 'v2.1', ended };
}

let checkNumber = 0;

export const passed: CheckOutcome = { outcome: 'passed' };

export function notTested(reason: string): CheckOutcome {
  return { outcome: 'not tested', reason, trouble: false };
}

/** The run stopped before the check sent a request. */
export function stopped(reason: string): CheckOutcome {
  return { outcome: 'not tested', reason, trouble: true, stopped: true };
}

export function notRun(need: UnmetNeed['need'], reason = 'none was named'): CheckOutcome {
  return { outcome: 'not run', need, reason };
}

export function notApplicable(reason: string): CheckOutcome {
  return { outcome: 'not applicable', reason };
}

export interface FailingCheck {
  readonly clause: ClauseId;
  readonly candidates?: readonly [ClauseId, ...ClauseId[]];
  readonly check: string;
  /** The map that is sent, after so many others that were stored. */
  readonly sent: Record<string, string>;
  readonly before?: number;
  readonly counterexample?: Counterexample;
}

let exchangeNumber = 0;

/** The record of a check that fails with its last request. */
export function makeFailingCheck({
  clause,
  candidates = [clause],
  check,
  sent,
  before = 0,
  counterexample,
}: FailingCheck): Evidence[] {
  const written = new ExchangeSequence();
  for (let count = 0; count < before; count += 1) written.put({ a: `${count}` }).get({ a: `${count}` });
  written.put(sent, { status: 500 });
  const broken: Finding = { outcome: 'violated', candidates, expected: 'status 200', observed: 'status 500' };
  const exchanges = written.exchanges.map((exchange, place): Evidence => {
    exchangeNumber += 1;
    const findings = place === written.exchanges.length - 1 ? [broken] : [];
    return { kind: 'exchange', exchange: { ...exchange, check, number: exchangeNumber }, findings };
  });
  const ended: CheckEnded = {
    kind: 'check',
    check,
    id: `${clause}/${check}`,
    suite: 'suite',
    clause,
    title: check,
    version: 'v2.1',
    ended: { outcome: 'failed', message: '', ...(counterexample && { counterexamples: [counterexample] }) },
  };
  const trial: Evidence[] = counterexample === undefined ? [] : [{ kind: 'trial', check, counterexample: 0 }];
  return [...exchanges, ...trial, ended];
}
