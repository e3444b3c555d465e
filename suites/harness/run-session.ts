import type { Evidence } from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import { ControlRequestVerifier } from '../../targets/control-request-verifier';
import { CircuitBreaker } from '../../targets/http/circuit-breaker';
import { type ClientOptions, openClient } from '../../targets/http/client';
import { Credentials } from '../../targets/http/credentials';
import type { RequestContext } from '../../targets/http/message';
import { createSendingState } from '../../targets/http/sending-state';
import type { Target } from '../../targets/http/target';
import { MetadataApi, type Server } from '../../targets/metadata-api';
import { restoreVmState } from '../../targets/snapshot/restore-vm-state';
import type { Journal } from '../../targets/snapshot/server-snapshot';
import { SnapshotStore } from '../../targets/snapshot/snapshot-store';
import { createTestContext, type TestContext } from './dsl/test-context';
import { runSuites } from './jest/run-suites';
import { inspectTarget } from './preflight/inspect-target';
import { probeCapabilities } from './preflight/probe-capabilities';
import { verifyRestorable } from './preflight/verify-restorable';
import type { RunPlan } from './run/run-plan';
import { Allowance } from './session/allowance';
import { plannedBudget } from './session/plan';
import { type Reproducible, reproduceAll } from './session/reproduce';
import { Session } from './session/session';
import { assertNoInterference, InterferenceDetector, interferenceCheck } from './worker/interference';
import { inspectionContext, preflightCheck, Recorder } from './worker/recorder';
import { TargetKnowledge } from './worker/target-knowledge';
import { Worker } from './worker/worker';
import { reservedOf, WorkerPool } from './worker/worker-pool';

/** Requests to restore one server, also on a target that accepts no map in one piece. */
const restoreRequests = 40;

/** The same on a conformant target, for a server that was written to. */
const restoringWritten = 5;

export interface RunSessionOptions {
  readonly target: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  /** Pairs that a server may have, where the user says so; -1 for no limit. */
  readonly quota?: number | undefined;
  readonly emit: (evidence: Evidence) => void;
  /** When it aborts, the checks send nothing more, and the servers are restored. */
  readonly signal?: AbortSignal | undefined;
  /** Records the snapshots before anything is changed. */
  readonly journal?: Journal | undefined;
  /** The failures of the run by clause, called when its suites are done. */
  readonly failures?: (() => readonly (readonly Reproducible[])[]) | undefined;
  /** The reason to end the run, asked after each check; undefined while it goes on. */
  readonly stopReason?: (() => string | undefined) | undefined;
  /** Runs in place of the suites. `tellSoFar` emits all evidence up to then. */
  readonly runInstead?: (tools: TestContext, tellSoFar: () => void) => Promise<void>;
  /** Runs the suites; by default with Jest. */
  readonly run?: (session: Session) => Promise<void>;
}

/**
 * One run against a target: takes snapshots of the servers, runs the suites, and restores the servers.
 *
 * Returns one sentence for each server that could not be restored.
 *
 * @throws {TargetConfigurationError} before anything is changed, for wrong settings, and for a server whose metadata
 * could not be restored.
 * @throws {TargetUnavailableError} before anything is changed, if the target does not respond.
 */
export async function runSession(options: RunSessionOptions): Promise<string[]> {
  const { target, profile, plan, quota, emit, signal, journal, stopReason, runInstead, run = runSuites } = options;
  const keys = new Credentials(target);
  const { clock } = target.network;
  const circuitBreaker = new CircuitBreaker(clock, signal);
  const recorder = new Recorder(profile, (evidence) => {
    if (evidence.kind !== 'check') return emit(evidence);
    // The message of a check quotes the response as it was received, with its secrets.
    emit(keys.redactor.json(evidence));
    const reason = stopReason?.();
    if (reason !== undefined) circuitBreaker.stop(reason);
  });
  const tell = (evidence: Evidence) => recorder.report(evidence);
  const began = clock.now();
  const open = (client: ClientOptions) =>
    openClient(target, { began, record: (exchange, context) => recorder.record(exchange, context), ...client });
  // The servers are restored also after an abort. All other requests end with it.
  const restoring = createSendingState(clock, target.maxRate);
  const sending = createSendingState(clock, target.maxRate, signal);
  const restoringClient = open({ state: restoring });
  const inspectingClient = open({
    state: createSendingState(clock, target.maxRate, signal),
    policies: [circuitBreaker.policy],
  });
  // Control requests are no part of the evidence.
  let controlRequests = 0;
  const countControl = () => {
    controlRequests += 1;
  };
  const controlClient = openClient(target, { state: sending, record: countControl });
  let workers: Worker[] = [];
  try {
    const api = new MetadataApi(restoringClient, () => restoreContext);
    const keeper = new SnapshotStore(api);
    const watched = new MetadataApi(inspectingClient, () => inspectionContext);
    const { subject, version, environment } = await inspectTarget(target, quota, profile, watched, keeper);
    // An endpoint without a journal is the suite's own.
    if (journal !== undefined) await assertNoInterference(keeper.all, version, watched);
    recorder.start(target.url, subject, plan, version);
    const knowledge = new TargetKnowledge(environment);
    const readable = keeper.all.map(({ server }) => server);
    const shared = {
      target,
      profile,
      recorder,
      version,
      knowledge,
      circuitBreaker,
      sending,
      began,
      verifier: new ControlRequestVerifier(new MetadataApi(controlClient), version, readable),
    };
    const preflightClient = open({ state: sending, verifier: shared.verifier, policies: [circuitBreaker.policy] });
    const reservedServerId = reservedOf(target.serverIds);
    workers = target.serverIds.map((_, index) => new Worker({ ...shared, index, reservedServerId }));
    const free = new WorkerPool(workers);
    let complaints: string[];
    // From here on servers are changed.
    const ofUser = journal?.recordSnapshots(keeper.all) ?? [];
    try {
      await verifyRestorable(ofUser, new MetadataApi(preflightClient, () => inspectionContext));
      const [server] = serversOf(subject);
      if (runInstead !== undefined) {
        const tellSoFar = () => recorder.flush();
        const tools = (worker: Worker) => createTestContext(worker, profile, subject, version, environment);
        await free.use('exclusive', (worker) => runInstead(tools(worker), tellSoFar));
      } else if (server !== undefined) {
        const examined = new MetadataApi(preflightClient, () => preflightContext);
        const watched = serversOf(activeOf(subject));
        const others = new InterferenceDetector(watched, circuitBreaker, environment, tell, plan.limit?.requests);
        const missingBefore = environment.missing;
        const look = () => probeCapabilities({ api: examined, server, environment, quota: subject.quota, profile });
        let found = await look();
        if (recorder.shouldRepeatPreflight()) {
          await free.use('exclusive', async (worker) => {
            worker.check = interferenceCheck;
            await others.detect(worker);
            await worker.fixtures.setVmState(server, 'active', version);
          });
          environment.resetMissing(missingBefore);
          found = await look();
        }
        const budget = plannedBudget(plan, environment);
        recorder.endPreflight({
          versions: environment.versions,
          missing: environment.missing,
          quota: found,
          announced: budget.expected,
          most: budget.most,
        });
        // The requests that restore the servers are never cut. A part of the budget is left to them.
        const reserve = Math.min(restoreRequests * subject.servers.length, (budget.most - budget.expected) / 2);
        circuitBreaker.setBudget({ most: budget.most, reserve }, () => ({
          requests: recorder.requests + controlRequests,
          bytes: recorder.receivedBytes,
        }));
        const spent = () => ({
          requests: recorder.requests + controlRequests,
          time: clock.now() - began,
          toRestore: subject.servers.reduce((sum, each) => sum + (recorder.wasWritten(each) ? restoringWritten : 1), 0),
        });
        const session = {
          allowance: new Allowance(plan.limit, spent),
          workers: free,
          profile,
          subject: { ...subject, quota: found },
          plan,
          budget,
          environment,
          interference: others,
        };
        const examination = new Session({ ...session, emit: tell });
        await run(examination).finally(() => examination.finish());
        recorder.flush();
        const failures = circuitBreaker.reason === undefined ? (options.failures?.() ?? []) : [];
        const reproducing = { environment, failures, budget: budget.reproduction, emit: tell };
        await free.use('exclusive', (worker) => reproduceAll({ worker, ...reproducing }));
      }
    } finally {
      // The target responded to the preflight.
      restoring.health.hasResponded = true;
      const found = await keeper.restore({
        restoreVmState: (held) => restoreVmState(held, api, target.vmStates, knowledge.effects),
        wasWritten: (server) => recorder.wasWritten(server),
        lockOf: ({ id }) => recorder.state?.servers.get(id)?.locked ?? false,
        settleTime: () => Math.max(sending.health.settleTime, restoring.health.settleTime),
      });
      complaints = found.map(keys.redactor.text);
      journal?.recordRestore(complaints);
      preflightClient.close();
    }
    recorder.flush();
    return complaints;
  } finally {
    for (const worker of workers) worker.close();
    restoringClient.close();
    inspectingClient.close();
    controlClient.close();
  }
}

const preflightContext: RequestContext = { ...inspectionContext, checkId: preflightCheck };
const restoreContext: RequestContext = { checkId: 'restore', phase: 'restore', attempt: 1 };

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
