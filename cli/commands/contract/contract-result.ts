import { capabilityOf } from '../../../contracts/capabilities';
import { isClauseId } from '../../../contracts/clauses';
import { countNoun } from '../../../contracts/text/count-noun';
import { toLogLine } from '../../../contracts/text/escape-invisible';
import { renderTestSuites } from '../../../reports/formats/junit';
import { type Line, line, painted } from '../../../reports/formats/shared/line';
import type { Waivers } from '../../../reports/verdict/waivers';
import type { Verification, Verified } from '../../../suites/harness/pact/verify-pact';
import { isSkip, NeedNotMet } from '../../../suites/harness/run/check-outcome';
import { TargetUnavailableError } from '../../../targets/errors';
import { redactSecrets } from '../../machine/known-secrets';
import { suiteVersion } from '../../machine/package-file';

type Outcome = 'passed' | 'failed' | 'not verified' | 'waived';

interface InteractionResult {
  readonly description: string;
  /** `waived`: it was not verified, and `--waive` accepts that. */
  readonly outcome: Outcome;
  /** The differences from the expected response, or why it was not verified. */
  readonly reasons: readonly string[];
}

/** The result of `contract verify`, as the reporter `json` writes it. */
export interface ContractResult {
  readonly format: 'ecs-metadata-conformance/contract-result/1';
  readonly target: string;
  readonly suite: string;
  readonly exitCode: 0 | 1 | 3;
  readonly interactions: readonly InteractionResult[];
  /** Why the broker has not taken the results. */
  readonly notPublished?: string;
}

/** @throws an error of the suite; an unmet need and an unavailable target are `not verified`. */
export function contractResult({ verified, output }: Verification, target: string, waived: Waivers): ContractResult {
  const interactions = verified.map((one): InteractionResult => {
    const reasons = 'hindrance' in one.relayed ? [one.relayed.hindrance.message] : one.mismatches;
    return {
      description: redactSecrets(one.description),
      outcome: outcomeOf(one, waived),
      reasons: reasons.map(redactSecrets),
    };
  });
  // Pact gives no error when the broker rejects the results.
  const [notPublished] = /Publishing of verification results failed.*/.exec(output) ?? [];
  const has = (outcome: Outcome) => interactions.some((each) => each.outcome === outcome);
  const isIncomplete = has('not verified') || notPublished !== undefined;
  return {
    format: 'ecs-metadata-conformance/contract-result/1',
    target,
    suite: suiteVersion,
    exitCode: has('failed') ? 1 : isIncomplete ? 3 : 0,
    interactions,
    ...(notPublished === undefined ? {} : { notPublished }),
  };
}

function outcomeOf({ description, relayed, mismatches }: Verified, waived: Waivers): Outcome {
  if (!('hindrance' in relayed)) return mismatches.length > 0 ? 'failed' : 'passed';
  const { hindrance } = relayed;
  if (hindrance instanceof TargetUnavailableError) return 'not verified';
  if (!isSkip(hindrance)) throw hindrance;
  const isWaived = hindrance instanceof NeedNotMet && waived.capabilities.has(capabilityOf(hindrance.need).name);
  return isWaived || isOfWaivedClause(description, waived) ? 'waived' : 'not verified';
}

/** The interactions of this suite begin with their clause. */
function isOfWaivedClause(description: string, { clauses }: Waivers): boolean {
  const [clause = ''] = description.split(' ');
  return isClauseId(clause) && clauses.has(clause);
}

const styles = { passed: 'green', failed: 'red', 'not verified': 'yellow', waived: 'yellow' } as const;

/** A line for each interaction, with its reasons, and the counts. */
export function renderContractResult({ target, interactions }: ContractResult): Line[] {
  const outcomes = Object.keys(styles) as readonly Outcome[];
  const counts = outcomes
    .map((outcome) => ({ outcome, count: interactions.filter((each) => each.outcome === outcome).length }))
    .filter(({ outcome, count }) => count > 0 || outcome !== 'waived');
  return [
    ...interactions.flatMap(({ description, outcome, reasons }) => [
      line`${painted(outcome.padEnd(12), styles[outcome])} ${description}`,
      ...reasons.map((reason) => `             ${reason}`),
    ]),
    '',
    `${target}: ${countNoun(interactions.length, 'interaction')}: ${counts.map(({ outcome, count }) => `${count} ${outcome}`).join(', ')}`,
  ];
}

export function contractAsJson(result: ContractResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/**
 * A test case for each interaction. One that was not verified is skipped with the reason, never green.
 *
 * @param began RFC 3339, UTC.
 */
export function contractAsJunit({ target, suite, interactions }: ContractResult, began: string): string {
  const cases = interactions.map(({ description, outcome, reasons }) => {
    const name = toLogLine(description);
    if (outcome === 'passed') return { name, outcome: undefined };
    const message = reasons.map(toLogLine).join('; ');
    if (outcome !== 'failed') return { name, outcome: { kind: 'skipped', message: `${outcome}: ${message}` } as const };
    return { name, outcome: { kind: 'failure', type: 'contract', message, details: message } as const };
  });
  return renderTestSuites([{ name: 'contract', cases }], { target, began, properties: { target, suite } });
}
