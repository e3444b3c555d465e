import type { Profile } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import { type VmState, vmStates } from '../../contracts/vm-states';
import { inspectOnly } from '../../suites/harness/preflight/inspect-only';
import { Environment } from '../../suites/harness/run/environment';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { isNamed } from '../../suites/harness/run/selection';
import { attemptsFor } from '../../suites/harness/search/check-property';
import { declaredChecks, plannedBudget } from '../../suites/harness/session/plan';
import type { Target } from '../../targets/http/target';
import { isReachableByActions } from '../../targets/vm-states/server-actions-driver';
import type { Machine } from '../machine/machine';
import { prepareRun } from '../session/prepare-run';
import type { Settings } from '../settings/settings';
import { isLoopback } from '../target/confirm';
import { withTargetToRead } from '../target/with-target';
import { parseServerSpec } from '../target/with-temporary-servers';
import { shardOf } from './list';

/** Prints what a run would do. It reads the named servers, and changes nothing. */
export async function plan(given: Settings, machine: Machine): Promise<number> {
  const { plan, profile } = await prepareRun(given, machine.files);
  return withTargetToRead(given, machine, async (target, settings) => {
    machine.console.outWrapped(
      ...describeTarget(target),
      ...describeServers(target, settings),
      ...describeVmStates(target, settings, plan),
    );
    machine.console.outWrapped(...(await describeCosts(target, settings, plan, profile)));
    return 0;
  });
}

function describeTarget({ url, projectId }: Target): string[] {
  const note = isLoopback(url) ? '' : ' (not on this machine: a run asks for confirmation, unless --yes is given)';
  return [`target     ${url}${note}`, `project    ${projectId}`];
}

function describeServers({ serverIds, vmStates: { fixed }, otherServerId }: Target, settings: Settings): string[] {
  const spec = parseServerSpec(settings);
  const named = serverIds.map((id) => `${id}: metadata and vm_state are changed, and restored at the end`);
  const held = Object.entries(fixed).map(
    ([state, id]) => `${id} (${state}): requests to replace its metadata are sent`,
  );
  const other = otherServerId === undefined ? [] : [`${otherServerId}: the same, in the second project`];
  const network = spec?.network === undefined ? '' : `, network ${spec.network}`;
  const created =
    spec === undefined
      ? []
      : [
          `${countNoun(settings.createServers ?? 0, 'server')} created (image ${spec.image}, flavor ${spec.flavor}${network}), and one more for the vm_state deleted; all are deleted at the end`,
        ];
  const all = [...named, ...held, ...other, ...created];
  return all.map((line, index) => `${(index === 0 ? 'servers' : '').padEnd(11)}${line}`);
}

/** The checks bring a server into each vm_state once or twice; generated histories do so more often. */
function describeVmStates(
  { vmStates: { fixed, hook, actions, ...options } }: Target,
  settings: Settings,
  { effort, only }: RunPlan,
): string[] {
  const isMade = (state: VmState) => state === 'deleted' && (settings.createServers ?? 0) > 0;
  const isThere = (state: VmState) => fixed[state] !== undefined || isMade(state);
  const isEntered = (state: VmState) =>
    !isThere(state) && (hook !== undefined || (actions && isReachableByActions(state, options)));
  const list = (states: readonly VmState[]) => states.join(', ') || 'none';
  const missing = vmStates.filter((state) => !isThere(state) && !isEntered(state));
  const histories = declaredChecks()
    .properties.filter((property) => property.changesVmState && isNamed(only, property))
    .reduce((sum, property) => sum + attemptsFor(property, effort), 0);
  const entered = vmStates.filter((state) => state !== 'active' && isEntered(state));
  return [
    `vm_states  servers are there: ${list(vmStates.filter(isThere))}`,
    `           changed to by checks, once or twice: ${list(entered)}`,
    `           changed to by up to ${histories} generated histories: ${list(entered)}`,
    `           out of reach, so not tested: ${list(missing)}`,
  ];
}

/** The requests are those that a run with the same settings announces. */
async function describeCosts(target: Target, settings: Settings, plan: RunPlan, profile: Profile): Promise<string[]> {
  if (plan.replay !== undefined) return ['requests   only those of one counterexample (--replay)'];
  const inspected = target.serverIds.length === 0 ? undefined : await inspectOnly(target, settings.quota, profile);
  const { expected: requests } = plannedBudget(plan, inspected?.environment ?? new Environment(['v2.1', 'v2']));
  const selected = settings.clause === undefined ? '' : `, only ${settings.clause.join(', ')}`;
  const lines = [`requests   about ${requests} (${plan.effort.name} effort${selected}${shardOf(plan)})`];
  if (inspected === undefined) return lines;
  const { latency } = inspected;
  const pause = settings.maxRate === undefined ? 0 : 1_000 / settings.maxRate;
  const minutes = ((requests * Math.max(latency, pause)) / 60_000).toFixed(1);
  const rate = pause > latency ? `${settings.maxRate} requests per second` : `${latency.toFixed(1)} ms per request`;
  return [...lines, `time       about ${minutes} min at ${rate}, plus the time for changes of the vm_state`];
}
