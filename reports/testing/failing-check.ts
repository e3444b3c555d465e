import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded, Counterexample, Evidence } from '../../contracts/evidence/events';
import type { Finding } from '../../contracts/oracle/finding';
import { SceneWriter } from './a-scene';

export interface Failing {
  readonly clause: ClauseId;
  readonly suspects?: readonly [ClauseId, ...ClauseId[]];
  readonly check: string;
  /** The map that is sent, after so many others that were stored. */
  readonly sent: Record<string, string>;
  readonly before?: number;
  readonly counterexample?: Counterexample;
}

let number = 0;

/** What a run writes down of a check that fails with its last request. */
export function failing({ clause, suspects = [clause], check, sent, before = 0, counterexample }: Failing): Evidence[] {
  const written = new SceneWriter();
  for (let count = 0; count < before; count += 1) written.put({ a: `${count}` }).get({ a: `${count}` });
  written.put(sent, { status: 500 });
  const broken: Finding = { outcome: 'broken', suspects, expected: 'status 200', observed: 'status 500' };
  const exchanges = written.exchanges.map((exchange, place): Evidence => {
    number += 1;
    const findings = place === written.exchanges.length - 1 ? [broken] : [];
    return { kind: 'exchange', exchange: { ...exchange, check, number }, findings };
  });
  const ended: CheckEnded = {
    kind: 'check',
    check,
    suite: 'suite',
    clause,
    title: check,
    version: 'v2.1',
    ended: { outcome: 'failed', message: '', ...(counterexample && { counterexamples: [counterexample] }) },
  };
  const trial: Evidence[] = counterexample === undefined ? [] : [{ kind: 'trial', check, counterexample: 0 }];
  return [...exchanges, ...trial, ended];
}
