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

/** Tasks that are waited for at all after one of them did not end. */
const maxEndlessTasks = 3;

/**
 * How long to wait for the server actions of a run. The first action without an effect is waited for in full. After that
 * the wait is a small multiple of the slowest effect so far.
 */
export class ActionTimeouts {
  private hasTimedOut = false;
  /** Tasks that did not end before their timeout. */
  private endless = 0;
  private hasArrived = false;
  /** The longest time until the first sign of an action, in milliseconds. */
  private slowestSign: number | undefined;

  /**
   * How long to wait for a sign of an action, in milliseconds. A sign is a task_state or another vm_state.
   *
   * @param isPatient waits in full, unless no action of the run had any effect.
   */
  grace({ latency, showsTasks }: ServerTiming, timeout: number, isPatient: boolean): number {
    if (!this.hasTimedOut || (isPatient && this.slowestSign !== undefined)) {
      // A target that never shows a task may still be at work.
      return showsTasks ? atLeast(full, latency) : timeout;
    }
    return Math.min(atLeast(full, latency), Math.max(atLeast(short, latency), 5 * (this.slowestSign ?? 0)));
  }

  /** How long a change may take while its task is shown, in milliseconds. */
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
 * Waits until a server shows no task, and returns what it then shows; undefined if it cannot be read.
 *
 * @param effects shared by all servers of a run: only the first endless task is waited for in full.
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
