import { bindingOf } from '../contracts/binding';
import { type CatalogueClause, type ClauseId, clauses } from '../contracts/clauses';
import type { Profile } from '../contracts/profile';
import type { Breach, Observed } from './breach';
import type { Collector } from './collector';
import { disagreements } from './disagreements';
import { readingsOf } from './readings-of';
import { resolveSuspects } from './resolve-suspects';
import { exitCodes, runVerdict } from './run-verdict';
import type { Scene } from './scene';
import { byLength, occasionOf, shown } from './shortest';
import type { ClauseResult, Failure, Summary, Verdict } from './verdict';

export interface SummarizeOptions {
  readonly profile: Profile;
  /** A failed SHOULD fails the run, and one that was not tested leaves it incomplete. */
  readonly strict: boolean;
  /** Clauses that need not be tested. */
  readonly waived: ReadonlySet<ClauseId>;
  /** Whether everything that the run has changed is as it was before. */
  readonly isPutBack?: boolean;
  /** The clause whose counterexample is tried again: it is blamed for all that it is suspected of. */
  readonly replayed?: ClauseId;
}

type Blamed = Breach & { readonly blamed: ClauseId; readonly observed: Observed };

/** Sums what was collected per clause, and gives the run its verdict. */
export function summarize(collector: Collector, options: SummarizeOptions): Summary {
  const breaches = collector.checks.flatMap((observed) => observed.breaches.map((breach) => ({ ...breach, observed })));
  const { replayed } = options;
  const resolved: Blamed[] = resolveSuspects(breaches, (clause) => collector.kept.has(clause)).map((breach) =>
    replayed !== undefined && breach.finding.suspects.includes(replayed) ? { ...breach, blamed: replayed } : breach,
  );
  const { defects, disputed } = disagreements(collector.checks, resolved, options.profile);
  // What the check itself contradicts is the suite's fault, not the target's.
  const blamed = resolved.filter(
    ({ blamed, observed }) => !(disputed.has(observed) && observed.ended.clause === blamed),
  );
  const results = clauses.map((clause) => resultOf(clause, collector, blamed, options));
  const troubles = collector.checks.flatMap(({ ended: { ended } }) =>
    ended.outcome === 'not tested' && ended.trouble ? [ended.reason] : [],
  );
  const { isPutBack = true } = options;
  const verdict = runVerdict(results, {
    isTroubled: troubles.length > 0 || !isPutBack,
    isDefective: defects.length > 0,
    strict: options.strict,
  });
  return {
    verdict,
    exitCode: exitCodes[verdict],
    clauses: results,
    checks: collector.checks.length,
    exchanges: collector.exchanges,
    troubles: [...new Set(troubles)],
    defects,
  };
}

function resultOf(
  { id, sentence, source, aboutLimit }: CatalogueClause,
  collector: Collector,
  blamed: readonly Blamed[],
  { profile, waived }: SummarizeOptions,
): ClauseResult {
  const { level, settled } = bindingOf(id, profile);
  const own = collector.checks.filter(({ ended }) => ended.clause === id);
  const mine = blamed.filter((breach) => breach.blamed === id);
  const readings = readingsOf(id, collector, new Set(blamed.map((breach) => breach.blamed)));
  const kept = collector.kept.get(id) ?? 0;
  const reasons = own.flatMap(({ ended: { ended } }) => (ended.outcome === 'not tested' ? [ended.reason] : []));
  // What other checks show in passing does not stand in for the clause's own.
  const isTested = own.length > reasons.length;
  const shown = verdictOf(id, profile, mine.length, isTested ? kept : 0, isTested ? readings : []);
  const isVoid = aboutLimit === true && isUnlimited(collector) && shown === 'not tested';
  const verdict = isVoid ? 'not applicable' : shown;
  const reason = [...new Set(reasons)].join('; ') || (verdict === 'not tested' ? hindrance(own) : '');
  const isMixed = verdict === 'failed' && mine.length === 0;
  const failures = isMixed ? [mixed(sentence, settled, readings)] : failuresOf(id, mine, collector);
  return {
    clause: id,
    level,
    sentence,
    source,
    verdict,
    ...(readings.length > 0 ? { reading: readings.join(' / ') } : {}),
    ...(reason !== '' && level !== 'not applicable' ? { reason } : {}),
    waived: verdict === 'not tested' && waived.has(id),
    checks: { run: own.length - reasons.length, notTested: reasons.length },
    kept,
    broken: mine.length,
    // What does not bind does not fail.
    failures: verdict === 'failed' ? failures : [],
  };
}

/** The user or the target itself says that there is no limit. */
function isUnlimited({ quota }: Collector): boolean {
  return quota !== undefined && quota.limit < 0 && quota.source !== 'assumed';
}

function verdictOf(id: ClauseId, profile: Profile, broken: number, kept: number, readings: string[]): Verdict {
  const { level, settled } = bindingOf(id, profile);
  const { readings: allowed, mayMix } = clauses.find((clause) => clause.id === id) ?? {};
  if (level === 'not applicable') return 'not applicable';
  if (broken > 0) return 'failed';
  if (allowed === undefined) return kept > 0 ? 'passed' : 'not tested';
  if (readings.length === 0) return 'not tested';
  if (settled !== undefined) return readings.every((reading) => reading === settled) ? 'passed' : 'failed';
  return readings.length > 1 && mayMix !== true ? 'failed' : 'open';
}

/** Why a clause whose checks ran was not seen kept all the same. */
function hindrance(own: readonly Observed[]): string {
  const others = own.flatMap(({ breaches }) => breaches.flatMap(({ finding }) => finding.suspects));
  return others.length > 0 ? `hindered by ${[...new Set(others)].join(', ')}` : 'no check reached it';
}

/** An open clause that is read in more than one way, which no single exchange shows. */
function mixed(title: string, settled: string | undefined, readings: readonly string[]): Failure {
  const expected = settled ?? 'one reading throughout';
  return { check: '', title, expected, observed: readings.join(' and '), exchange: 0, given: [], exchanges: [] };
}

/** The failures that are shown, each of another check: the shortest to see again. Where none can be, the first one. */
function failuresOf(clause: ClauseId, mine: readonly Blamed[], { shortest }: Collector): Failure[] {
  const sorted = mine
    .flatMap((breach) => {
      const reproduction = shortest.of(breach);
      return reproduction === undefined ? [] : [{ breach, reproduction }];
    })
    .sort((one, other) => byLength(clause, one, other));
  if (sorted.length === 0) return mine.slice(0, 1).map((breach) => failureOf(breach, nothing));
  const names = sorted.map(({ breach }) => occasionOf(breach, breach.observed.ended));
  return sorted
    .filter((_, place) => names.indexOf(names[place] ?? '') === place)
    .slice(0, shown)
    .map(({ breach, reproduction }) => failureOf(breach, reproduction.short));
}

const nothing: Scene = { given: [], exchanges: [] };

function failureOf({ finding, exchange, counterexample, observed }: Blamed, scene: Scene): Failure {
  const { check, title } = observed.ended;
  const version = observed.ended.version ?? counterexample?.version;
  return {
    check,
    title: version === undefined ? title : `${title} (${version})`,
    expected: finding.expected,
    observed: finding.observed,
    exchange,
    given: scene.given,
    exchanges: scene.exchanges,
    ...(counterexample && { counterexample }),
  };
}
