import { Collector } from '../../reports/collector/collector';
import { renderReplay } from '../../reports/formats/console/replay-report';
import { defaultWidth } from '../../reports/formats/console/wrap-text';
import { aggregate } from '../../reports/verdict/aggregate';
import { noWaivers } from '../../reports/verdict/waivers';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { ConfigurationError } from '../../targets/errors';
import { conductSession, type SessionContext } from '../session/conduct-session';

export interface ReplayContext extends SessionContext {
  readonly plan: RunPlan & { readonly replay: NonNullable<RunPlan['replay']> };
}

/**
 * Runs one counterexample again, and writes no reports. Gives the exit code: 1 if it still fails, else 0.
 *
 * @throws {ConfigurationError} for a clause without a property.
 */
export async function replay(context: ReplayContext): Promise<number> {
  const { target, profile, plan, machine } = context;
  const { clause } = plan.replay;
  const collector = new Collector();
  await conductSession(context, { emit: (evidence) => collector.add(evidence) });
  if (collector.checks.length === 0) {
    throw new ConfigurationError(`--replay: clause ${clause} has no property, so there is nothing to replay`);
  }
  const summary = aggregate(collector, { profile, strict: false, waived: noWaivers, replayedClause: clause });
  const { columns = defaultWidth } = machine.console;
  const { lines, exitCode } = renderReplay({ clause, summary, collector }, target.url, columns);
  machine.console.out(...lines);
  return exitCode;
}
