import { type Edition, editionProfile, editions } from '../../../contracts/editions';
import {
  type CheckEnded,
  type CheckOutcome,
  type Evidence,
  type ExchangeRecorded,
  evidenceFormat,
  type RunStarted,
} from '../../../contracts/evidence/events';
import type { Exchange } from '../../../contracts/http/exchange';
import { metadataPath } from '../../../contracts/http/route';
import type { Metadata } from '../../../contracts/metadata';
import { judge } from '../../../contracts/oracle/judge/judge';
import { initialModel } from '../../../contracts/oracle/model';
import { nextModel } from '../../../contracts/oracle/transition/next-model';
import { buildResult, type Result } from '../../result/result';
import { Reevaluation } from '../../verdict/re-evaluate';

export const suiteUnderTest = '1.2.3';

/** An edition that a run of a few exchanges can meet. */
export const smallEdition: Edition = {
  ...editions[0],
  edition: 'small',
  effort: 'quick',
  clauses: [
    { clause: 'REPLACE-01', checks: 1, trials: 0 },
    { clause: 'REPLACE-02', checks: 2, trials: 2 },
  ],
};

const id = '00000000-0000-4000-8000-000000000001';
const subject: RunStarted['subject'] = {
  projectId: 'p',
  quota: { limit: 128, source: 'asked' },
  servers: [{ id, projectId: 'p' }],
};

/** Evidence of a small run against a target that stores the map that `store` returns, and responds with it. */
export function smallEvidence(seed: number, store: (old: Metadata, sent: Metadata) => Metadata): Evidence[] {
  const run: RunStarted = {
    kind: 'run',
    format: evidenceFormat,
    target: 'http://t',
    profile: 'ecs',
    subject,
    effort: 'quick',
    seed,
    latency: 1,
  };
  let stored: Metadata = {};
  let number = 0;
  const exchanged = (check: string, sent?: Metadata): ExchangeRecorded => {
    if (sent !== undefined) stored = store(stored, sent);
    number += 1;
    return { kind: 'exchange', exchange: exchangeOf(number, check, sent, stored), findings: [] };
  };
  const seen = (check: string, sent: Metadata) => [exchanged(check, sent), exchanged(check)];
  const stores = seen('stores', { a: '1', b: '1' });
  const removes = seen('removes', { b: '2' });
  const isRemoved = Object.keys(stored).length === 1;
  const searched: Evidence[] = [1, 2].flatMap((round) => [
    ...seen('property', { [`seed${seed}`]: `${round}`, [`round${round}`]: '' }),
    { kind: 'trial', check: 'property' },
  ]);
  return withFindings([
    run,
    ...stores,
    ends('REPLACE-01', 'stores', { outcome: 'passed' }),
    ...removes,
    ends('REPLACE-02', 'removes', isRemoved ? { outcome: 'passed' } : { outcome: 'failed', message: 'not removed' }),
    ...(isRemoved ? searched : []),
    ends(
      'REPLACE-02',
      'property',
      isRemoved ? { outcome: 'passed' } : { outcome: 'not tested', reason: '', trouble: false },
    ),
  ]);
}

/** Evidence with the findings of the oracle. */
export function withFindings(evidence: readonly Evidence[]): Evidence[] {
  const profile = editionProfile(smallEdition, 'ecs');
  let state = initialModel(subject);
  return evidence.map((each) => {
    if (each.kind !== 'exchange') return each;
    const findings = judge(state, each.exchange, profile);
    state = nextModel(state, each.exchange, profile);
    return { ...each, findings };
  });
}

function exchangeOf(number: number, check: string, sent: Metadata | undefined, stored: Metadata): Exchange {
  const headers = { 'content-type': 'application/json' };
  return {
    number,
    check,
    at: number,
    took: 1,
    request: {
      method: sent === undefined ? 'GET' : 'PUT',
      path: metadataPath('v2.1', 'p', id),
      headers: { ...headers, 'x-auth-token': '$TOKEN' },
      body: { text: sent === undefined ? '' : JSON.stringify({ metadata: sent }) },
    },
    response: { status: 200, headers, body: { text: JSON.stringify({ metadata: stored }) } },
  };
}

function ends(clause: CheckEnded['clause'], check: string, ended: CheckOutcome): CheckEnded {
  return { kind: 'check', check, id: `${clause}/${check}`, suite: 'small', clause, title: check, ended };
}

/** The result of evidence, as an honest run would report it. */
export function resultOfEvidence(evidence: readonly Evidence[]): Result {
  const reevaluation = new Reevaluation(editionProfile(smallEdition, 'ecs'), true);
  for (const each of evidence) reevaluation.add(each);
  const run = evidence[0] as RunStarted;
  return buildResult(reevaluation.end(false), {
    target: run.target,
    profile: run.profile,
    effort: run.effort,
    seed: run.seed,
    strict: false,
    waived: [],
    quota: reevaluation.collector.quota ?? run.subject.quota,
    suite: suiteUnderTest,
    began: '2026-01-01T00:00:00.000Z',
    seconds: 1,
    notPutBack: [],
  });
}
