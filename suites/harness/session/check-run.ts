import type { CheckOutcome } from '../../../contracts/evidence/events';
import { appearsInAnotherPass, countsInPass, type Finding, type Violated } from '../../../contracts/oracle/finding';
import { countNoun } from '../../../contracts/text/count-noun';

/** The outcome of a check, and the findings of its exchanges. */
interface CheckResult {
  readonly outcome: CheckOutcome;
  readonly findings: readonly Finding[];
}

/** One run of a check. */
export interface CheckRun extends CheckResult {
  /** Other work went on at the same time, on other servers. */
  readonly isShared: boolean;
  /** A response was discarded, since it came from the network and not from the target. */
  readonly hadDiscardedResponse: boolean;
}

/** Runs of one check at most. */
export const maxRuns = 3;

/** Selects the violations that no reported violation explains. */
type SelectUnreported = (findings: readonly Finding[]) => readonly Violated[];

/** True if a check must run once more before its violations are reported. */
export function needsRerun(passes: readonly CheckRun[], unknown: SelectUnreported): boolean {
  const last = passes.at(-1);
  if (last === undefined) return true;
  const earlier = passes.slice(0, -1).map(violationsIn);
  if (unknown(last.findings).some((finding) => !appearsInAnotherPass(finding, earlier))) return true;
  if (passes.length === 1) return last.outcome.outcome === 'failed' && violationsIn(last).length === 0;
  // Also if it failed each time, but never in the same way.
  return last.outcome.outcome === 'not tested' || confirm(passes).outcome.outcome === 'not tested';
}

/** The result of all runs of a check: its outcome, the violations that count, and those that do not. */
export interface ConfirmedRun {
  readonly outcome: CheckOutcome;
  readonly confirmed: readonly Violated[];
  readonly unconfirmed: readonly Violated[];
}

/** A violation that shows only once is no failure. A check that never has the same result twice is inconclusive. */
export function confirm(passes: readonly CheckRun[]): ConfirmedRun {
  const [first] = passes;
  if (first === undefined) throw new RangeError('a check was never made');
  if (passes.length === 1) return { outcome: first.outcome, confirmed: violationsIn(first), unconfirmed: [] };
  const all = passes.map(violationsIn);
  const isConfirmed = (finding: Violated, place: number) =>
    appearsInAnotherPass(
      finding,
      all.filter((_, other) => other !== place),
    );
  const confirmed = all.flatMap((findings, place) =>
    findings.filter((each) => isConfirmed(each, place) && countsInPass(each, all, place)),
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
  // The check fails each time without a violation: that counts, unless a response was discarded.
  if (untold.length > 1 && !passes.some(({ hadDiscardedResponse }) => hadDiscardedResponse))
    return untold[0]?.outcome ?? last.outcome;
  const untested = passes.find(({ outcome }) => outcome.outcome === 'not tested');
  if (untested !== undefined) return untested.outcome;
  const times = countNoun(passes.length, 'time');
  return { outcome: 'not tested', reason: `made ${times}, it failed ${times}, and never alike`, trouble: true };
}

function violationsIn({ findings }: CheckResult): Violated[] {
  return findings.filter((finding) => finding.outcome === 'violated');
}
