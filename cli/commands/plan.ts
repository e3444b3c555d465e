import { type VmState, vmStates } from '../../contracts/vm-states';
import { inspectOnly } from '../../suites/harness/preflight/inspect-only';
import { attemptsFor } from '../../suites/harness/search/check-property';
import { declaredChecks } from '../../suites/harness/session/plan';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import type { Target } from '../../targets/http/target';
import { isReachableByActions } from '../../targets/vm-states/server-actions-driver';
import type { Machine } from '../machine/machine';
import { loadProfile } from '../settings/load-profile';
import { searchOptions } from '../settings/search-options';
import type { Settings } from '../settings/settings';
import { buildTarget } from '../target/build-target';
import { isLoopback } from '../target/confirm';
import { buildEmbeddedTarget } from '../target/embedded-target';
import { resolveCredentials } from '../target/resolve-credentials';
import { isEmbedded, validateSettings } from '../target/validate-settings';
import { parseServerSpec } from '../target/with-temporary-servers';

/** Prints what a run would do. Servers that are named are looked at; nothing is changed. */
export async function plan(given: Settings, machine: Machine): Promise<number> {
  const named = await resolveCredentials(given, machine);
  validateSettings(named);
  const reference = isEmbedded(named) ? await startEndpoint({ quota: given.quota ?? 128 }) : undefined;
  try {
    const [target, settings] =
      reference === undefined
        ? [buildTarget(named, named.target ?? '', machine.network), named]
        : buildEmbeddedTarget(reference, named);
    const lines = [
      ...describeTarget(target),
      ...describeServers(target, settings),
      ...describeVmStates(target, settings),
    ];
    machine.console.out(...lines, ...(await describeCosts(target, settings)));
    return 0;
  } finally {
    await reference?.close();
  }
}

function describeTarget({ url, projectId }: Target): string[] {
  const asked = isLoopback(url) ? '' : ' (not on this machine: a run asks before it begins, or takes --yes)';
  return [`target     ${url}${asked}`, `project    ${projectId}`];
}

function describeServers({ serverIds, vmStates: { fixed }, otherServerId }: Target, settings: Settings): string[] {
  const spec = parseServerSpec(settings);
  const named = serverIds.map((id) => `${id}: metadata replaced, vm_state changed; both are put back`);
  const held = Object.entries(fixed).map(([state, id]) => `${id} (${state}): its metadata is tried to be replaced`);
  const other = otherServerId === undefined ? [] : [`${otherServerId}: the same, by its own project`];
  const count = settings.createServers ?? 0;
  const network = spec?.network === undefined ? '' : `, network ${spec.network}`;
  const made = `${count} made of image ${spec?.image}, flavor ${spec?.flavor}${network}, and one more to be deleted at once`;
  const all = [...named, ...held, ...other, ...(spec === undefined ? [] : [`${made}; all are deleted at the end`])];
  return all.map((line, index) => `${(index === 0 ? 'servers' : '').padEnd(11)}${line}`);
}

/** The checks bring a server into each vm_state once; generated histories change it as they like. */
function describeVmStates({ vmStates: { fixed, hook, actions, ...options } }: Target, settings: Settings): string[] {
  const { effort } = searchOptions(settings, []);
  const isMade = (state: VmState) => state === 'deleted' && (settings.createServers ?? 0) > 0;
  const isThere = (state: VmState) => fixed[state] !== undefined || isMade(state);
  const isEntered = (state: VmState) =>
    !isThere(state) && (hook !== undefined || (actions && isReachableByActions(state, options)));
  const list = (states: readonly VmState[]) => states.join(', ') || 'none';
  const missing = vmStates.filter((state) => !isThere(state) && !isEntered(state));
  const histories = declaredChecks()
    .properties.filter(({ changesVmState }) => changesVmState)
    .reduce((sum, property) => sum + attemptsFor(property, effort), 0);
  const entered = vmStates.filter((state) => state !== 'active' && isEntered(state));
  return [
    `vm_states  found: ${list(vmStates.filter(isThere))}`,
    `           entered, once or twice: ${list(entered)}`,
    `           and again by up to ${histories} generated histories: ${list(entered)}`,
    `           not reached, so not tested: ${list(missing)}`,
  ];
}

async function describeCosts(target: Target, settings: Settings): Promise<string[]> {
  const { effort } = searchOptions(settings, []);
  const requests = `requests   about ${effort.requests} (${effort.name} effort)`;
  if (target.serverIds.length === 0) return [requests];
  const { latency } = await inspectOnly(target, settings.quota, loadProfile(settings.profile ?? 'ecs'));
  const slowest = Math.max(latency, settings.maxRate === undefined ? 0 : 1_000 / settings.maxRate);
  const minutes = ((effort.requests * slowest) / 60_000).toFixed(1);
  const changes = 'to which changes of the vm_state are added, as long as they take';
  return [requests, `time       about ${minutes} min at ${latency.toFixed(1)} ms a request, ${changes}`];
}
