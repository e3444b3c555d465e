import { toBody } from '../../contracts/http/exchange';
import { parseServer, type ServerResource } from '../../contracts/http/parse-response';
import type { Version } from '../../contracts/metadata';
import type { MetadataApi, Server } from '../metadata-api';
import { poll, vmStatePauses } from '../poll';

/** The speed of a target, as one GET of a server shows it. */
export interface ServerTiming {
  /** Duration of one GET of a server, in milliseconds. */
  readonly latency: number;
  /** True if the server resource has a task_state. It may be null. */
  readonly showsTasks: boolean;
}

/** Waits: milliseconds, or a multiple of the latency if that is longer. */
const full = { duration: 10_000, latencies: 100 };
const short = { duration: 1_500, latencies: 15 };

/** The number of endless tasks after which the wait for a task is short. */
const maxEndlessTasks = 3;

/**
 * The waits for the server actions of a run. The wait for the first action without an effect has its full length. After
 * that a wait is a small multiple of the slowest effect so far.
 */
export class ActionTimeouts {
  private hasTimedOut = false;
  /** Tasks that did not end before their timeout. */
  private endless = 0;
  private hasArrived = false;
  /** The longest time until the first sign of an action, in milliseconds. */
  private slowestSign: number | undefined;

  /**
   * The wait for a sign of an action, in milliseconds. A sign is a task_state or another vm_state.
   *
   * @param isPatient waits in full, unless no action of the run had any effect.
   */
  grace({ latency, showsTasks }: ServerTiming, timeout: number, isPatient: boolean): number {
    if (!this.hasTimedOut || (isPatient && this.slowestSign !== undefined)) {
      // A target that shows no tasks may still carry out the action.
      return showsTasks ? atLeast(full, latency) : timeout;
    }
    return Math.min(atLeast(full, latency), Math.max(atLeast(short, latency), 5 * (this.slowestSign ?? 0)));
  }

  /** The longest wait for a change while its task is shown, in milliseconds. */
  limit(timeout: number): number {
    if (this.endless === 0 || this.hasArrived) return timeout;
    return Math.min(timeout, this.endless < maxEndlessTasks ? full.duration : short.duration);
  }

  /** @param after milliseconds. */
  recordSign(after: number): void {
    this.slowestSign = Math.max(this.slowestSign ?? 0, after);
  }

  recordArrival(): void {
    this.hasArrived = true;
  }

  recordEndlessTask(): void {
    this.endless += 1;
  }

  /** @param isEndless whether a task was still shown. */
  recordTimeout(isEndless: boolean): void {
    this.hasTimedOut = true;
    if (isEndless) this.endless += 1;
  }
}

function atLeast({ duration, latencies }: typeof full, latency: number): number {
  return Math.max(duration, latencies * latency);
}

/**
 * Waits until a server shows no task, and returns the server resource; undefined if it cannot be read.
 *
 * @param effects shared by all servers of a run: the wait has its full length only for the first endless task.
 */
export async function waitUntilIdle(
  server: Server,
  version: Version,
  api: MetadataApi,
  timeout: number,
  effects: ActionTimeouts,
): Promise<ServerResource | undefined> {
  const { clock } = api.network;
  const deadline = clock.now() + effects.limit(timeout);
  return poll(clock, vmStatePauses, async () => {
    const { status, body } = await api.getServer(server, version);
    const result = parseServer({ status, body: toBody(body) });
    if (result?.taskState === undefined) return { result };
    if (clock.now() <= deadline) return undefined;
    effects.recordEndlessTask();
    return { result };
  });
}
