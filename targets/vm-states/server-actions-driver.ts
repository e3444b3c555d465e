import { toBody } from '../../contracts/http/exchange';
import { noResponse } from '../../contracts/http/inconclusive';
import { parseServer } from '../../contracts/http/parse-response';
import { isIndeterminate, isSuccess } from '../../contracts/http/status';
import type { Version } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../errors';
import type { VmStateOptions } from '../http/target';
import type { MetadataApi, Server } from '../metadata-api';
import { type ActionTimeouts, waitUntilIdle } from './action-timeouts';
import type { VmStateDriver } from './driver';

interface Step {
  readonly action: string;
  readonly parameters: unknown;
  readonly to: VmState;
}

const step = (action: string, to: VmState, parameters: unknown = null): Step => ({ action, to, parameters });

/** Out of each state, back to active. */
const back: Readonly<Partial<Record<VmState, Step>>> = {
  stopped: step('os-start', 'active'),
  paused: step('unpause', 'active'),
  suspended: step('resume', 'active'),
  rescued: step('unrescue', 'active'),
  shelved: step('unshelve', 'active'),
  shelved_offloaded: step('unshelve', 'active'),
  resized: step('revertResize', 'active'),
  error: step('os-resetState', 'active', { state: 'active' }),
};

/** Into each state, from active. A cloud may offload what it shelves at once; then there is no shelved state. */
const into: Readonly<Partial<Record<VmState, readonly Step[]>>> = {
  active: [],
  stopped: [step('os-stop', 'stopped')],
  paused: [step('pause', 'paused')],
  suspended: [step('suspend', 'suspended')],
  rescued: [step('rescue', 'rescued')],
  shelved: [step('shelve', 'shelved')],
  shelved_offloaded: [step('shelve', 'shelved'), step('shelveOffload', 'shelved_offloaded', null)],
  error: [step('os-resetState', 'error', { state: 'error' })],
};

/** From one state into another without being active between: where the target allows it. */
const direct: readonly { readonly from: readonly VmState[]; readonly step: Step }[] = [
  { from: ['stopped', 'paused', 'suspended'], step: step('os-resetState', 'error', { state: 'error' }) },
  { from: ['stopped'], step: step('rescue', 'rescued') },
  { from: ['stopped', 'paused', 'suspended'], step: step('shelve', 'shelved') },
];

/** So often in a row a server that shows no vm_state is looked at again. */
const patience = 10;

/** What has become of an action that the target refuses. */
const refused = (action: string, status: number): Outcome => ({
  cannot: `the server action ${action} was answered with status ${status}`,
});

type ActionOptions = Pick<VmStateOptions, 'resizeFlavor' | 'timeout'>;

/** Undefined where no action leads there. */
function stepsInto(state: VmState, { resizeFlavor }: Pick<ActionOptions, 'resizeFlavor'>): readonly Step[] | undefined {
  if (state !== 'resized') return into[state];
  return resizeFlavor === undefined ? undefined : [step('resize', 'resized', { flavorRef: resizeFlavor })];
}

export function isReachableByActions(state: VmState, options: Pick<ActionOptions, 'resizeFlavor'>): boolean {
  return stepsInto(state, options) !== undefined;
}

/** Nova's server actions (POST …/servers/{server_id}/action), each waited for by `OS-EXT-STS:vm_state`. */
export class ServerActionsDriver implements VmStateDriver {
  /**
   * @param effects what the actions of the run were seen to do.
   * @param isPatient whether to wait longer than for a check.
   */
  constructor(
    private readonly api: MetadataApi,
    private readonly version: Version,
    private readonly options: ActionOptions,
    private readonly effects: ActionTimeouts,
    private readonly isPatient: boolean,
  ) {}

  async setVmState(server: Server, from: VmState | undefined, to: VmState): Promise<string | undefined> {
    const shortcut = direct.find((each) => each.step.to === to && from !== undefined && each.from.includes(from));
    if (shortcut !== undefined && 'reached' in (await this.take(server, shortcut.step, to))) return undefined;
    const steps = stepsInto(to, this.options);
    if (steps === undefined) return `no server action leads into ${to}`;
    const home = from === undefined || from === 'active' ? undefined : back[from];
    if (from !== undefined && from !== 'active' && home === undefined) return `no server action leads out of ${from}`;
    for (const each of home === undefined ? steps : [home, ...steps]) {
      const outcome = await this.take(server, each, to);
      if ('cannot' in outcome) return outcome.cannot;
      if (outcome.reached === to) return undefined;
    }
    return undefined;
  }

  /** Takes one step and waits for it; a cloud that offloads what it shelves may arrive one step further. */
  private async take(server: Server, step: Step, goal: VmState): Promise<Outcome> {
    const status = await this.statusOf(server, step);
    if (status === 409) {
      // It may have been taken before, and its answer lost on the way.
      const seen = await waitUntilIdle(server, this.version, this.api, this.options.timeout, this.effects);
      if (seen?.vmState !== undefined && [step.to, goal].includes(seen.vmState)) return { reached: seen.vmState };
    }
    if (!isSuccess(status) && !isIndeterminate(status) && status !== noResponse) return refused(step.action, status);
    const outcome = await this.arrival(server, step, goal);
    if ('reached' in outcome || isSuccess(status)) return outcome;
    const answered = status === noResponse ? 'had no answer' : `was answered with status ${status}`;
    return { cannot: `the server action ${step.action} ${answered}, and ${outcome.cannot}` };
  }

  /** Without an answer the action may have been carried out, as after one that fails. */
  private async statusOf(server: Server, { action, parameters }: Step): Promise<number> {
    try {
      return (await this.api.serverAction(server, this.version, action, parameters)).status;
    } catch (error) {
      if (error instanceof TargetUnavailableError) return noResponse;
      throw error;
    }
  }

  /** Looks at the server until it is where it should be, or shows no more sign of going there. */
  private async arrival(server: Server, { action, to }: Step, goal: VmState): Promise<Outcome> {
    const { effects } = this;
    const { timeout } = this.options;
    const began = this.api.network.clock.now();
    const limit = effects.limit(timeout);
    let lastSign = 0;
    let latency: number | undefined;
    let vmState: VmState | undefined;
    let unseen = 0;
    for (let pause = 25; ; pause = Math.min(pause * 1.5, 1_000)) {
      const asked = this.api.network.clock.now();
      const { status, body } = await this.api.getServer(server, this.version);
      const seen = parseServer({ status, body: toBody(body) });
      const after = this.api.network.clock.now() - began;
      latency ??= this.api.network.clock.now() - asked;
      unseen = seen?.vmState === undefined ? unseen + 1 : 0;
      if (unseen === patience) return { cannot: `the server shows no vm_state after ${action}` };
      const isTasked = seen?.taskState !== undefined;
      const isThere = seen !== undefined && !isTasked && (seen.vmState === to || seen.vmState === goal);
      const isMoved = seen?.vmState !== undefined && vmState !== undefined && seen.vmState !== vmState;
      vmState = seen?.vmState ?? vmState;
      if (isTasked || isMoved || isThere) {
        if (lastSign === 0) effects.recordSign(after);
        lastSign = after;
      }
      if (isThere && vmState !== undefined) {
        effects.recordArrival();
        return { reached: vmState };
      }
      if (!isTasked && to === 'shelved' && vmState === 'shelved_offloaded') {
        return { cannot: 'the target offloads what it shelves at once' };
      }
      const grace = effects.grace({ latency, showsTasks: seen?.hasTaskState ?? false }, timeout, this.isPatient);
      if (after > limit || after - lastSign > grace) {
        effects.recordTimeout(isTasked);
        const seconds = Math.round(after / 1_000);
        return {
          cannot: `the server is ${vmState ?? 'in an unknown vm_state'} ${seconds} s after ${action}, not ${to}`,
        };
      }
      await this.api.network.clock.sleep(pause);
    }
  }
}

type Outcome = { readonly reached: VmState } | { readonly cannot: string };
