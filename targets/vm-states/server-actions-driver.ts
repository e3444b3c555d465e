import { toBody } from '../../contracts/http/exchange';
import { noResponse } from '../../contracts/http/inconclusive';
import { parseServer } from '../../contracts/http/parse-response';
import { isIndeterminate, isSuccess } from '../../contracts/http/status';
import type { Version } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../errors';
import type { VmStateOptions } from '../http/target';
import type { MetadataApi, Server } from '../metadata-api';
import { poll, vmStatePauses } from '../poll';
import { type ActionTimeouts, waitUntilIdle } from './action-timeouts';
import type { VmStateDriver } from './driver';

interface Step {
  readonly action: string;
  readonly parameters: unknown;
  readonly to: VmState;
}

const step = (action: string, to: VmState, parameters: unknown = null): Step => ({ action, to, parameters });

/** The step from each state back to active. */
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

/** The steps from active into each state. A cloud may offload a shelved server at once; it then has no state shelved. */
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

/** Steps between two states that do not pass active. Not every target accepts them. */
const direct: readonly { readonly from: readonly VmState[]; readonly step: Step }[] = [
  { from: ['stopped', 'paused', 'suspended'], step: step('os-resetState', 'error', { state: 'error' }) },
  { from: ['stopped'], step: step('rescue', 'rescued') },
  { from: ['stopped', 'paused', 'suspended'], step: step('shelve', 'shelved') },
];

/** The number of GETs in a row without a vm_state after which the wait ends. */
const maxLooksWithoutState = 10;

const rejected = (action: string, status: number): Outcome => ({
  cannot: `the server action ${action} was answered with status ${status}`,
});

type ActionOptions = Pick<VmStateOptions, 'resizeFlavor' | 'timeout'>;

/** Undefined if no server action leads into the state. */
function stepsInto(state: VmState, { resizeFlavor }: Pick<ActionOptions, 'resizeFlavor'>): readonly Step[] | undefined {
  if (state !== 'resized') return into[state];
  return resizeFlavor === undefined ? undefined : [step('resize', 'resized', { flavorRef: resizeFlavor })];
}

export function isReachableByActions(state: VmState, options: Pick<ActionOptions, 'resizeFlavor'>): boolean {
  return stepsInto(state, options) !== undefined;
}

/** Sends Nova's server actions (POST …/servers/{server_id}/action), and waits for `OS-EXT-STS:vm_state`. */
export class ServerActionsDriver implements VmStateDriver {
  /**
   * @param effects shared by all servers of a run.
   * @param isPatient waits longer than a check would.
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
    const toActive = from === undefined || from === 'active' ? undefined : back[from];
    if (from !== undefined && from !== 'active' && toActive === undefined) {
      return `no server action leads out of ${from}`;
    }
    for (const each of toActive === undefined ? steps : [toActive, ...steps]) {
      const outcome = await this.take(server, each, to);
      if ('cannot' in outcome) return outcome.cannot;
      if (outcome.reached === to) return undefined;
    }
    return undefined;
  }

  /** Sends one action and waits for it. The server may arrive one step further: in shelved_offloaded. */
  private async take(server: Server, step: Step, goal: VmState): Promise<Outcome> {
    const status = await this.statusOf(server, step);
    if (status === 409) {
      // An earlier attempt may have been carried out, and its response lost.
      const seen = await waitUntilIdle(server, this.version, this.api, this.options.timeout, this.effects);
      if (seen?.vmState !== undefined && [step.to, goal].includes(seen.vmState)) return { reached: seen.vmState };
    }
    if (!isSuccess(status) && !isIndeterminate(status) && status !== noResponse) return rejected(step.action, status);
    const outcome = await this.arrival(server, step, goal);
    if ('reached' in outcome || isSuccess(status)) return outcome;
    const result = status === noResponse ? 'had no response' : `was answered with status ${status}`;
    return { cannot: `the server action ${step.action} ${result}, and ${outcome.cannot}` };
  }

  /** An action without a response may have been carried out. */
  private async statusOf(server: Server, { action, parameters }: Step): Promise<number> {
    try {
      return (await this.api.serverAction(server, this.version, action, parameters)).status;
    } catch (error) {
      if (error instanceof TargetUnavailableError) return noResponse;
      throw error;
    }
  }

  /** Waits until the server is in the state, or shows no more sign of a change. */
  private async arrival(server: Server, { action, to }: Step, goal: VmState): Promise<Outcome> {
    const { effects } = this;
    const { timeout } = this.options;
    const { clock } = this.api.network;
    const began = clock.now();
    const limit = effects.limit(timeout);
    let lastSign = 0;
    let latency: number | undefined;
    let vmState: VmState | undefined;
    let unseen = 0;
    return poll(clock, vmStatePauses, async () => {
      const requestedAt = clock.now();
      const { status, body } = await this.api.getServer(server, this.version);
      const seen = parseServer({ status, body: toBody(body) });
      const after = clock.now() - began;
      latency ??= clock.now() - requestedAt;
      unseen = seen?.vmState === undefined ? unseen + 1 : 0;
      if (unseen === maxLooksWithoutState) return failed(`the server shows no vm_state after ${action}`);
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
        return { result: { reached: vmState } };
      }
      if (!isTasked && to === 'shelved' && vmState === 'shelved_offloaded') {
        return failed('the target offloads a shelved server at once');
      }
      const grace = effects.grace({ latency, showsTasks: seen?.hasTaskState ?? false }, timeout, this.isPatient);
      if (after > limit || after - lastSign > grace) {
        effects.recordTimeout(isTasked);
        const seconds = Math.round(after / 1_000);
        return failed(`the server is ${vmState ?? 'in an unknown vm_state'} ${seconds} s after ${action}, not ${to}`);
      }
      return undefined;
    });
  }
}

type Outcome = { readonly reached: VmState } | { readonly cannot: string };

function failed(cannot: string): { readonly result: Outcome } {
  return { result: { cannot } };
}
