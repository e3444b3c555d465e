import { type CapabilityName, capabilityOf } from '../contracts/capabilities';
import { type ClauseId, clauseOf } from '../contracts/clauses';
import { bindingOf, type Profile } from '../contracts/profiles/profile';
import type { Observed } from './breach';
import { counted } from './counted';
import type { ClauseResult, Verdict } from './verdict';
import type { Waivers } from './waivers';

/** The checks of one clause, by what they have to say of it. */
export interface Sorted {
  /** They showed evidence of the clause. */
  readonly conclusive: readonly Observed[];
  /** They ran and showed none. */
  readonly inconclusive: readonly Observed[];
  /** The target or its user does not offer what they need. */
  readonly leftOut: readonly Observed[];
  /** The target is such that they have nothing to see. */
  readonly void: readonly Observed[];
}

/** The clauses that are blamed for what a check came upon. */
export type BlamedIn = (check: Observed) => readonly ClauseId[];

export function sortChecks(id: ClauseId, own: readonly Observed[], blamedIn: BlamedIn): Sorted {
  const sorted = { conclusive: [], inconclusive: [], leftOut: [], void: [] } as { [Kind in keyof Sorted]: Observed[] };
  for (const check of own) sorted[kindOf(id, check, blamedIn(check))].push(check);
  return sorted;
}

function kindOf(id: ClauseId, check: Observed, blamed: readonly ClauseId[]): keyof Sorted {
  const { ended, version } = check.ended;
  if (ended.outcome === 'not run') return 'leftOut';
  if (ended.outcome === 'not applicable') return 'void';
  if (ended.outcome === 'not tested') return 'inconclusive';
  // A property draws its inputs, and may draw none that shows its clause; the enumerated checks beside it do.
  const isProperty = version === undefined;
  if (blamed.includes(id) || isProperty || check.kept.has(id)) return 'conclusive';
  return clauseOf(id).onRefusal === true && blamed.length > 0 ? 'void' : 'inconclusive';
}

/** What is known of a clause: how often it was seen satisfied, seen violated, and which readings a target follows. */
export interface Known {
  readonly satisfied: number;
  readonly violated: number;
  readonly readings: readonly string[];
}

/**
 * The verdict of a clause. Passed means that every check in the plan showed evidence: a clause of which some checks
 * could not show any is not tested.
 */
export function verdictOf(id: ClauseId, profile: Profile, checks: Sorted, known: Known): Verdict {
  const { level, settled } = bindingOf(id, profile);
  const { readings: allowed, mayMix } = clauseOf(id);
  const { satisfied, violated, readings } = known;
  if (level === 'not applicable') return 'not applicable';
  if (violated > 0) return 'failed';
  const isMixed =
    settled === undefined ? readings.length > 1 && mayMix !== true : readings.some((one) => one !== settled);
  if (allowed !== undefined && checks.conclusive.length > 0 && isMixed) return 'failed';
  if (checks.inconclusive.length > 0) return 'not tested';
  if (checks.conclusive.length === 0) return isVoid(checks) ? 'not applicable' : 'not tested';
  if (allowed === undefined) return satisfied > 0 ? 'passed' : 'not tested';
  if (readings.length === 0) return 'not tested';
  return settled === undefined ? 'open' : 'passed';
}

/** Whether there is nothing to examine on this target: neither does the page ask for what the checks need. */
function isVoid({ leftOut, void: empty }: Sorted): boolean {
  return leftOut.length + empty.length > 0 && leftOut.every((check) => !requiredBy(check));
}

function requiredBy({ ended: { ended } }: Observed): boolean {
  return ended.outcome === 'not run' && capabilityOf(ended.need).isRequired;
}

/** Of a capability, in the reason of one clause. */
const mostParts = 4;

/** Why a clause, or a part of its checks, has no evidence. Empty where all of them have. */
export function reasonOf({ conclusive, inconclusive, leftOut, void: empty }: Sorted, blamedIn: BlamedIn): string {
  const reasonAgainst = (check: Observed) => reasonOfCheck(check, blamedIn(check));
  const planned = conclusive.length + inconclusive.length;
  const parts: string[] = [];
  if (inconclusive.length > 0) {
    const reasons = unique(inconclusive.map(reasonAgainst));
    const which = conclusive.length > 0 ? `${inconclusive.length} of ${planned} checks show nothing: ` : '';
    parts.push(`${which}${some(reasons)}`);
  }
  for (const lack of lacks(leftOut)) {
    const needs = lack.count === 1 ? 'needs' : 'need';
    parts.push(`${planned > 0 ? `${counted(lack.count, 'check')} ${needs}` : 'it needs'} ${wordsOf(lack)}`);
  }
  if (planned + leftOut.length === 0) parts.push(some(unique(empty.map(reasonAgainst))));
  if (planned + leftOut.length + empty.length === 0) parts.push('no check is about it');
  return parts.join('; ');
}

/** The first reasons, so that one line can be read. */
function some(reasons: readonly string[]): string {
  const shown = reasons.slice(0, 2).join('; ');
  return reasons.length > 2 ? `${shown}; and ${reasons.length - 2} more reasons` : shown;
}

/** A capability that is missing for some checks. */
interface Lack {
  readonly name: CapabilityName;
  count: number;
  /** Those parts of it that they need. */
  readonly parts: Set<string>;
}

function lacks(leftOut: readonly Observed[]): Lack[] {
  const found = new Map<CapabilityName, Lack>();
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

function wordsOf({ name, parts }: Lack): string {
  const { label } = capabilityOf(name);
  const shown = [...parts].slice(0, mostParts).join(', ');
  const more = parts.size > mostParts ? ', …' : '';
  return shown === '' ? label : `${label} (${shown}${more})`;
}

function reasonOfCheck({ ended: { ended } }: Observed, blamed: readonly ClauseId[]): string {
  if ('reason' in ended) return ended.reason;
  const others = unique(blamed);
  return others.length > 0 ? `hindered by ${others.join(', ')}` : 'nothing that it saw tells of the clause';
}

/** Why there is no evidence although every check may have shown some: what each came upon is the fault of other clauses. */
export function reasonWithout({ conclusive }: Sorted, blamedIn: BlamedIn): string {
  return some(unique(conclusive.map((check) => reasonOfCheck(check, blamedIn(check)))));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Whether the user accepts that a clause was not tested: by its name, or by that of every capability that it lacks. */
export function isWaived(id: ClauseId, verdict: Verdict, checks: Sorted, { clauses, capabilities }: Waivers): boolean {
  if (verdict !== 'not tested') return false;
  const isLackAccepted = checks.inconclusive.length === 0 && checks.leftOut.length > 0;
  const names = lacks(checks.leftOut).map(({ name }) => name);
  return clauses.has(id) || (isLackAccepted && names.every((name) => capabilities.has(name)));
}

/** The numbers of a clause's checks, as a result holds them. */
export function countsOf({ conclusive, inconclusive, leftOut }: Sorted): ClauseResult['checks'] {
  return { run: conclusive.length, notTested: inconclusive.length, notRun: leftOut.length };
}
