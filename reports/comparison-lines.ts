import { escapeInvisible } from '../contracts/text/escape-invisible';
import type { CapabilityDifference, Comparison, Difference } from './compare';
import type { Result } from './result';

/** What the console shows of a comparison. */
export function comparisonLines(before: Result, after: Result, comparison: Comparison): string[] {
  const { capabilities, ...ofClauses } = comparison;
  const groups = Object.entries(ofClauses) as [keyof typeof ofClauses, readonly Difference[]][];
  const lines = groups.flatMap(([group, differences]) => differences.map((each) => line(group, each)));
  const counts = groups.map(([group, { length }]) => `${length} ${group}`).join(', ');
  const offers = capabilities.map(offerLine);
  return [runLine('before', before), runLine('after ', after), ...offers, ...lines, counts];
}

function offerLine({ capability, before, after }: CapabilityDifference): string {
  return `offers    ${escapeInvisible(capability).padEnd(14)} ${before} → ${after}`;
}

function line(group: string, { clause, sentence, before, after }: Difference): string {
  return `${group.padEnd(9)} ${clause.padEnd(14)} ${before ?? '(absent)'} → ${after ?? '(absent)'}  ${sentence}`;
}

function runLine(when: string, { run, verdict }: Result): string {
  const waived = run.waived.length > 0 ? `, waived ${run.waived.join(',')}` : '';
  return `${when}    ${run.target}, profile ${run.profile}, ${run.effort} effort, ${run.began}${waived}: ${verdict}`;
}
