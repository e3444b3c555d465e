import { type CatalogueClause, type ClauseId, clauses } from '../../contracts/clauses';
import { clauseOfCheckName } from '../../contracts/evidence/check-id';
import { unsteadyStatuses } from '../../contracts/oracle/attribution/candidate-sets';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { type AttributedViolation, type CheckRecord, isStopped } from '../collector/check-record';
import type { Collector } from '../collector/collector';
import type { ClauseResult, Summary } from '../result/result';
import { attributedViolations } from './attributed-violations';
import { classifyChecks, clauseVerdict, countChecks, isWaived } from './clause-verdict';
import { crossCheck } from './cross-check';
import { mixedReadings, selectFailures } from './failures';
import { followedReadings } from './followed-readings';
import { maskingClauses } from './masking-clauses';
import { blockingCapabilities, missingCapabilities } from './missing-capabilities';
import { exitCodes, runVerdict } from './run-verdict';
import { countedChecks, unconfirmedViolations } from './unconfirmed';
import { hinderedReason, untestedReason } from './untested-reason';
import type { Waivers } from './waivers';

export interface AggregateOptions {
  readonly profile: Profile;
  /** If true, a failed SHOULD fails the run, and a SHOULD that was not tested leaves it incomplete. */
  readonly strict: boolean;
  readonly waived: Waivers;
  /** Clauses to which the user limited the run. Other clauses are in the result only if they failed. */
  readonly selected?: ReadonlySet<ClauseId> | undefined;
  /** True if every server was restored. */
  readonly isRestored?: boolean;
  /** The clause whose counterexample is replayed. */
  readonly replayedClause?: ClauseId;
}

/** The findings of a whole run. */
interface RunFindings {
  readonly checks: readonly CheckRecord[];
  readonly violations: readonly AttributedViolation[];
  readonly clausesByCheck: ReadonlyMap<CheckRecord, readonly ClauseId[]>;
}

/** The verdict of each clause and of the run, from the collected evidence. */
export function aggregate(collector: Collector, options: AggregateOptions): Summary {
  const { isRestored = true, profile, strict, waived, selected, replayedClause } = options;
  const checks = countedChecks(collector);
  const isSatisfied = (clause: ClauseId) => collector.satisfied.has(clause);
  const attributed = attributedViolations(checks, { isSatisfied, replayedClause });
  const { defects, disputed } = crossCheck(checks, attributed, profile);
  // If the check contradicts a violation, the suite has a defect.
  const violations = attributed.filter(
    ({ clause, record }) => !(disputed.has(record) && record.ended.clause === clause),
  );
  const findings = { checks, violations, clausesByCheck: groupByCheck(violations) };
  const all = clauses
    .map((clause) => buildClauseResult(clause, collector, findings, options))
    .filter(({ clause, verdict: found }) => found === 'failed' || (selected?.has(clause) ?? true));
  const leftOut = describeLeftOut(collector, all);
  const results = all.filter(({ clause }) => !leftOut?.clauses.includes(clause));
  const troubles = troublesOf(checks, collector);
  const lacks = missingCapabilities(collector.checks, collector.unmetNeeds, { profile, strict, waived });
  // A run with checks left out is never conformant, so it needs no waiver.
  const missing = leftOut === undefined ? lacks : lacks.map((each) => ({ ...each, isBinding: false }));
  const verdict = runVerdict(results, {
    isIncomplete: troubles.length > 0 || !isRestored || blockingCapabilities(missing).length > 0,
    hasDefects: defects.length > 0,
    strict,
    isPartial: selected !== undefined || leftOut !== undefined,
  });
  return {
    verdict,
    exitCode: exitCodes[verdict],
    clauses: results,
    ...(leftOut && { leftOut }),
    missing,
    checks: collector.checks.filter((check) => check.ended.ended.outcome !== 'not run' && !isStopped(check)).length,
    exchanges: collector.exchanges,
    troubles,
    defects,
    unconfirmed: unconfirmedViolations(checks),
  };
}

/** Undefined for a run without a limit, and for one into whose limit every check fitted. */
function describeLeftOut({ leftOut, checks }: Collector, results: readonly ClauseResult[]): Summary['leftOut'] {
  if (leftOut.length === 0) return undefined;
  const sentNothing: readonly string[] = ['not run', 'not applicable'];
  const begun = new Set(checks.flatMap(({ ended }) => (sentNothing.includes(ended.ended.outcome) ? [] : ended.clause)));
  const isUntouched = ({ clause, verdict }: ClauseResult) => verdict === 'not tested' && !begun.has(clause);
  return { checks: leftOut.length, clauses: results.filter(isUntouched).map(({ clause }) => clause) };
}

/** Each sentence once. */
function troublesOf(checks: readonly CheckRecord[], { interference }: Collector): string[] {
  const reasons = checks.flatMap(({ ended: { ended } }) =>
    ended.outcome === 'not tested' && ended.trouble ? [ended.reason] : [],
  );
  return [...new Set(interference === undefined ? reasons : [interference, ...reasons])];
}

function groupByCheck(violations: readonly AttributedViolation[]): ReadonlyMap<CheckRecord, readonly ClauseId[]> {
  const byCheck = new Map<CheckRecord, ClauseId[]>();
  for (const { record, clause } of violations) byCheck.set(record, [...(byCheck.get(record) ?? []), clause]);
  return byCheck;
}

function buildClauseResult(
  { id, sentence, source }: CatalogueClause,
  collector: Collector,
  { violations, clausesByCheck, checks }: RunFindings,
  { profile, waived }: AggregateOptions,
): ClauseResult {
  const { level, settled } = bindingOf(id, profile);
  const own = violations.filter(({ clause }) => clause === id);
  const failed = new Set(violations.map(({ clause }) => clause));
  const readings = followedReadings(id, collector, failed, unsteadyStatuses(violations.map(({ finding }) => finding)));
  const satisfied = collector.satisfied.get(id) ?? 0;
  const violatedIn = (check: CheckRecord) => clausesByCheck.get(check) ?? [];
  const ownChecks = checks.filter(({ ended }) => ended.clause === id);
  const classified = classifyChecks(id, ownChecks, violatedIn);
  const leftOut = collector.leftOut.filter((name) => clauseOfCheckName(name) === id).length;
  const found = { satisfied, violated: own.length, readings, isLeftOut: leftOut > 0 };
  const verdict = clauseVerdict(id, profile, classified, found);
  const maskedBy = verdict === 'not tested' ? maskingClauses(classified, violatedIn) : [];
  const reason =
    untestedReason(classified, violatedIn) || (verdict === 'not tested' ? hinderedReason(classified, violatedIn) : '');
  const isMixed = own.length === 0;
  const failures = isMixed ? [mixedReadings(sentence, settled, readings)] : selectFailures(id, own, collector);
  return {
    clause: id,
    level,
    sentence,
    source,
    verdict,
    ...(readings.length > 0 ? { reading: readings.join(' / ') } : {}),
    ...(reason !== '' && level !== 'not applicable' ? { reason } : {}),
    ...(maskedBy.length > 0 ? { maskedBy } : {}),
    waived: isWaived(id, verdict, classified, waived),
    checks: countChecks(classified, leftOut),
    satisfied,
    violated: own.length,
    // A clause that does not bind shows no failures.
    failures: verdict === 'failed' ? failures : [],
  };
}
