import { type ClauseId, clauseOf } from '../../contracts/clauses';
import type { CheckEnded, Evidence } from '../../contracts/evidence/events';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { toLogLine } from '../../contracts/text/escape-invisible';
import type { AttributedViolation } from '../../reports/collector/check-record';
import type { Collector } from '../../reports/collector/collector';
import { renderFailure } from '../../reports/formats/console/failure';
import { textOf } from '../../reports/formats/shared/line';
import type { ClauseResult, Failure } from '../../reports/result/result';
import { aggregate } from '../../reports/verdict/aggregate';
import { attributedViolations } from '../../reports/verdict/attributed-violations';
import { buildFailure } from '../../reports/verdict/failures';
import { failsRun } from '../../reports/verdict/run-verdict';
import { countedChecks } from '../../reports/verdict/unconfirmed';
import { noWaivers } from '../../reports/verdict/waivers';
import { type CheckStatus, describeOutcome, type NamedStatus } from '../../suites/harness/jest/test-results';
import { redactSecrets } from '../machine/known-secrets';

export interface CheckStatusesOptions {
  readonly profile: Profile;
  readonly strict: boolean;
  /** The base URL, for the commands that reproduce a failure. */
  readonly target: string;
}

/** Text for the output of Jest: visible lines without secrets. */
export function toLogText(text: string): string {
  return redactSecrets(text).split('\n').map(toLogLine).join('\n');
}

/** The statuses of checks by the evidence: their own assertions, and what the oracle finds in their exchanges. */
export class CheckStatuses {
  /** The first and the last moment of each check, in milliseconds. */
  private readonly spans = new Map<string, { from: number; to: number }>();
  /** Clauses whose failure a check has shown. */
  private readonly told = new Set<ClauseId>();
  private attributed: { readonly checks: number; readonly violations: readonly AttributedViolation[] } | undefined;

  constructor(
    private readonly collector: Collector,
    private readonly options: CheckStatusesOptions,
  ) {}

  add(evidence: Evidence): void {
    if (evidence.kind !== 'exchange') return;
    const { check, at, took } = evidence.exchange;
    const span = this.spans.get(check) ?? { from: at, to: at };
    this.spans.set(check, { from: Math.min(span.from, at), to: Math.max(span.to, at + took) });
  }

  of(ended: CheckEnded): CheckStatus {
    const span = this.spans.get(ended.check);
    const duration = span === undefined ? {} : { duration: Math.round(span.to - span.from) };
    const { status, message } = this.statusOf(ended);
    return { status, ...duration, ...(message !== undefined && { message: toLogText(message) }) };
  }

  /** Failures that no check has told: of clauses that the run shows beside its checks, and defects of the suite. */
  rest(): NamedStatus[] {
    const { profile, strict } = this.options;
    const { clauses, defects } = aggregate(this.collector, { profile, strict, waived: noWaivers });
    const untold = clauses.filter((each) => failsRun(each, { run: { strict } }) && !this.told.has(each.clause));
    return [
      ...untold.map((each): NamedStatus => {
        const message = each.failures.slice(0, 1).map((failure) => this.describe(each, failure));
        return { name: `${each.clause} ${each.sentence}`, status: 'failed', message: toLogText(message.join('\n')) };
      }),
      ...defects.map((defect): NamedStatus => {
        const message = `a defect of the suite, please report it: ${defect}`;
        return { name: 'the suite agrees with itself', status: 'failed', message: toLogText(message) };
      }),
    ];
  }

  private statusOf(ended: CheckEnded): CheckStatus {
    const outcome = describeOutcome(ended);
    const { clause, version } = ended;
    if (ended.ended.outcome !== 'passed' && ended.ended.outcome !== 'failed') return outcome;
    const record = this.collector.checks.find((each) => each.ended === ended || each.ended.check === ended.check);
    const all = record === undefined ? [] : this.violations.filter((each) => each.record.ended.check === ended.check);
    const violations = outcome.status === 'passed' ? all.filter((each) => each.clause === clause) : all;
    if (violations.length > 0) return this.violated(violations);
    if (outcome.status === 'failed') return this.binds(clause) ? outcome : { ...outcome, status: 'pending' };
    const isConclusive = version === undefined || record?.satisfied.has(clause) === true;
    return isConclusive ? outcome : { status: 'pending', message: 'not tested: no exchange shows the clause' };
  }

  private violated(violations: readonly AttributedViolation[]): CheckStatus {
    const clauses = [...new Set(violations.map(({ clause }) => clause))];
    const binding = clauses.filter((clause) => this.binds(clause));
    for (const clause of binding) this.told.add(clause);
    const shown = (binding.length > 0 ? binding : clauses).flatMap((clause) => {
      const own = violations.filter((each) => each.clause === clause);
      const isReproducible = (each: AttributedViolation) => this.collector.shortest.of(each) !== undefined;
      const best =
        own.find((each) => isReproducible(each) && !each.isOutsideCheck) ?? own.find(isReproducible) ?? own[0];
      return best === undefined ? [] : [this.describeViolation(clause, best)];
    });
    return { status: binding.length > 0 ? 'failed' : 'pending', message: shown.join('\n\n') };
  }

  private describeViolation(clause: ClauseId, violation: AttributedViolation): string {
    const { sentence, source } = clauseOf(clause);
    const { level } = bindingOf(clause, this.options.profile);
    const reproduction = this.collector.shortest.of(violation)?.short ?? { given: [], exchanges: [] };
    return this.describe({ clause, level, sentence, source, violated: 1 }, buildFailure(violation, reproduction));
  }

  private describe(
    result: Pick<ClauseResult, 'clause' | 'level' | 'sentence' | 'source' | 'violated'>,
    failure: Failure,
  ): string {
    return renderFailure(result, failure, this.options.target).map(textOf).join('\n');
  }

  /** True if a failure of this clause fails a run. */
  private binds(clause: ClauseId): boolean {
    const { level } = bindingOf(clause, this.options.profile);
    return level !== 'not applicable' && (level !== 'SHOULD' || this.options.strict);
  }

  private get violations(): readonly AttributedViolation[] {
    const { checks, satisfied } = this.collector;
    if (this.attributed?.checks !== checks.length) {
      const isSatisfied = (clause: ClauseId) => satisfied.has(clause);
      const violations = attributedViolations(countedChecks(this.collector), { isSatisfied });
      this.attributed = { checks: checks.length, violations };
    }
    return this.attributed.violations;
  }
}
