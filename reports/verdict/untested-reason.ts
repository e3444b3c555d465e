import { capabilityOf } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import { countNoun } from '../../contracts/text/count-noun';
import type { CheckRecord } from '../collector/check-record';
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
  if (inconclusive.length > 0) {
    const reasons = unique(inconclusive.map(reasonOf));
    const which =
      conclusive.length > 0
        ? `${inconclusive.length} of ${planned} checks ${inconclusive.length === 1 ? 'shows' : 'show'} nothing: `
        : '';
    parts.push(`${which}${firstReasons(reasons)}`);
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
  return reason.replace(/^\d+ of \d+ checks shows? nothing: /, '');
}

/** The first reasons, so that the line stays readable. */
function firstReasons(reasons: readonly string[]): string {
  const shown = reasons.slice(0, 2).join('; ');
  return reasons.length > 2 ? `${shown}; and ${countNoun(reasons.length - 2, 'more reason')}` : shown;
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
