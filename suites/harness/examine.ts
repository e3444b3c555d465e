import type { Evidence } from '../../contracts/evidence';
import type { Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import { Api, type Server } from '../../targets/api';
import type { Journal } from '../../targets/held';
import { Keeper } from '../../targets/keeper';
import { Keys } from '../../targets/keys';
import { Pace } from '../../targets/pace';
import type { Target } from '../../targets/target';
import { bringHome } from '../../targets/vm-states/bring-home';
import { openWire } from '../../targets/wire';
import { setCurrentExamination } from './current-examination';
import { Doubts } from './doubts';
import { Examination } from './examination';
import { Halt } from './halt';
import { Lane } from './lane';
import { Lanes } from './lanes';
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
  const keys = new Keys(target);
  // What a check says of an answer quotes it as it came.
  const recorder = new Recorder(profile, (evidence) =>
    emit(evidence.kind === 'check' ? keys.clean.json(evidence) : evidence),
  );
  const tell = (evidence: Evidence) => recorder.tell(evidence);
  const halt = new Halt(signal);
  let phase = 'survey';
  const began = performance.now();
  const manners = { pace: new Pace(target.maxRate), began };
  const wire = openWire(target, (exchange) => recorder.record(phase, exchange), manners);
  // What a look at something else shows of a doubtful answer is no part of the examination.
  const pace = new Pace(target.maxRate, signal);
  const lookout = openWire(target, () => undefined, { pace });
  let lanes: Lane[] = [];
  try {
    const api = new Api(wire);
    const keeper = new Keeper(api);
    const watched = new Api({ ...wire, send: (asked) => halt.guard(() => wire.send(asked)) });
    const { subject, version, environment } = await survey(target, quota, profile, watched, keeper);
    recorder.begin(target.url, subject, plan);
    for (const server of serversOf(subject)) {
      await watched.look(server, version);
      // Once more, now that it is recorded: the evidence says what was there, however the run ends.
      await watched.read(server, version);
    }
    const memory = new RunMemory(environment);
    const readable = keeper.held.map(({ server }) => server);
    const shared = {
      target,
      profile,
      recorder,
      version,
      memory,
      halt,
      pace,
      began,
      doubts: new Doubts(lookout, version, readable),
    };
    lanes = target.serverIds.map((_, index) => new Lane({ ...shared, index }));
    const free = new Lanes(lanes);
    let complaints: string[];
    // From here on servers are changed.
    const ofUser = journal?.held(keeper.held) ?? [];
    try {
      await rehearse(ofUser, watched);
      const [server] = serversOf(subject);
      if (conduct !== undefined) {
        const tellSoFar = () => recorder.catchUp();
        const tools = (lane: Lane) => toolsFor(lane, profile, subject, version, environment);
        await free.use('alone', (lane) => conduct(tools(lane), tellSoFar));
      } else if (server !== undefined) {
        phase = preflightCheck;
        const found = await preflight({ api: watched, server, environment, quota: subject.quota, profile });
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
        const session = { lanes: free, profile, subject: { ...subject, quota: found }, plan, halt, environment };
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
      const found = await keeper.putBack({
        home: (held) => bringHome(held, api, target.vmStates, memory.effects),
        lockOf: ({ id }) => recorder.state?.servers.get(id)?.locked ?? false,
      });
      complaints = found.map(keys.clean.text);
      journal?.putBack(complaints);
    }
    recorder.catchUp();
    return complaints;
  } finally {
    for (const lane of lanes) lane.close();
    wire.close();
    lookout.close();
  }
}

function serversOf(subject: Subject): Server[] {
  return subject.servers.map(({ id, projectId }) => ({
    id,
    projectId,
    as: projectId === subject.projectId ? 'own' : 'other',
  }));
}
