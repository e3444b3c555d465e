import { toBody } from '../../contracts/http/exchange';
import { parseServer, type ServerResource } from '../../contracts/http/parse-response';
import type { Version } from '../../contracts/metadata';
import type { MetadataApi, Server } from '../metadata-api';

/** How fast a target answers, and what it lets be seen of its tasks. */
export interface ServerTiming {
  /** Of one GET of a server, in milliseconds. */
  readonly latency: number;
  /** Whether its server resource has a task_state, be it null. */
  readonly showsTasks: boolean;
}

/** Milliseconds, and as a multiple of the latency: whichever is more. */
const full = { duration: 10_000, latencies: 100 };
const short = { duration: 1_500, latencies: 15 };

/** So many tasks that do not end are waited for a while. */
const patience = 3;

/**
 * What the server actions of a run were seen to do. An action that does nothing is waited for once; after that, no other
 * one is waited for much longer than those took that did something.
 */
export class ActionTimeouts {
  private isInVain = false;
  /** Tasks that were waited for and did not end. */
  private endless = 0;
  private hasArrived = false;
  /** How long the first sign of an action was waited for at most, in milliseconds. */
  private slowestSign: number | undefined;

  /**
   * How long to wait for a sign of an action, a task_state or another vm_state, in milliseconds.
   *
   * @param isPatient for what is worth waiting for, unless no action of the run did anything.
   */
  grace({ latency, showsTasks }: ServerTiming, timeout: number, isPatient: boolean): number {
    if (!this.isInVain || (isPatient && this.slowestSign !== undefined)) {
      // Where no task is ever shown, that none is says nothing.
      return showsTasks ? atLeast(full, latency) : timeout;
    }
    return Math.min(atLeast(full, latency), Math.max(atLeast(short, latency), 5 * (this.slowestSign ?? 0)));
  }

  /** How long a change may take whose task is under way, in milliseconds. */
  limit(timeout: number): number {
    if (this.endless === 0 || this.hasArrived) return timeout;
    return Math.min(timeout, this.endless < patience ? full.duration : short.duration);
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

  /** @param isEndless whether its task was still under way. */
  recordTimeout(isEndless: boolean): void {
    this.isInVain = true;
    if (isEndless) this.endless += 1;
  }
}

function atLeast({ duration, latencies }: typeof full, latency: number): number {
  return Math.max(duration, latencies * latency);
}

/**
 * Waits until no task is under way on a server, and gives what it then shows; undefined where it shows nothing.
 *
 * @param effects what was seen of tasks: one that never ends is waited for in full once, on whichever server.
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
  for (let pause = 25; ; pause = Math.min(pause * 1.5, 1_000)) {
    const { status, body } = await api.getServer(server, version);
    const seen = parseServer({ status, body: toBody(body) });
    if (seen?.taskState === undefined) return seen;
    if (clock.now() > deadline) {
      effects.recordEndlessTask();
      return seen;
    }
    await clock.sleep(pause);
  }
}
