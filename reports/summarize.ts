import { bindingOf } from '../contracts/binding';
import { type CatalogueClause, type ClauseId, clauses } from '../contracts/clauses';
import type { Profile } from '../contracts/profile';
import { countsOf, isWaived, reasonOf, sortChecks, verdictOf } from './clause-verdict';
import type { Breach, Collector, Observed } from './collector';
import { disagreements } from './disagreements';
import { isLacking, missingCapabilities } from './missing-capabilities';
import { readingsOf } from './readings-of';
import { resolveSuspects } from './resolve-suspects';
import { exitCodes, runVerdict } from './run-verdict';
import type { ClauseResult, Failure, Summary } from './verdict';
import type { Waivers } from './waivers';

export interface SummarizeOptions {
  readonly profile: Profile;
  /** A failed SHOULD fails the run, and one that was not tested leaves it incomplete. */
  readonly strict: boolean;
  readonly waived: Waivers;
  /** Whether everything that the run has changed is as it was before. */
  readonly isPutBack?: boolean;
}

type Blamed = Breach & { readonly blamed: ClauseId; readonly observed: Observed };

/** Sums what was collected per clause, and gives the run its verdict. */
export function summarize(collector: Collector, options: SummarizeOptions): Summary {
  const breaches = collector.checks.flatMap((observed) => observed.breaches.map((breach) => ({ ...breach, observed })));
  const resolved: Blamed[] = resolveSuspects(breaches, (clause) => collector.kept.has(clause));
  const { defects, disputed } = disagreements(collector.checks, resolved, options.profile);
  // What the check itself contradicts is the suite's fault, not the target's.
  const blamed = resolved.filter(
    ({ blamed, observed }) => !(disputed.has(observed) && observed.ended.clause === blamed),
  );
  const results = clauses.map((clause) => resultOf(clause, collector, blamed, options));
  const troubles = collector.checks.flatMap(({ ended: { ended } }) =>
    ended.outcome === 'not tested' && ended.trouble ? [ended.reason] : [],
  );
  const { isPutBack = true, profile, strict, waived } = options;
  const missing = missingCapabilities(collector.checks, collector.missing, { profile, strict, waived });
  const verdict = runVerdict(results, {
    isTroubled: troubles.length > 0 || !isPutBack || isLacking(missing),
    isDefective: defects.length > 0,
    strict,
  });
  return {
    verdict,
    exitCode: exitCodes[verdict],
    clauses: results,
    missing,
    checks: collector.checks.filter(({ ended: { ended } }) => ended.outcome !== 'not run').length,
    exchanges: collector.exchanges,
    troubles: [...new Set(troubles)],
    defects,
  };
}

function resultOf(
  { id, sentence, source }: CatalogueClause,
  collector: Collector,
  blamed: readonly Blamed[],
  { profile, waived }: SummarizeOptions,
): ClauseResult {
  const { level, settled } = bindingOf(id, profile);
  const own = collector.checks.filter(({ ended }) => ended.clause === id);
  const mine = blamed.filter((breach) => breach.blamed === id);
  const readings = readingsOf(id, collector, new Set(blamed.map((breach) => breach.blamed)));
  const satisfied = collector.kept.get(id) ?? 0;
  const violating = new Set(mine.map(({ observed }) => observed));
  const checks = sortChecks(id, own, (check) => violating.has(check));
  const verdict = verdictOf(id, profile, checks, { satisfied, violated: mine.length, readings });
  const reason = reasonOf(checks);
  const failures = mine.map(failureOf);
  if (verdict === 'failed' && failures.length === 0) {
    const expected = settled ?? 'one reading throughout';
    const mixed = { check: '', title: sentence, expected, observed: readings.join(' and '), exchange: 0 };
    failures.push({ ...mixed, given: [], exchanges: [] });
  }
  return {
    clause: id,
    level,
    sentence,
    source,
    verdict,
    ...(readings.length > 0 ? { reading: readings.join(' / ') } : {}),
    ...(reason !== '' && level !== 'not applicable' ? { reason } : {}),
    waived: isWaived(id, verdict, checks, waived),
    checks: countsOf(checks),
    kept: satisfied,
    broken: mine.length,
    failures: verdict === 'failed' ? spread(failures) : [],
  };
}

function failureOf({ finding, exchange, scene, counterexample, observed }: Blamed): Failure {
  const { check, title } = observed.ended;
  const version = observed.ended.version ?? counterexample?.version;
  const upTo = scene.exchanges.findIndex(({ number }) => number === exchange);
  return {
    check,
    title: version === undefined ? title : `${title} (${version})`,
    expected: finding.expected,
    observed: finding.observed,
    exchange,
    given: scene.given,
    exchanges: scene.exchanges.slice(0, upTo + 1),
    ...(counterexample && { counterexample }),
  };
}

/** The three failures that are shown: those that always show first, and of these the shortest to repeat. */
function spread(failures: readonly Failure[]): Failure[] {
  const repeatable = failures.filter(({ exchanges }) => exchanges.length > 0);
  const shows = ({ counterexample }: Failure) =>
    counterexample === undefined ? 1 : counterexample.shown / counterexample.of;
  const sorted = [...repeatable].sort(
    (one, other) => shows(other) - shows(one) || one.exchanges.length - other.exchanges.length,
  );
  return (sorted.length > 0 ? sorted : [...failures]).slice(0, 3);
}
