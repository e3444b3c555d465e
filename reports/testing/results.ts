import { type ClauseId, clauses } from '../../contracts/clauses';
import { ecs } from '../../contracts/profiles/ecs';
import { bindingOf } from '../../contracts/profiles/profile';
import { buildResult, type ClauseResult, type Failure, type MissingCapability, type Result } from '../result/result';
import { exitCodes, runVerdict } from '../verdict/run-verdict';

const failure: Failure = {
  check: 'check',
  title: 'what it does',
  expected: '{"a":"\u0000\u001b[31m"}',
  observed: ']]>&<"\uD800\uFFFF',
  exchange: 1,
  given: [],
  exchanges: [],
};

/** A result of profile `ecs` in which every clause passed but for these. */
export function makeResult(
  but: Partial<Record<ClauseId, Partial<ClauseResult>>>,
  run: Partial<Result['run']> = {},
  defects: readonly string[] = [],
): Result {
  const results = clauses.map(({ id, sentence, source }): ClauseResult => {
    const { level } = bindingOf(id, ecs);
    const verdict = level === 'not applicable' ? 'not applicable' : level === 'open' ? 'open' : 'passed';
    const usual = {
      clause: id,
      level,
      sentence,
      source,
      verdict,
      waived: false,
      satisfied: 1,
      violated: 0,
      failures: [],
    } as const;
    const own = but[id];
    const failures = own?.verdict === 'failed' ? [failure] : [];
    return { ...usual, checks: { run: 1, notTested: 0, notRun: 0 }, failures, ...own };
  });
  const strict = run.strict ?? false;
  const verdict = runVerdict(results, {
    isIncomplete: false,
    isPartial: false,
    hasDefects: defects.length > 0,
    strict,
  });
  const exitCode = exitCodes[verdict];
  const summary = {
    verdict,
    exitCode,
    clauses: results,
    missing: [],
    checks: 1,
    exchanges: 1,
    troubles: [],
    defects,
    unconfirmed: [],
  } as const;
  return buildResult(summary, {
    target: 'http://ecs.example.com',
    profile: 'ecs',
    effort: 'standard',
    seed: 1,
    strict,
    waived: [],
    quota: { limit: 128, source: 'asked' },
    suite: '0.0.0',
    began: '2026-01-01T00:00:00.000Z',
    seconds: 1,
    notPutBack: [],
    ...run,
  });
}

/** A second project that nobody named: 13 checks of two binding clauses are left out. */
export function makeMissingCapability(change: Partial<MissingCapability> = {}): MissingCapability {
  return {
    capability: 'second-project',
    reasons: ['none was named'],
    checks: 13,
    clauses: ['ACCESS-06', 'ISOLATION-02'],
    isBinding: true,
    waived: false,
    ...change,
  };
}
