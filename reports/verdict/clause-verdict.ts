import { type CapabilityName, capabilityOf } from '../../contracts/capabilities';
import { type ClauseId, clauseOf } from '../../contracts/clauses';
import type { Reading } from '../../contracts/oracle/finding';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import type { CheckRecord } from '../collector/check-record';
import type { Collector } from '../collector/collector';
import type { ClauseResult, Verdict } from '../result/result';
import type { Waivers } from './waivers';

/** The checks of one clause, by what they have to say of it. */
export interface ClauseChecks {
  /** They showed evidence of the clause. */
  readonly conclusive: readonly CheckRecord[];
  /** They ran and showed none. */
  readonly inconclusive: readonly CheckRecord[];
  /** The target or its user does not offer what they need. */
  readonly notRun: readonly CheckRecord[];
  /** The target is such that they have nothing to see. */
  readonly notApplicable: readonly CheckRecord[];
}

/** The clauses that are blamed for what a check came upon. */
export type AttributedClausesOf = (check: CheckRecord) => readonly ClauseId[];

export function classifyChecks(id: ClauseId, own: readonly CheckRecord[], blamedIn: AttributedClausesOf): ClauseChecks {
  const sorted = { conclusive: [], inconclusive: [], notRun: [], notApplicable: [] } as {
    [Kind in keyof ClauseChecks]: CheckRecord[];
  };
  for (const check of own) sorted[classifyCheck(id, check, blamedIn(check))].push(check);
  return sorted;
}

function classifyCheck(id: ClauseId, check: CheckRecord, blamed: readonly ClauseId[]): keyof ClauseChecks {
  const { ended, version } = check.ended;
  if (ended.outcome === 'not run') return 'notRun';
  if (ended.outcome === 'not applicable') return 'notApplicable';
  if (ended.outcome === 'not tested') return 'inconclusive';
  // A property draws its inputs, and may draw none that shows its clause; the enumerated checks beside it do.
  const isProperty = version === undefined;
  if (blamed.includes(id) || isProperty || check.satisfied.has(id)) return 'conclusive';
  return clauseOf(id).onRefusal === true && blamed.length > 0 ? 'notApplicable' : 'inconclusive';
}

/** What is known of a clause: how often it was seen satisfied, seen violated, and which readings a target follows. */
export interface ClauseFindings {
  readonly satisfied: number;
  readonly violated: number;
  readonly readings: readonly string[];
}

/**
 * The verdict of a clause. Passed means that every check in the plan showed evidence: a clause of which some checks
 * could not show any is not tested.
 */
export function clauseVerdict(id: ClauseId, profile: Profile, checks: ClauseChecks, known: ClauseFindings): Verdict {
  const { level, settled } = bindingOf(id, profile);
  const { readings: allowed, mayMix } = clauseOf(id);
  const { satisfied, violated, readings } = known;
  if (level === 'not applicable') return 'not applicable';
  if (violated > 0) return 'failed';
  const isMixed =
    settled === undefined ? readings.length > 1 && mayMix !== true : readings.some((one) => one !== settled);
  if (allowed !== undefined && checks.conclusive.length > 0 && isMixed) return 'failed';
  if (checks.inconclusive.length > 0) return 'not tested';
  if (checks.conclusive.length === 0) return hasNothingToTest(checks) ? 'not applicable' : 'not tested';
  if (allowed === undefined) return satisfied > 0 ? 'passed' : 'not tested';
  if (readings.length === 0) return 'not tested';
  return settled === undefined ? 'open' : 'passed';
}

/** Whether there is nothing to examine on this target: neither does the page ask for what the checks need. */
function hasNothingToTest({ notRun, notApplicable: empty }: ClauseChecks): boolean {
  return notRun.length + empty.length > 0 && notRun.every((check) => !needsRequiredCapability(check));
}

function needsRequiredCapability({ ended: { ended } }: CheckRecord): boolean {
  return ended.outcome === 'not run' && capabilityOf(ended.need).isRequired;
}

/** Of a capability, in the reason of one clause. */
const maxParts = 4;

/** Why a clause, or a part of its checks, has no evidence. Empty where all of them have. */
export function untestedReason(
  { conclusive, inconclusive, notRun, notApplicable: empty }: ClauseChecks,
  blamedIn: AttributedClausesOf,
): string {
  const reasonAgainst = (check: CheckRecord) => checkReason(check, blamedIn(check));
  const planned = conclusive.length + inconclusive.length;
  const parts: string[] = [];
  if (inconclusive.length > 0) {
    const reasons = unique(inconclusive.map(reasonAgainst));
    const which = conclusive.length > 0 ? `${inconclusive.length} of ${planned} checks show nothing: ` : '';
    parts.push(`${which}${firstReasons(reasons)}`);
  }
  for (const lack of unmetCapabilities(notRun)) {
    const needs = lack.count === 1 ? 'needs' : 'need';
    parts.push(
      `${planned > 0 ? `${countNoun(lack.count, 'check')} ${needs}` : 'it needs'} ${describeUnmetCapability(lack)}`,
    );
  }
  if (planned + notRun.length === 0) parts.push(firstReasons(unique(empty.map(reasonAgainst))));
  if (planned + notRun.length + empty.length === 0) parts.push('no check is about it');
  return parts.join('; ');
}

/** The first reasons, so that one line can be read. */
function firstReasons(reasons: readonly string[]): string {
  const shown = reasons.slice(0, 2).join('; ');
  return reasons.length > 2 ? `${shown}; and ${reasons.length - 2} more reasons` : shown;
}

/** A capability that is missing for some checks. */
interface UnmetCapability {
  readonly name: CapabilityName;
  count: number;
  /** Those parts of it that they need. */
  readonly parts: Set<string>;
}

function unmetCapabilities(leftOut: readonly CheckRecord[]): UnmetCapability[] {
  const found = new Map<CapabilityName, UnmetCapability>();
  for (const { ended } of leftOut) {
    if (ended.ended.outcome !== 'not run') continue;
    const { need } = ended.ended;
    const { name } = capabilityOf(need);
    const lack = found.get(name) ?? { name, count: 0, parts: new Set<string>() };
    lack.count += 1;
    const [, part] = need.split('/');
    if (part !== undefined) lack.parts.add(part);
    found.set(name, lack);
  }
  return [...found.values()];
}

function describeUnmetCapability({ name, parts }: UnmetCapability): string {
  const { label } = capabilityOf(name);
  const shown = [...parts].slice(0, maxParts).join(', ');
  const more = parts.size > maxParts ? ', …' : '';
  return shown === '' ? label : `${label} (${shown}${more})`;
}

function checkReason({ ended: { ended } }: CheckRecord, blamed: readonly ClauseId[]): string {
  if ('reason' in ended) return ended.reason;
  const others = unique(blamed);
  return others.length > 0 ? `hindered by ${others.join(', ')}` : 'nothing that it saw tells of the clause';
}

/** Why there is no evidence although every check may have shown some: what each came upon is the fault of other clauses. */
export function hinderedReason({ conclusive }: ClauseChecks, blamedIn: AttributedClausesOf): string {
  return firstReasons(unique(conclusive.map((check) => checkReason(check, blamedIn(check)))));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Whether the user accepts that a clause was not tested: by its name, or by that of every capability that it lacks. */
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

/** The numbers of a clause's checks, as a result holds them. */
export function countChecks({ conclusive, inconclusive, notRun }: ClauseChecks): ClauseResult['checks'] {
  return { run: conclusive.length, notTested: inconclusive.length, notRun: notRun.length };
}

/** The reading of a target that answers 5xx. */
const serverErrorReading = 'fails with 5xx';

/**
 * The readings of an open clause that a target follows. A request that exercised what the target breaks anyway shows
 * none: a refusal may have been for that.
 *
 * @param unsteady statuses with which the target refuses for no reason.
 */
export function followedReadings(
  id: ClauseId,
  { readings }: Pick<Collector, 'readings'>,
  failed: ReadonlySet<ClauseId>,
  unsteady: ReadonlySet<number> = new Set(),
): string[] {
  const isSteady = ({ refused }: Reading) => refused === undefined || !unsteady.has(refused);
  const every = [...(readings.get(id)?.values() ?? [])].filter(isSteady);
  // A 5xx is told by ANSWER-06. It is a reading only where the target follows no other.
  const others = every.filter(({ reading }) => reading !== serverErrorReading);
  const all = others.length > 0 ? others : every;
  const sure = all.filter(({ despite }) => !despite.some((clause) => failed.has(clause)));
  const told = [...new Set(all.map(({ reading }) => reading))].sort();
  // Where nothing is sure, and all of it says the same, it may well be so.
  return sure.length > 0 || told.length > 1 ? [...new Set(sure.map(({ reading }) => reading))].sort() : told;
}
