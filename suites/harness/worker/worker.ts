import type { Route } from '../../../contracts/http/route';
import type { Metadata, Version } from '../../../contracts/metadata';
import type { Finding } from '../../../contracts/oracle/finding';
import { isIsolationEvent } from '../../../contracts/oracle/isolation';
import { awaitsDelayedEffect } from '../../../contracts/oracle/model';
import type { JudgedRequest } from '../../../contracts/oracle/shown-again';
import type { Profile } from '../../../contracts/profiles/profile';
import type { ControlRequestVerifier } from '../../../targets/control-request-verifier';
import type { CircuitBreaker } from '../../../targets/http/circuit-breaker';
import { type HttpClient, openClient } from '../../../targets/http/client';
import type { RecordedExchange, RequestContext } from '../../../targets/http/message';
import type { Policy } from '../../../targets/http/pipeline';
import type { SendingState } from '../../../targets/http/sending-state';
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
  readonly sending: SendingState;
  /** The start of the run, by the clock of the target. */
  readonly began: number;
  readonly verifier: ControlRequestVerifier;
}

/** Runs one check at a time, on a server of its own. */
export class Worker {
  /** The check that sends the next requests. */
  check = '';
  /** The race that the next requests are part of. */
  race: number | undefined;
  private found: JudgedRequest[] = [];
  private hasDiscarded = false;
  requests = 0;
  readonly fixtures: Fixtures;
  /** Sends the requests that a check is about. */
  readonly api: MetadataApi;
  /** Sends the requests that prepare or inspect a server for a check. */
  readonly setup: MetadataApi;
  private readonly client: HttpClient;

  constructor(private readonly options: WorkerOptions) {
    const { target, recorder, circuitBreaker, version, index, knowledge, sending, began, verifier } = options;
    this.client = openClient(target, {
      state: sending,
      began,
      verifier,
      record: (exchange, context) => this.record(exchange, context),
      policies: [this.probeUnanswered, recorder.inFlight.policy, circuitBreaker.policy],
    });
    this.api = new MetadataApi(this.client, () => this.context('check'));
    this.setup = new MetadataApi(this.client, () => this.context('setup'));
    this.fixtures = new Fixtures(target, this.setup, recorder, version, index, knowledge);
  }

  private context(phase: RequestContext['phase']): RequestContext {
    return { checkId: this.check, phase, raceId: this.race, attempt: 1 };
  }

  /** A request of a race is not probed: its repetition would no longer be concurrent. */
  private readonly probeUnanswered: Policy = (next) => (request, context) => {
    const { recorder, knowledge, profile } = this.options;
    const isProbed = context.phase === 'check' && context.raceId === undefined;
    const state = isProbed ? recorder.stateNow() : undefined;
    if (state === undefined) return next(request, context);
    const send = (each: typeof request) => next(each, context);
    const sendOrdinary = (route: Route, map?: Metadata) => this.sendOrdinary(route, map);
    return knowledge.unanswered.send(request, { state, profile, send, sendOrdinary });
  };

  private sendOrdinary({ serverId, version }: Route, map: Metadata = { old: '1', both: '1' }): Promise<unknown> {
    const server = this.fixtures.serverOf(serverId) ?? this.server;
    if (server === undefined) throw new NotTested('no server was named');
    return this.setup.putMetadata(server, this.options.knowledge.environment.servedVersion(version), map);
  }

  private record(exchange: RecordedExchange, context: RequestContext): void {
    this.requests += 1;
    this.hasDiscarded ||= exchange.fault !== undefined;
    const { found } = this;
    const { request } = exchange;
    this.options.recorder.record(exchange, context, (findings) => found.push({ request, findings }));
  }

  /** The worker's own server. */
  get server(): Server | undefined {
    return this.fixtures.ownServer(0);
  }

  /** Slow checks run beside other work. The server that is reserved for them is theirs alone. */
  mayUse(serverId: string): boolean {
    return serverId === this.server?.id || serverId !== this.options.reservedServerId;
  }

  /** Forgets the findings of the last attempt. */
  startAttempt(): void {
    this.found = [];
    this.hasDiscarded = false;
  }

  /** True if a response was discarded since the attempt began, or an earlier request may still be carried out. */
  get hadDiscardedResponse(): boolean {
    const { recorder, sending, target, began } = this.options;
    if (this.hasDiscarded || sending.health.settleTime > 0) return true;
    const { state } = recorder;
    return state !== undefined && awaitsDelayedEffect(state, target.network.clock.now() - began);
  }

  /** The requests since the attempt began, with the findings of the oracle. */
  get judged(): readonly JudgedRequest[] {
    this.options.recorder.flush();
    return this.found;
  }

  /** The findings of the oracle since the attempt began. */
  get findings(): readonly Finding[] {
    return this.judged.flatMap(({ findings }) => findings);
  }

  /** The next requests are part of one race, until `race` is unset. */
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
    this.client.close();
  }
}
