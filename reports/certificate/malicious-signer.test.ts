import type { Evidence, RunStarted } from '../../contracts/evidence/events';
import type { Result } from '../result/result';
import type { Statement } from './statement';
import {
  compliantRun,
  mergingRun,
  type SignedBundle,
  signBundle,
  type UnsignedBundle,
  verifySigned,
} from './testing/signed-bundle';
import { resultOfEvidence, smallEdition, withFindings } from './testing/small-run';

const changed = (parts: UnsignedBundle, change: (evidence: Evidence[]) => Evidence[]): UnsignedBundle => ({
  ...parts,
  evidence: change([...structuredClone(parts.evidence)]),
});
/** Changes the findings and the result too, so that they match. */
const rejudged = (parts: UnsignedBundle, change: (evidence: Evidence[]) => Evidence[]): UnsignedBundle => {
  const { evidence: asked, edition } = changed(parts, change);
  const evidence = withFindings(asked);
  return { evidence, edition, result: resultOfEvidence(evidence) };
};
const without = (kind: Evidence['kind'], nth: number) => (evidence: Evidence[]) => {
  const victim = evidence.filter((each) => each.kind === kind).at(nth);
  return evidence.filter((each) => each !== victim);
};
const renumbered = (evidence: Evidence[]) => {
  let number = 0;
  return evidence.map((each) => {
    if (each.kind !== 'exchange') return each;
    number += 1;
    return { ...each, exchange: { ...each.exchange, number } };
  });
};
const preflight: Evidence = {
  kind: 'preflight',
  versions: ['v2.1', 'v2'],
  missing: [],
  quota: { limit: 128, source: 'asked' },
  announced: 10,
  most: 15,
};
/** Replaces all evidence of the check by the statement that it was not run. */
const withCheckNotRun = (check: string) => (evidence: Evidence[]) =>
  renumbered(
    evidence.flatMap((each) => {
      if (checkIdOf(each) !== check) return [each];
      const ended = { outcome: 'not run', need: 'item-operations/add', reason: 'status 404' } as const;
      return each.kind === 'check' ? [{ ...each, ended }] : [];
    }),
  );
const checkIdOf = (each: Evidence) =>
  each.kind === 'exchange' ? each.exchange.check : 'check' in each ? each.check : '';
const withRunStarted = (change: Partial<RunStarted>) => (evidence: Evidence[]) =>
  evidence.map((each) => (each.kind === 'run' ? { ...each, ...change } : each));
const withResult = (parts: UnsignedBundle, change: Partial<Result>): UnsignedBundle => ({
  ...parts,
  result: { ...parts.result, ...change },
});
const withRunFacts = (parts: UnsignedBundle, change: Partial<Result['run']>): UnsignedBundle =>
  withResult(parts, { run: { ...parts.result.run, ...change } });
const claimingPassed = (parts: UnsignedBundle): UnsignedBundle =>
  withResult(parts, {
    verdict: 'conformant',
    exitCode: 0,
    clauses: parts.result.clauses.map((each) =>
      each.verdict === 'failed' ? { ...each, verdict: 'passed', violated: 0, failures: [] } : each,
    ),
  });

describe('the owner of the key cannot sign', () => {
  test.each<[string, () => UnsignedBundle, RegExp]>([
    ['a verdict that is flipped', () => claimingPassed(mergingRun()), /gives another result/],
    [
      'a verdict that is worse than it was',
      () => withResult(compliantRun(), { verdict: 'incomplete' }),
      /gives another result/,
    ],
    [
      'an exchange that is removed',
      () => changed(compliantRun(), without('exchange', 2)),
      /exchange 4 stands where exchange 3/,
    ],
    [
      'an exchange that is removed, the rest renumbered',
      () => changed(compliantRun(), (evidence) => renumbered(without('exchange', -1)(evidence))),
      /gives another result/,
    ],
    [
      'an exchange that is there twice',
      () => changed(compliantRun(), (evidence) => evidence.toSpliced(3, 0, evidence[2] as Evidence)),
      /exchange 2 stands where exchange 3/,
    ],
    [
      'exchanges in another order',
      () => changed(compliantRun(), ([run, one, two, ...rest]) => [run, two, one, ...rest] as Evidence[]),
      /exchange 2 stands where exchange 1/,
    ],
    [
      'an answer that is made right afterwards',
      () =>
        changed(mergingRun(), (all) =>
          JSON.parse(JSON.stringify(all).replaceAll('\\"a\\":\\"1\\",\\"b\\":\\"2\\"', '\\"b\\":\\"2\\"')),
        ),
      /findings are not the oracle's|gives another result/,
    ],
    [
      'findings that are left out',
      () =>
        changed(compliantRun(), (all) =>
          all.map((each) => (each.kind === 'exchange' ? { ...each, findings: [] } : each)),
        ),
      /findings are not the oracle's/,
    ],
    [
      'the evidence of another run',
      () => ({ ...compliantRun(), evidence: compliantRun(2).evidence }),
      /different runs/,
    ],
    [
      'the evidence of another target',
      () => changed(compliantRun(), withRunStarted({ target: 'http://u' })),
      /different runs/,
    ],
    [
      'two runs in one',
      () => changed(compliantRun(), ([run, ...rest]) => [run, run, ...rest] as Evidence[]),
      /a second run/,
    ],
    ['no facts of the run', () => changed(compliantRun(), ([, ...rest]) => rest), /before the facts|different runs/],
    [
      'a check that is left out',
      () => rejudged(compliantRun(), (all) => renumbered(all.filter((each) => checkIdOf(each) !== 'removes'))),
      /REPLACE-02 needs 2 checks, and had 1/,
    ],
    [
      'every check of a clause left out',
      () => rejudged(compliantRun(), (all) => renumbered(all.filter((each) => checkIdOf(each) !== 'stores'))),
      /REPLACE-01 needs 1 check, and had 0/,
    ],
    [
      'a check that is left out for what the target is said not to offer',
      () => rejudged(compliantRun(), (all) => withCheckNotRun('removes')(all)),
      /REPLACE-02 needs 2 checks, and had 1/,
    ],
    [
      'a preflight that comes after the checks',
      () => rejudged(compliantRun(), (all) => [...all, preflight]),
      /preflight ends after a check has ended/,
    ],
    [
      'two preflights',
      () => rejudged(compliantRun(), ([run, ...rest]) => [run, preflight, preflight, ...rest] as Evidence[]),
      /a second preflight/,
    ],
    ['a check without its end', () => changed(compliantRun(), without('check', 0)), /does not say how stores ended/],
    [
      'a search that is cut down',
      () => rejudged(compliantRun(), without('trial', 0)),
      /REPLACE-02 needs 2 generated inputs/,
    ],
    [
      'less effort',
      () => rejudged(compliantRun(), withRunStarted({ effort: 'standard' })),
      /requires quick effort, not standard/,
    ],
    ['something waived', () => withRunFacts(compliantRun(), { waived: ['REPLACE-02'] }), /certificate waives nothing/],
    [
      'a clause waived',
      () => {
        const parts = compliantRun();
        return withResult(parts, { clauses: parts.result.clauses.map((each) => ({ ...each, waived: true })) });
      },
      /certificate waives nothing/,
    ],
    [
      'a profile of their own',
      () => withRunFacts(compliantRun(), { profile: 'lenient' }),
      /not made for the profile lenient/,
    ],
    [
      'another edition',
      () => ({ ...compliantRun(), edition: { ...smallEdition, edition: 'older' } }),
      /for edition older, and edition small/,
    ],
    [
      'the edition with another content',
      () => ({ ...compliantRun(), edition: { ...smallEdition, clauses: smallEdition.clauses.slice(1) } }),
      /does not say what the result says/,
    ],
    [
      'a result that is none',
      () => withResult(compliantRun(), { checks: 'all' as never }),
      /result.json of this suite/,
    ],
    [
      'an exchange that is none',
      () =>
        changed(compliantRun(), (all) =>
          all.map((each) => (each.kind === 'exchange' ? ({ kind: 'exchange' } as never) : each)),
        ),
      /cannot be judged|undefined/,
    ],
  ])('%s', async (_, tampered, complaint) => {
    await expect(verifySigned(signBundle(tampered()))).rejects.toThrow(complaint);
  });

  const saying = (change: (predicate: Statement['predicate']) => Partial<Statement['predicate']>) =>
    signBundle(mergingRun(), undefined, (statement) => ({
      ...statement,
      predicate: { ...statement.predicate, ...change(statement.predicate) },
    }));

  test.each<[string, SignedBundle]>([
    ['that a target passed which failed', saying(() => ({ result: 'PASSED' }))],
    ['that a clause passed which failed', saying(() => ({ failedTests: [], passedTests: ['REPLACE-02'] }))],
    [
      'that it was another target',
      saying(({ configuration: [, ...rest] }) => ({ configuration: [{ name: 'target', uri: 'http://u' }, ...rest] })),
    ],
  ])('a statement %s', async (_, texts) => {
    await expect(verifySigned(texts)).rejects.toThrow('the statement does not say what the result says');
  });
});
