import { type Route, routeOf } from '../../contracts/http/route';
import type { Metadata, Version } from '../../contracts/metadata';
import type { Finding } from '../../contracts/oracle/finding';
import { isIsolationEvent } from '../../contracts/oracle/isolation';
import type { Profile } from '../../contracts/profiles/profile';
import { type HttpClient, openClient, type RecordedExchange } from '../../targets/http/client';
import type { RateLimiter } from '../../targets/http/rate-limit';
import type { Target } from '../../targets/http/target';
import { MetadataApi, type Server } from '../../targets/metadata-api';
import type { Doubts } from './doubts';
import type { Halt } from './halt';
import type { Recorder } from './recorder';
import { held } from './refuses';
import type { RunMemory } from './run-memory';
import { NotTested } from './skips';
import { Stage } from './stage';

export interface LaneOptions {
  readonly target: Target;
  readonly recorder: Recorder;
  readonly profile: Profile;
  /** Which of the user's servers is this lane's own, counted from 0. */
  readonly index: number;
  readonly version: Version;
  readonly memory: RunMemory;
  readonly halt: Halt;
  readonly pace: RateLimiter;
  /** When the run began, by the clock of the target. */
  readonly began: number;
  readonly doubts: Doubts;
}

/** A way to the target with a server of its own. Whatever is sent on it belongs to one check at a time. */
export class Lane {
  /** The check that sends. */
  check = '';
  /** Set while requests are made to meet. */
  race: number | undefined;
  private found: Finding[] = [];
  private isDisturbed = false;
  requests = 0;
  /** A lane on which something else goes on: its server is left to it. */
  leaves: Lane | undefined;
  readonly api: MetadataApi;
  readonly stage: Stage;
  /** For what sets the stage of a check, or looks at it afterwards. */
  readonly aside: MetadataApi;
  private readonly wire: HttpClient;
  private isAside = false;
  private beside: ReadonlySet<string> = new Set();

  constructor(private readonly options: LaneOptions) {
    const { target, recorder, profile, halt, version, index, memory, pace: rateLimiter, began, doubts } = options;
    const isMeeting = () => this.race !== undefined;
    const record = (exchange: RecordedExchange) => {
      this.requests += 1;
      this.isDisturbed ||= exchange.fault !== undefined;
      const race = this.race === undefined ? {} : { race: this.race };
      // Requests of a race to one server are judged together, whatever else goes on.
      const meanwhile = this.race === undefined && this.beside.size > 0 ? { meanwhile: [...this.beside] } : {};
      const aside = this.isAside ? { aside: true as const } : {};
      const { found } = this;
      recorder.record(this.check, exchange, { ...race, ...aside, ...meanwhile }, (findings) => found.push(...findings));
    };
    this.wire = openClient(target, record, {
      rateLimiter,
      began,
      isRace: isMeeting,
      verifier: doubts,
    });
    // Once the run has ended, checks send nothing more; only what puts the servers back still does.
    const sendOne: HttpClient['send'] = (asked) => {
      const serverId = routeOf(asked.path)?.serverId ?? '';
      return recorder.traffic.pass(serverId, asked.method === 'PUT', (beside) => {
        this.beside = beside;
        return halt.guard(() => this.wire.send(asked), this.check);
      });
    };
    this.aside = new MetadataApi({ ...this.wire, send: (asked) => this.steppingAside(() => sendOne(asked)) });
    const sendOrdinary = (route: Route, map: Metadata = held) => {
      const server = this.stage.serverOf(route.serverId) ?? this.server;
      if (server === undefined) throw new NotTested('no server was named');
      return this.aside.putMetadata(server, memory.environment.served(route.version), map);
    };
    this.api = new MetadataApi({
      ...this.wire,
      send: (asked) => {
        const { state } = recorder;
        if (state === undefined || this.race !== undefined) return sendOne(asked);
        return memory.unanswered.send(asked, { state, profile, send: sendOne, sendOrdinary });
      },
    });
    this.stage = new Stage(target, this.aside, recorder, version, index, memory);
  }

  private async steppingAside<Result>(work: () => Promise<Result>): Promise<Result> {
    this.isAside = true;
    try {
      return await work();
    } finally {
      this.isAside = false;
    }
  }

  /** The lane's own server. */
  get server(): Server | undefined {
    return this.stage.own(0);
  }

  /** From here on `findings` are those of another trial. */
  beginTrial(): void {
    this.found = [];
    this.isDisturbed = false;
  }

  /** Whether an answer was passed over since the current trial began, or an earlier request may come late. */
  get hadFault(): boolean {
    return this.isDisturbed || this.options.pace.settleTime > 0;
  }

  /** What the oracle found since the current trial began. */
  get findings(): readonly Finding[] {
    this.options.recorder.catchUp();
    return this.found;
  }

  /** From here on requests meet, until `race` is unset. */
  beginRace(): void {
    this.race = this.options.recorder.nextRace();
  }

  /** No check ends before it is seen what its last request left behind: on the lane's own server, or on all. */
  async lookAgain(version: Version, all: boolean): Promise<void> {
    for (const [id, known] of this.options.recorder.state?.servers ?? []) {
      const server = this.stage.serverOf(id);
      // Whoever minds that another server was replaced reads this one.
      const isOpen = known.race !== undefined || known.views[version].events.some((event) => !isIsolationEvent(event));
      const isOurs = id === this.server?.id || (all && id !== this.leaves?.server?.id);
      if (server !== undefined && isOpen && isOurs) await this.aside.getMetadata(server, version);
    }
  }

  close(): void {
    this.wire.close();
  }
}
