import { capabilityOf } from '../../contracts/capabilities';
import { type ClauseId, clauseOf } from '../../contracts/clauses';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { type CheckRecord, isStopped } from '../collector/check-record';
import type { ClauseResult, Verdict } from '../result/result';
import { unmetCapabilities } from './unmet-capabilities';
import type { Waivers } from './waivers';

/** The checks of one clause, by their result. */
export interface ClauseChecks {
  /** Checks with evidence of the clause. */
  readonly conclusive: readonly CheckRecord[];
  /** Checks without evidence: they ran, or the run stopped before them. */
  readonly inconclusive: readonly CheckRecord[];
  /** Checks that did not run, because a need was not met. */
  readonly notRun: readonly CheckRecord[];
  /** Checks without a subject on this target, for example those of a quota that the target does not have. */
  readonly notApplicable: readonly CheckRecord[];
}

/** The clauses that a check's exchanges violate, after attribution. */
export type ViolatedClausesOf = (check: CheckRecord) => readonly ClauseId[];

export function classifyChecks(id: ClauseId, own: readonly CheckRecord[], violatedIn: ViolatedClausesOf): ClauseChecks {
  const sorted = { conclusive: [], inconclusive: [], notRun: [], notApplicable: [] } as {
    [Kind in keyof ClauseChecks]: CheckRecord[];
  };
  for (const check of own) sorted[classifyCheck(id, check, violatedIn(check))].push(check);
  return sorted;
}

function classifyCheck(id: ClauseId, check: CheckRecord, violated: readonly ClauseId[]): keyof ClauseChecks {
  const { ended, version } = check.ended;
  if (ended.outcome === 'not run') return 'notRun';
  if (ended.outcome === 'not applicable') return 'notApplicable';
  if (ended.outcome === 'not tested') return 'inconclusive';
  // A property may generate no input that shows its clause. The enumerated checks of the clause do.
  const isProperty = version === undefined;
  if (violated.includes(id) || isProperty || check.satisfied.has(id)) return 'conclusive';
  return clauseOf(id).onRefusal === true && violated.length > 0 ? 'notApplicable' : 'inconclusive';
}

/** The findings on a clause: how often it was satisfied and violated, and the readings of the target. */
export interface ClauseFindings {
  readonly satisfied: number;
  readonly violated: number;
  readonly readings: readonly string[];
  /** Checks of the clause did not fit into the limit of the run. */
  readonly isLeftOut?: boolean;
}

/**
 * The verdict of a clause. Passed means that every check in the plan showed evidence: a clause of which some checks
 * could not show any is not tested.
 */
export function clauseVerdict(id: ClauseId, profile: Profile, checks: ClauseChecks, known: ClauseFindings): Verdict {
  const { level, settled } = bindingOf(id, profile);
  const { readings: allowed, mayMix } = clauseOf(id);
  const { satisfied, violated, readings, isLeftOut = false } = known;
  if (level === 'not applicable') return 'not applicable';
  if (violated > 0) return 'failed';
  const isMixed =
    settled === undefined ? readings.length > 1 && mayMix !== true : readings.some((one) => one !== settled);
  // If the checks of the clause are left out, readings in other checks count.
  const isShown = checks.conclusive.length > 0 || (isLeftOut && checks.inconclusive.length === 0);
  if (allowed !== undefined && isShown && isMixed) return 'failed';
  if (checks.inconclusive.length > 0) return 'not tested';
  if (checks.conclusive.length === 0) return hasNothingToTest(checks) ? 'not applicable' : 'not tested';
  if (allowed === undefined) return satisfied > 0 ? 'passed' : 'not tested';
  if (readings.length === 0) return 'not tested';
  return settled === undefined ? 'open' : 'passed';
}

/** True if the target has nothing to test, and no check needs a capability that the page requires. */
function hasNothingToTest({ notRun, notApplicable: empty }: ClauseChecks): boolean {
  return notRun.length + empty.length > 0 && notRun.every((check) => !needsRequiredCapability(check));
}

function needsRequiredCapability({ ended: { ended } }: CheckRecord): boolean {
  return ended.outcome === 'not run' && capabilityOf(ended.need).isRequired;
}

/** True if the user accepts that a clause was not tested, by its id or by the names of all missing capabilities. */
export function isWaived(
  id: ClauseId,
  verdict: Verdict,
  checks: ClauseChecks,
  { clauses, capabilities }: Waivers,
): boolean {
  if (verdict !== 'not tested') return false;
  const isLackAccepted = checks.inconclusive.length === 0 && checks.notRun.length > 0;
  const names = unmetCapabilities(checks.notRun).map(({ name }) => name);
  return clauses.has(id) || (isLackAccepted && names.every((name) => capabilities.has(name)));
}

/**
 * The numbers of checks of a clause in a result.
 *
 * @param leftOut checks that did not fit into the limit of the run.
 */
export function countChecks(
  { conclusive, inconclusive, notRun }: ClauseChecks,
  leftOut: number,
): ClauseResult['checks'] {
  const stopped = inconclusive.filter(isStopped).length;
  return {
    run: conclusive.length,
    notTested: inconclusive.length - stopped,
    notRun: notRun.length + stopped + leftOut,
  };
}
