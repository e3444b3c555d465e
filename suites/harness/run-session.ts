import type { Evidence } from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import { ControlRequestVerifier } from '../../targets/control-request-verifier';
import { CircuitBreaker } from '../../targets/http/circuit-breaker';
import { openClient, type RecordedExchange } from '../../targets/http/client';
import { Credentials } from '../../targets/http/credentials';
import { RateLimiter } from '../../targets/http/rate-limit';
import type { Target } from '../../targets/http/target';
import { MetadataApi, type Server } from '../../targets/metadata-api';
import { restoreVmState } from '../../targets/snapshot/restore-vm-state';
import type { Journal } from '../../targets/snapshot/server-snapshot';
import { SnapshotStore } from '../../targets/snapshot/snapshot-store';
import { createTestContext, type TestContext } from './dsl/test-context';
import { setCurrentSession } from './jest/current-session';
import { runSuites } from './jest/run-suites';
import { inspectTarget } from './preflight/inspect-target';
import { probeCapabilities } from './preflight/probe-capabilities';
import { verifyRestorable } from './preflight/verify-restorable';
import type { RunPlan } from './run/run-plan';
import { plannedRequests } from './session/plan';
import { type Reproducible, reproduceAll } from './session/reproduce';
import { Session } from './session/session';
import { assertNoInterference, InterferenceDetector, interferenceCheck } from './worker/interference';
import { preflightCheck, Recorder } from './worker/recorder';
import { TargetKnowledge } from './worker/target-knowledge';
import { Worker } from './worker/worker';
import { WorkerPool } from './worker/worker-pool';

/** A run sends at most so many times the requests that it announced. */
const maxOverAnnounced = 1.5;

/** What may be spent on seeing failures again, as a share of the announced requests. */
const reproductionShare = 0.1;

export interface RunSessionOptions {
  readonly target: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  /** Pairs that a server may have, where the user says so; -1 for no limit. */
  readonly quota?: number | undefined;
  readonly emit: (evidence: Evidence) => void;
  /** When it aborts, the checks send nothing more, and the servers are put back. */
  readonly signal?: AbortSignal | undefined;
  /** Is told what must be put back, before anything is changed. */
  readonly journal?: Journal | undefined;
  /** The failures that the run has come upon, as they are known when its suites are done: by clause. */
  readonly failures?: (() => readonly (readonly Reproducible[])[]) | undefined;
  /** What is done in place of the suites. After `tellSoFar` everything up to then has been emitted. */
  readonly runInstead?: (tools: TestContext, tellSoFar: () => void) => Promise<void>;
  /** Runs the suites: by Jest, unless told otherwise. */
  readonly run?: (session: Session) => Promise<void>;
}

/**
 * The examination of one target: looks at what the user named, runs the suites, and puts back what was there.
 *
 * Gives one sentence for each server that could not be put back.
 *
 * @throws {ConfigurationError} before anything is changed, for something that the user named wrongly, and for a server whose
 * metadata could not be put back.
 * @throws {TargetTrouble} before anything is changed, where the target does not answer.
 */
export async function runSession(options: RunSessionOptions): Promise<string[]> {
  const { target, profile, plan, quota, emit, signal, journal, runInstead, run = runSuites } = options;
  const keys = new Credentials(target);
  // What a check says of an answer quotes it as it came.
  const recorder = new Recorder(profile, (evidence) =>
    emit(evidence.kind === 'check' ? keys.redactor.json(evidence) : evidence),
  );
  const tell = (evidence: Evidence) => recorder.report(evidence);
  const { clock } = target.network;
  const circuitBreaker = new CircuitBreaker(clock, signal);
  let phase = 'survey';
  const began = clock.now();
  const record = (exchange: RecordedExchange) => recorder.record(phase, exchange);
  // What puts the servers back waits as long as it takes; what comes before, no longer than the user does.
  const lastPace = new RateLimiter(clock, target.maxRate);
  const wire = openClient(target, record, { rateLimiter: lastPace, began });
  const wireUntilAbort = openClient(target, record, {
    rateLimiter: new RateLimiter(clock, target.maxRate, signal),
    began,
  });
  // What a look at something else shows of a doubtful answer is no part of the examination.
  const rateLimiter = new RateLimiter(clock, target.maxRate, signal);
  const lookout = openClient(target, () => undefined, { rateLimiter });
  let workers: Worker[] = [];
  try {
    const api = new MetadataApi(wire);
    const keeper = new SnapshotStore(api);
    const watched = new MetadataApi({
      ...wireUntilAbort,
      send: (asked) => circuitBreaker.guard(() => wireUntilAbort.send(asked)),
    });
    const { subject, version, environment } = await inspectTarget(target, quota, profile, watched, keeper);
    // An endpoint without a journal is the suite's own.
    if (journal !== undefined) await assertNoInterference(keeper.all, version, watched);
    recorder.start(target.url, subject, plan);
    for (const server of serversOf(subject)) {
      await watched.getServer(server, version);
      // Once more, now that it is recorded: the evidence says what was there, however the run ends.
      await watched.getMetadata(server, version);
    }
    const knowledge = new TargetKnowledge(environment);
    const readable = keeper.all.map(({ server }) => server);
    const shared = {
      target,
      profile,
      recorder,
      version,
      knowledge,
      circuitBreaker,
      pace: rateLimiter,
      began,
      verifier: new ControlRequestVerifier(lookout, version, readable),
    };
    const doubting = openClient(target, record, { rateLimiter, began, verifier: shared.verifier });
    const examined = new MetadataApi({
      ...doubting,
      send: (asked) => circuitBreaker.guard(() => doubting.send(asked)),
    });
    workers = target.serverIds.map((_, index) => new Worker({ ...shared, index }));
    const free = new WorkerPool(workers);
    let complaints: string[];
    // From here on servers are changed.
    const ofUser = journal?.recordSnapshots(keeper.all) ?? [];
    try {
      await verifyRestorable(ofUser, examined);
      const [server] = serversOf(subject);
      if (runInstead !== undefined) {
        const tellSoFar = () => recorder.flush();
        const tools = (worker: Worker) => createTestContext(worker, profile, subject, version, environment);
        await free.use('exclusive', (worker) => runInstead(tools(worker), tellSoFar));
      } else if (server !== undefined) {
        phase = preflightCheck;
        const others = new InterferenceDetector(serversOf(activeOf(subject)), circuitBreaker, environment, tell);
        const surveyed = environment.missing;
        const look = () => probeCapabilities({ api: examined, server, environment, quota: subject.quota, profile });
        let found = await look();
        if (recorder.shouldRepeatPreflight()) {
          await free.use('isolated', async (worker) => {
            worker.check = interferenceCheck;
            await others.detect(worker);
            await worker.fixtures.setVmState(server, 'active', version);
          });
          environment.resetMissing(surveyed);
          found = await look();
        }
        const announced = plannedRequests(plan, environment);
        const most = Math.ceil(announced * maxOverAnnounced);
        recorder.endPreflight({
          versions: environment.versions,
          missing: environment.missing,
          quota: found,
          announced,
          most,
        });
        circuitBreaker.setBudget(most, () => ({ requests: recorder.count, bytes: recorder.receivedBytes }));
        const session = {
          workers: free,
          profile,
          subject: { ...subject, quota: found },
          plan,
          environment,
          interference: others,
        };
        const examination = new Session({ ...session, emit: tell });
        setCurrentSession(examination);
        await run(examination).finally(() => examination.waitForSlowChecks());
        recorder.flush();
        const failures = circuitBreaker.reason === undefined ? (options.failures?.() ?? []) : [];
        const budget = Math.ceil(announced * reproductionShare);
        await free.use('isolated', (worker) => reproduceAll({ worker, environment, failures, budget, emit: tell }));
      }
    } finally {
      // Also where the suite itself has failed.
      setCurrentSession(undefined);
      phase = 'put back';
      // To the survey.
      lastPace.hasAnswered = true;
      const found = await keeper.restore({
        restoreVmState: (held) => restoreVmState(held, api, target.vmStates, knowledge.effects),
        lockOf: ({ id }) => recorder.state?.servers.get(id)?.locked ?? false,
        settleTime: () => Math.max(rateLimiter.settleTime, lastPace.settleTime),
      });
      complaints = found.map(keys.redactor.text);
      journal?.recordRestore(complaints);
      doubting.close();
    }
    recorder.flush();
    return complaints;
  } finally {
    for (const worker of workers) worker.close();
    wire.close();
    wireUntilAbort.close();
    lookout.close();
  }
}

/** Without the servers that are named for a vm_state. */
function activeOf(subject: Subject): Subject {
  return { ...subject, servers: subject.servers.filter(({ declaredState }) => declaredState === undefined) };
}

function serversOf(subject: Subject): Server[] {
  return subject.servers.map(({ id, projectId }) => ({
    id,
    projectId,
    as: projectId === subject.projectId ? 'own' : 'other',
  }));
}
