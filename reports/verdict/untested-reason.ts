import { capabilityOf } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import { countNoun } from '../../contracts/text/count-noun';
import { type CheckRecord, isStopped } from '../collector/check-record';
import type { ClauseChecks, ViolatedClausesOf } from './clause-verdict';
import { type UnmetCapability, unmetCapabilities } from './unmet-capabilities';

/** The most parts of a capability in the reason of one clause. */
const maxParts = 4;

/** The reason why a clause, or a part of its checks, has no evidence. Empty if all checks have evidence. */
export function untestedReason(
  { conclusive, inconclusive, notRun, notApplicable: empty }: ClauseChecks,
  violatedIn: ViolatedClausesOf,
): string {
  const reasonOf = (check: CheckRecord) => checkReason(check, violatedIn(check));
  const planned = conclusive.length + inconclusive.length;
  const parts: string[] = [];
  const stopped = inconclusive.filter(isStopped);
  const made = inconclusive.filter((check) => !isStopped(check));
  if (made.length > 0) {
    const which =
      made.length < planned ? `${made.length} of ${planned} checks ${countVerb(made, 'shows', 'show')} nothing: ` : '';
    parts.push(`${which}${firstReasons(unique(made.map(reasonOf)))}`);
  }
  if (stopped.length > 0) {
    const which =
      stopped.length < planned ? `${stopped.length} of ${planned} checks ${countVerb(stopped, 'was', 'were')} ` : '';
    parts.push(`${which}not run: ${firstReasons(unique(stopped.map(reasonOf)))}`);
  }
  for (const lack of unmetCapabilities(notRun)) {
    const needs = lack.count === 1 ? 'needs' : 'need';
    parts.push(
      `${planned > 0 ? `${countNoun(lack.count, 'check')} ${needs}` : 'it needs'} ${describeUnmetCapability(lack)}`,
    );
  }
  if (planned + notRun.length === 0) parts.push(firstReasons(unique(empty.map(reasonOf))));
  if (planned + notRun.length + empty.length === 0) parts.push('no check tests it');
  return parts.join('; ');
}

/** A reason without the number of checks that it is about. */
export function withoutCount(reason: string): string {
  return reason.replace(/^\d+ of \d+ checks (shows? nothing: |(was|were) (?=not run: ))/, '');
}

/** The first reasons, so that the line stays readable. Their number comes first: a report may truncate the text. */
function firstReasons(reasons: readonly string[]): string {
  const shown = reasons.slice(0, 2).join('; ');
  return reasons.length > 2 ? `${countNoun(reasons.length, 'reason')}, the first two: ${shown}` : shown;
}

function countVerb({ length }: readonly unknown[], one: string, many: string): string {
  return length === 1 ? one : many;
}

function describeUnmetCapability({ name, parts }: UnmetCapability): string {
  const { label } = capabilityOf(name);
  const shown = [...parts].slice(0, maxParts).join(', ');
  const more = parts.size > maxParts ? ', …' : '';
  return shown === '' ? label : `${label} (${shown}${more})`;
}

function checkReason({ ended: { ended } }: CheckRecord, violated: readonly ClauseId[]): string {
  if ('reason' in ended) return ended.reason;
  const others = unique(violated);
  return others.length > 0 ? `${others.join(', ')} failed in the same requests` : 'no exchange shows the clause';
}

/** The reason of a clause without evidence if all its checks ran: other clauses failed in their requests. */
export function hinderedReason({ conclusive }: ClauseChecks, violatedIn: ViolatedClausesOf): string {
  return firstReasons(unique(conclusive.map((check) => checkReason(check, violatedIn(check)))));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
