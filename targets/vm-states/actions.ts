import { setTimeout as sleep } from 'node:timers/promises';
import { toBody } from '../../contracts/exchange';
import type { Version } from '../../contracts/metadata';
import { seenServer } from '../../contracts/seen-server';
import type { VmState } from '../../contracts/vm-states';
import type { Api, Server } from '../api';
import type { VmStateOptions } from '../target';
import { atRest } from './at-rest';
import type { VmStateWay } from './way';

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

type ActionOptions = Pick<VmStateOptions, 'resizeFlavor' | 'timeout'>;

/** Undefined where no action leads there. */
function stepsInto(state: VmState, { resizeFlavor }: Pick<ActionOptions, 'resizeFlavor'>): readonly Step[] | undefined {
  if (state !== 'resized') return into[state];
  return resizeFlavor === undefined ? undefined : [step('resize', 'resized', { flavorRef: resizeFlavor })];
}

export function reachableByActions(state: VmState, options: Pick<ActionOptions, 'resizeFlavor'>): boolean {
  return stepsInto(state, options) !== undefined;
}

/** Nova's server actions (POST …/servers/{server_id}/action), each waited for by `OS-EXT-STS:vm_state`. */
export class ActionsWay implements VmStateWay {
  constructor(
    private readonly api: Api,
    private readonly version: Version,
    private readonly options: ActionOptions,
  ) {}

  async bring(server: Server, from: VmState | undefined, to: VmState): Promise<string | undefined> {
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
  private async take(server: Server, { action, parameters, to }: Step, goal: VmState): Promise<Outcome> {
    const answer = await this.api.act(server, this.version, action, parameters);
    if (answer.status >= 300) {
      // It may have been taken before, and its answer lost on the way.
      const seen =
        answer.status === 409 ? await atRest(server, this.version, this.api, this.options.timeout) : undefined;
      if (seen?.vmState === to) return { reached: to };
      return { cannot: `the server action ${action} was answered with status ${answer.status}` };
    }
    const deadline = performance.now() + this.options.timeout;
    let vmState: VmState | undefined;
    let unseen = 0;
    for (let pause = 25; performance.now() < deadline; pause = Math.min(pause * 1.5, 1_000)) {
      const { status, body } = await this.api.look(server, this.version);
      const seen = seenServer({ status, body: toBody(body) });
      vmState = seen?.vmState;
      unseen = vmState === undefined ? unseen + 1 : 0;
      if (unseen === patience) return { cannot: `the server shows no vm_state after ${action}` };
      const isSettled = seen !== undefined && seen.taskState === undefined;
      if (isSettled && (vmState === to || vmState === goal)) return { reached: vmState };
      if (isSettled && to === 'shelved' && vmState === 'shelved_offloaded') {
        return { cannot: 'the target offloads what it shelves at once' };
      }
      await sleep(pause);
    }
    const seconds = this.options.timeout / 1_000;
    return { cannot: `the server is ${vmState ?? 'in an unknown vm_state'} ${seconds} s after ${action}, not ${to}` };
  }
}

type Outcome = { readonly reached: VmState } | { readonly cannot: string };
