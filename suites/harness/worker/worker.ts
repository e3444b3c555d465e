import { type Route, routeOf } from '../../../contracts/http/route';
import type { Metadata, Version } from '../../../contracts/metadata';
import type { Finding } from '../../../contracts/oracle/finding';
import { isIsolationEvent } from '../../../contracts/oracle/isolation';
import type { Profile } from '../../../contracts/profiles/profile';
import type { ControlRequestVerifier } from '../../../targets/control-request-verifier';
import type { CircuitBreaker } from '../../../targets/http/circuit-breaker';
import { type HttpClient, openClient, type RecordedExchange } from '../../../targets/http/client';
import type { RateLimiter } from '../../../targets/http/rate-limit';
import type { Target } from '../../../targets/http/target';
import { MetadataApi, type Server } from '../../../targets/metadata-api';
import { NotTested } from '../run/check-outcome';
import { Fixtures } from './fixtures';
import type { Recorder } from './recorder';
import type { TargetKnowledge } from './target-knowledge';

export interface WorkerOptions {
  readonly target: Target;
  readonly recorder: Recorder;
  readonly profile: Profile;
  /** Index of the worker's own server in the list of the user, from 0. */
  readonly index: number;
  /** The server that slow checks alone use, where one is reserved for them. */
  readonly reservedServerId?: string | undefined;
  readonly version: Version;
  readonly knowledge: TargetKnowledge;
  readonly circuitBreaker: CircuitBreaker;
  readonly pace: RateLimiter;
  /** When the run began, by the clock of the target. */
  readonly began: number;
  readonly verifier: ControlRequestVerifier;
}

/** A way to the target with a server of its own. Whatever is sent on it belongs to one check at a time. */
export class Worker {
  /** The check that sends. */
  check = '';
  /** Set while requests are made to meet. */
  race: number | undefined;
  private found: Finding[] = [];
  private hasDiscarded = false;
  requests = 0;
  readonly api: MetadataApi;
  readonly fixtures: Fixtures;
  /** For requests that prepare a check, or read after it. */
  readonly setup: MetadataApi;
  private readonly wire: HttpClient;
  private isInSetup = false;
  private concurrentServers: ReadonlySet<string> = new Set();

  constructor(private readonly options: WorkerOptions) {
    const {
      target,
      recorder,
      profile,
      circuitBreaker,
      version,
      index,
      knowledge,
      pace: rateLimiter,
      began,
      verifier,
    } = options;
    const isMeeting = () => this.race !== undefined;
    const record = (exchange: RecordedExchange) => {
      this.requests += 1;
      this.hasDiscarded ||= exchange.fault !== undefined;
      const race = this.race === undefined ? {} : { race: this.race };
      // Requests of a race to one server are judged together, whatever else goes on.
      const meanwhile =
        this.race === undefined && this.concurrentServers.size > 0 ? { meanwhile: [...this.concurrentServers] } : {};
      const aside = this.isInSetup ? { aside: true as const } : {};
      const { found } = this;
      recorder.record(this.check, exchange, { ...race, ...aside, ...meanwhile }, (findings) => found.push(...findings));
    };
    this.wire = openClient(target, record, {
      rateLimiter,
      began,
      isRace: isMeeting,
      verifier,
    });
    // Once the run has ended, checks send nothing more; only what puts the servers back still does.
    const sendOne: HttpClient['send'] = (asked) => {
      const serverId = routeOf(asked.path)?.serverId ?? '';
      return recorder.inFlight.track(serverId, asked.method === 'PUT', (beside) => {
        this.concurrentServers = beside;
        return circuitBreaker.guard(() => this.wire.send(asked), this.check);
      });
    };
    this.setup = new MetadataApi({ ...this.wire, send: (asked) => this.duringSetup(() => sendOne(asked)) });
    const sendOrdinary = (route: Route, map: Metadata = { old: '1', both: '1' }) => {
      const server = this.fixtures.serverOf(route.serverId) ?? this.server;
      if (server === undefined) throw new NotTested('no server was named');
      return this.setup.putMetadata(server, knowledge.environment.servedVersion(route.version), map);
    };
    this.api = new MetadataApi({
      ...this.wire,
      send: (asked) => {
        const { state } = recorder;
        if (state === undefined || this.race !== undefined) return sendOne(asked);
        return knowledge.unanswered.send(asked, { state, profile, send: sendOne, sendOrdinary });
      },
    });
    this.fixtures = new Fixtures(target, this.setup, recorder, version, index, knowledge);
  }

  private async duringSetup<Result>(work: () => Promise<Result>): Promise<Result> {
    this.isInSetup = true;
    try {
      return await work();
    } finally {
      this.isInSetup = false;
    }
  }

  /** The worker's own server. */
  get server(): Server | undefined {
    return this.fixtures.ownServer(0);
  }

  /** Slow checks go on beside other work: the server that is reserved for them is theirs alone. */
  mayUse(serverId: string): boolean {
    return serverId === this.server?.id || serverId !== this.options.reservedServerId;
  }

  /** From here on `findings` are those of another attempt. */
  startAttempt(): void {
    this.found = [];
    this.hasDiscarded = false;
  }

  /** A response of the current attempt was discarded, or an earlier request may still arrive late. */
  get hadDiscardedResponse(): boolean {
    return this.hasDiscarded || this.options.pace.settleTime > 0;
  }

  /** Findings of the current attempt. */
  get findings(): readonly Finding[] {
    this.options.recorder.flush();
    return this.found;
  }

  /** From here on requests are concurrent, until `race` is unset. */
  startRace(): void {
    this.race = this.options.recorder.nextRace();
  }

  /** Reads the servers that the last requests may have changed: the worker's own, or all. */
  async readAffected(version: Version, all: boolean): Promise<void> {
    for (const [id, known] of this.options.recorder.state?.servers ?? []) {
      const server = this.fixtures.serverOf(id);
      // A check about isolation reads this server by itself.
      const isOpen = known.race !== undefined || known.views[version].events.some((event) => !isIsolationEvent(event));
      const isOurs = id === this.server?.id || (all && this.mayUse(id));
      if (server !== undefined && isOpen && isOurs) await this.setup.getMetadata(server, version);
    }
  }

  close(): void {
    this.wire.close();
  }
}
