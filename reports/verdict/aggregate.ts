import { type CatalogueClause, type ClauseId, clauses } from '../../contracts/clauses';
import { unsteadyStatuses } from '../../contracts/oracle/attribution/candidate-sets';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import type { CheckRecord, Violation } from '../collector/check-record';
import type { Collector } from '../collector/collector';
import type { Reproduction } from '../collector/reproduction';
import { compareReproductions, failuresPerClause, occurrenceKey } from '../collector/shortest-reproductions';
import type { ClauseResult, Failure, Summary } from '../result/result';
import { attributeViolations } from './attribution';
import {
  classifyChecks,
  clauseVerdict,
  countChecks,
  followedReadings,
  hinderedReason,
  isWaived,
  untestedReason,
} from './clause-verdict';
import { crossCheck } from './cross-check';
import { blockingCapabilities, missingCapabilities } from './missing-capabilities';
import { exitCodes, runVerdict } from './run-verdict';
import { countedChecks, unconfirmedViolations } from './unconfirmed';
import { noWaivers, type Waivers } from './waivers';

export interface AggregateOptions {
  readonly profile: Profile;
  /** A failed SHOULD fails the run, and one that was not tested leaves it incomplete. */
  readonly strict: boolean;
  readonly waived: Waivers;
  /** Clauses to which the user limited the run. Other clauses are in the result only if they failed. */
  readonly selected?: ReadonlySet<ClauseId> | undefined;
  /** Whether everything that the run has changed is as it was before. */
  readonly isRestored?: boolean;
  /** The clause whose counterexample is tried again: it is blamed for all that it is suspected of. */
  readonly replayedClause?: ClauseId;
}

type AttributedViolation = Violation & { readonly blamed: ClauseId; readonly observed: CheckRecord };

/** What a run found, once all of it is known. */
interface RunFindings {
  readonly checks: readonly CheckRecord[];
  readonly violations: readonly AttributedViolation[];
  readonly clausesByCheck: ReadonlyMap<CheckRecord, readonly ClauseId[]>;
}

/** Sums what was collected per clause, and gives the run its verdict. */
export function aggregate(collector: Collector, options: AggregateOptions): Summary {
  const checks = countedChecks(collector);
  const violations = checks.flatMap((observed) => observed.violations.map((violation) => ({ ...violation, observed })));
  const { replayedClause } = options;
  const resolved: AttributedViolation[] = attributeViolations(violations, (clause) =>
    collector.satisfied.has(clause),
  ).map((violation) =>
    replayedClause !== undefined && violation.finding.suspects.includes(replayedClause)
      ? { ...violation, blamed: replayedClause }
      : violation,
  );
  const { defects, disputed } = crossCheck(checks, resolved, options.profile);
  // What the check itself contradicts is the suite's fault, not the target's.
  const blamed = resolved.filter(
    ({ blamed, observed }) => !(disputed.has(observed) && observed.ended.clause === blamed),
  );
  const causes = attributedClauses(blamed);
  const { selected } = options;
  const results = clauses
    .map((clause) =>
      buildClauseResult(clause, collector, { violations: blamed, clausesByCheck: causes, checks }, options),
    )
    .filter(({ clause, verdict }) => selected === undefined || selected.has(clause) || verdict === 'failed');
  const { interference } = collector;
  const troubles = checks.flatMap(({ ended: { ended } }) =>
    ended.outcome === 'not tested' && ended.trouble ? [ended.reason] : [],
  );
  const { isRestored = true, profile, strict, waived } = options;
  const missing = missingCapabilities(collector.checks, collector.unmetNeeds, { profile, strict, waived });
  const verdict = runVerdict(results, {
    isIncomplete:
      troubles.length > 0 || interference !== undefined || !isRestored || blockingCapabilities(missing).length > 0,
    hasDefects: defects.length > 0,
    strict,
    isPartial: selected !== undefined,
  });
  return {
    verdict,
    exitCode: exitCodes[verdict],
    clauses: results,
    missing,
    checks: collector.checks.filter(({ ended: { ended } }) => ended.outcome !== 'not run').length,
    exchanges: collector.exchanges,
    troubles: [...new Set([...(interference === undefined ? [] : [interference]), ...troubles])],
    defects,
    unconfirmed: unconfirmedViolations(checks),
  };
}

/** The clauses that are blamed for what each check came upon. */
function attributedClauses(blamed: readonly AttributedViolation[]): ReadonlyMap<CheckRecord, readonly ClauseId[]> {
  const causes = new Map<CheckRecord, ClauseId[]>();
  for (const { observed, blamed: clause } of blamed) causes.set(observed, [...(causes.get(observed) ?? []), clause]);
  return causes;
}

function buildClauseResult(
  { id, sentence, source }: CatalogueClause,
  collector: Collector,
  { violations, clausesByCheck, checks }: RunFindings,
  { profile, waived }: AggregateOptions,
): ClauseResult {
  const { level, settled } = bindingOf(id, profile);
  const own = checks.filter(({ ended }) => ended.clause === id);
  const mine = violations.filter((violation) => violation.blamed === id);
  const unsteady = unsteadyStatuses(violations.map(({ finding }) => finding));
  const readings = followedReadings(id, collector, new Set(violations.map((violation) => violation.blamed)), unsteady);
  const satisfied = collector.satisfied.get(id) ?? 0;
  const blamedIn = (check: CheckRecord) => clausesByCheck.get(check) ?? [];
  const sorted = classifyChecks(id, own, blamedIn);
  const verdict = clauseVerdict(id, profile, sorted, { satisfied, violated: mine.length, readings });
  const reason = untestedReason(sorted, blamedIn) || (verdict === 'not tested' ? hinderedReason(sorted, blamedIn) : '');
  const isMixed = verdict === 'failed' && mine.length === 0;
  const failures = isMixed ? [mixedReadings(sentence, settled, readings)] : selectFailures(id, mine, collector);
  return {
    clause: id,
    level,
    sentence,
    source,
    verdict,
    ...(readings.length > 0 ? { reading: readings.join(' / ') } : {}),
    ...(reason !== '' && level !== 'not applicable' ? { reason } : {}),
    waived: isWaived(id, verdict, sorted, waived),
    checks: countChecks(sorted),
    kept: satisfied,
    broken: mine.length,
    // What does not bind does not fail.
    failures: verdict === 'failed' ? failures : [],
  };
}

/** An open clause that is read in more than one way, which no single exchange shows. */
function mixedReadings(title: string, settled: string | undefined, readings: readonly string[]): Failure {
  const expected = settled ?? 'one reading throughout';
  return { check: '', title, expected, observed: readings.join(' and '), exchange: 0, given: [], exchanges: [] };
}

/** The failures that are shown, each of another check: the shortest to see again. Where none can be, the first one. */
function selectFailures(
  clause: ClauseId,
  mine: readonly AttributedViolation[],
  { shortest, confirmations }: Collector,
): Failure[] {
  const sorted = mine
    .flatMap((violation) => {
      const reproduction = shortest.of(violation);
      return reproduction === undefined ? [] : [{ violation, reproduction }];
    })
    .sort((one, other) => compareReproductions(clause, one, other));
  if (sorted.length === 0) return mine.slice(0, 1).map((violation) => buildFailure(violation, noReproduction));
  const names = sorted.map(({ violation }) => occurrenceKey(violation, violation.observed.ended));
  const failures = sorted
    .filter((_, place) => names.indexOf(names[place] ?? '') === place)
    .slice(0, failuresPerClause)
    .map(({ violation, reproduction }) => {
      const [short, whole] = [false, true].map((isWhole) => confirmations.of(clause, violation.exchange, isWhole));
      // The requests that seemed to matter may not be enough: a fault may depend on what went before.
      const isWhole = (short?.shown ?? 0) === 0 && (whole?.shown ?? 0) > 0;
      const confirmed = isWhole ? whole : short;
      const failure = buildFailure(violation, isWhole ? reproduction.whole : reproduction.short);
      return confirmed === undefined ? failure : { ...failure, confirmed };
    });
  const isRefuted = ({ confirmed }: Failure) => Number(confirmed?.shown === 0);
  return failures.sort((one, other) => isRefuted(one) - isRefuted(other));
}

/** The failures that are to be seen again at the end of a run, by clause. */
export function reproducibleFailures(
  collector: Collector,
  options: Pick<AggregateOptions, 'profile' | 'strict'>,
): ReproducibleFailure[][] {
  const { clauses: results } = aggregate(collector, { ...options, waived: noWaivers });
  return results.map(({ clause, failures }) =>
    failures.flatMap(({ exchange, given, exchanges }) => {
      const whole = collector.shortest.wholeOf(exchange);
      return exchanges.length === 0
        ? []
        : [{ clause, exchange, short: { given, exchanges }, whole: whole ?? { given, exchanges } }];
    }),
  );
}

/** A failure by what showed it: the requests that matter, and everything that the check sent. */
interface ReproducibleFailure {
  readonly clause: ClauseId;
  readonly exchange: number;
  readonly short: Reproduction;
  readonly whole: Reproduction;
}

const noReproduction: Reproduction = { given: [], exchanges: [] };

function buildFailure(
  { finding, exchange, counterexample, observed }: AttributedViolation,
  reproduction: Reproduction,
): Failure {
  const { check, title } = observed.ended;
  const version = observed.ended.version ?? counterexample?.version;
  return {
    check,
    title: version === undefined ? title : `${title} (${version})`,
    expected: finding.expected,
    observed: finding.observed,
    exchange,
    given: reproduction.given,
    exchanges: reproduction.exchanges,
    ...(counterexample && { counterexample }),
  };
}
