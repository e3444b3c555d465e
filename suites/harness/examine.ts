import type { Evidence } from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import { openClient, type RecordedExchange } from '../../targets/http/client';
import { Credentials } from '../../targets/http/credentials';
import { RateLimiter } from '../../targets/http/rate-limit';
import type { Target } from '../../targets/http/target';
import { MetadataApi, type Server } from '../../targets/metadata-api';
import { restoreVmState } from '../../targets/snapshot/restore-vm-state';
import type { Journal } from '../../targets/snapshot/server-snapshot';
import { SnapshotStore } from '../../targets/snapshot/snapshot-store';
import { setCurrentExamination } from './current-examination';
import { demandQuiet } from './demand-quiet';
import { Doubts } from './doubts';
import { Examination } from './examination';
import { Halt } from './halt';
import { Lane } from './lane';
import { Lanes } from './lanes';
import { OthersAtWork, othersCheck } from './others-at-work';
import { plannedRequests } from './planned-requests';
import { preflight } from './preflight';
import { preflightCheck, Recorder } from './recorder';
import { rehearse } from './rehearse';
import { type Reproducible, reproduceAll } from './reproduce';
import { RunMemory } from './run-memory';
import { runSuites } from './run-suites';
import type { SearchPlan } from './search-plan';
import { survey } from './survey';
import { type Tools, toolsFor } from './tools';

/** A run sends at most so many times the requests that it announced. */
const mostOverAnnounced = 1.5;

/** What may be spent on seeing failures again, as a share of the announced requests. */
const reproductionShare = 0.1;

export interface ExamineOptions {
  readonly target: Target;
  readonly profile: Profile;
  readonly plan: SearchPlan;
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
  readonly conduct?: (tools: Tools, tellSoFar: () => void) => Promise<void>;
  /** Runs the suites: by Jest, unless told otherwise. */
  readonly run?: (examination: Examination) => Promise<void>;
}

/**
 * The examination of one target: looks at what the user named, runs the suites, and puts back what was there.
 *
 * Gives one sentence for each server that could not be put back.
 *
 * @throws {Misuse} before anything is changed, for something that the user named wrongly, and for a server whose
 * metadata could not be put back.
 * @throws {TargetTrouble} before anything is changed, where the target does not answer.
 */
export async function examine(options: ExamineOptions): Promise<string[]> {
  const { target, profile, plan, quota, emit, signal, journal, conduct, run = runSuites } = options;
  const keys = new Credentials(target);
  // What a check says of an answer quotes it as it came.
  const recorder = new Recorder(profile, (evidence) =>
    emit(evidence.kind === 'check' ? keys.redactor.json(evidence) : evidence),
  );
  const tell = (evidence: Evidence) => recorder.tell(evidence);
  const { clock } = target.network;
  const halt = new Halt(clock, signal);
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
  let lanes: Lane[] = [];
  try {
    const api = new MetadataApi(wire);
    const keeper = new SnapshotStore(api);
    const watched = new MetadataApi({
      ...wireUntilAbort,
      send: (asked) => halt.guard(() => wireUntilAbort.send(asked)),
    });
    const { subject, version, environment } = await survey(target, quota, profile, watched, keeper);
    // An endpoint without a journal is the suite's own.
    if (journal !== undefined) await demandQuiet(keeper.all, version, watched);
    recorder.begin(target.url, subject, plan);
    for (const server of serversOf(subject)) {
      await watched.getServer(server, version);
      // Once more, now that it is recorded: the evidence says what was there, however the run ends.
      await watched.getMetadata(server, version);
    }
    const memory = new RunMemory(environment);
    const readable = keeper.all.map(({ server }) => server);
    const shared = {
      target,
      profile,
      recorder,
      version,
      memory,
      halt,
      pace: rateLimiter,
      began,
      doubts: new Doubts(lookout, version, readable),
    };
    const doubting = openClient(target, record, { rateLimiter, began, verifier: shared.doubts });
    const examined = new MetadataApi({ ...doubting, send: (asked) => halt.guard(() => doubting.send(asked)) });
    lanes = target.serverIds.map((_, index) => new Lane({ ...shared, index }));
    const free = new Lanes(lanes);
    let complaints: string[];
    // From here on servers are changed.
    const ofUser = journal?.recordSnapshots(keeper.all) ?? [];
    try {
      await rehearse(ofUser, examined);
      const [server] = serversOf(subject);
      if (conduct !== undefined) {
        const tellSoFar = () => recorder.catchUp();
        const tools = (lane: Lane) => toolsFor(lane, profile, subject, version, environment);
        await free.use('alone', (lane) => conduct(tools(lane), tellSoFar));
      } else if (server !== undefined) {
        phase = preflightCheck;
        const others = new OthersAtWork(serversOf(activeOf(subject)), halt, environment, tell);
        const surveyed = environment.missing;
        const look = () => preflight({ api: examined, server, environment, quota: subject.quota, profile });
        let found = await look();
        if (recorder.doubtPreflight()) {
          await free.use('solitary', async (lane) => {
            lane.check = othersCheck;
            await others.lookFor(lane);
            await lane.stage.bring(server, 'active', version);
          });
          environment.backTo(surveyed);
          found = await look();
        }
        const announced = plannedRequests(plan, environment);
        const most = Math.ceil(announced * mostOverAnnounced);
        recorder.endPreflight({
          versions: environment.versions,
          missing: environment.missing,
          quota: found,
          announced,
          most,
        });
        halt.allow(most, () => ({ requests: recorder.count, bytes: recorder.received }));
        const session = { lanes: free, profile, subject: { ...subject, quota: found }, plan, environment, others };
        const examination = new Examination({ ...session, emit: tell });
        setCurrentExamination(examination);
        await run(examination).finally(() => examination.settle());
        recorder.catchUp();
        const failures = halt.reason === undefined ? (options.failures?.() ?? []) : [];
        const budget = Math.ceil(announced * reproductionShare);
        await free.use('solitary', (lane) => reproduceAll({ lane, environment, failures, budget, emit: tell }));
      }
    } finally {
      // Also where the suite itself has failed.
      setCurrentExamination(undefined);
      phase = 'put back';
      // To the survey.
      lastPace.hasAnswered = true;
      const found = await keeper.restore({
        restoreVmState: (held) => restoreVmState(held, api, target.vmStates, memory.effects),
        lockOf: ({ id }) => recorder.state?.servers.get(id)?.locked ?? false,
        settleTime: () => Math.max(rateLimiter.settleTime, lastPace.settleTime),
      });
      complaints = found.map(keys.redactor.text);
      journal?.recordRestore(complaints);
      doubting.close();
    }
    recorder.catchUp();
    return complaints;
  } finally {
    for (const lane of lanes) lane.close();
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
