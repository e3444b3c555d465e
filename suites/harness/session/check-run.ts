import type { CheckOutcome } from '../../../contracts/evidence/events';
import { appearsInAnotherPass, type Finding, type Violated } from '../../../contracts/oracle/finding';

/** How a check ended, and what the oracle found meanwhile. */
export interface CheckResult {
  readonly outcome: CheckOutcome;
  readonly findings: readonly Finding[];
}

/** A check made once. */
export interface CheckRun extends CheckResult {
  /** Whether work on other servers went on beside it. */
  readonly isShared: boolean;
  /** Whether an answer was passed over, as it told of the way to the target. */
  readonly hadDiscardedResponse: boolean;
}

/** So often a check is made at most. */
export const maxRuns = 3;

/** Picks the findings that nothing known explains. */
type SelectUnreported = (findings: readonly Finding[]) => readonly Violated[];

/** Whether a check must be made once more, before anything is told of what it came upon. */
export function needsRerun(passes: readonly CheckRun[], unknown: SelectUnreported): boolean {
  const last = passes.at(-1);
  if (last === undefined) return true;
  const earlier = passes.slice(0, -1).map(violationsIn);
  if (unknown(last.findings).some((finding) => !appearsInAnotherPass(finding, earlier))) return true;
  if (passes.length === 1) return last.outcome.outcome === 'failed' && violationsIn(last).length === 0;
  return last.outcome.outcome === 'not tested';
}

/** What the passes of a check come to: its outcome, and the findings that count and that do not. */
export interface ConfirmedRun {
  readonly outcome: CheckOutcome;
  readonly confirmed: readonly Violated[];
  readonly unconfirmed: readonly Violated[];
}

/** What showed once and not again is no failure; a check that never fares alike twice shows nothing. */
export function confirm(passes: readonly CheckRun[]): ConfirmedRun {
  const [first] = passes;
  if (first === undefined) throw new RangeError('a check was never made');
  if (passes.length === 1) return { outcome: first.outcome, confirmed: violationsIn(first), unconfirmed: [] };
  // A pass that was alone comes first: what shows there is not the effect of requests to other servers.
  const all = [...passes].sort((one, other) => Number(one.isShared) - Number(other.isShared)).map(violationsIn);
  const isConfirmed = (finding: Violated, place: number) =>
    appearsInAnotherPass(
      finding,
      all.filter((_, other) => other !== place),
    );
  // A later pass confirms what an earlier one came upon: it counts as it showed first.
  const isFirst = (finding: Violated, place: number) => !appearsInAnotherPass(finding, all.slice(0, place));
  const confirmed = all.flatMap((findings, place) =>
    findings.filter((each) => isConfirmed(each, place) && isFirst(each, place)),
  );
  const doubted = all.flatMap((findings, place) => findings.filter((each) => !isConfirmed(each, place)));
  return { outcome: confirmedOutcome(passes, confirmed.length > 0), confirmed, unconfirmed: doubted };
}

function confirmedOutcome(passes: readonly CheckRun[], isConfirmed: boolean): CheckOutcome {
  const failed = passes.filter(({ outcome }) => outcome.outcome === 'failed');
  const last = passes.at(-1) as CheckRun;
  if (isConfirmed) return failed.at(-1)?.outcome ?? last.outcome;
  const settled = passes.find(({ outcome }) => outcome.outcome !== 'failed' && outcome.outcome !== 'not tested');
  if (settled !== undefined) return settled.outcome;
  const untold = failed.filter((pass) => violationsIn(pass).length === 0);
  // The check finds a fault each time, and the oracle none: told as what it is, unless the way had a part in it.
  if (untold.length > 1 && !passes.some(({ hadDiscardedResponse }) => hadDiscardedResponse))
    return untold[0]?.outcome ?? last.outcome;
  const untested = passes.find(({ outcome }) => outcome.outcome === 'not tested');
  if (untested !== undefined) return untested.outcome;
  const times = `${passes.length} times`;
  return { outcome: 'not tested', reason: `made ${times}, it failed ${times}, and never alike`, trouble: true };
}

function violationsIn({ findings }: CheckResult): Violated[] {
  return findings.filter((finding) => finding.outcome === 'broken');
}
