import { constants, gunzipSync } from 'node:zlib';
import { restore } from '../../cli/commands/restore';
import { run } from '../../cli/commands/run';
import { ConfigurationError } from '../../cli/machine/configuration-error';
import { MemoryFiles } from '../../cli/machine/testing/memory-files';
import type { Settings } from '../../cli/settings/settings';
import { embeddedSettings } from '../../cli/target/embedded-target';
import type { ClauseId } from '../../contracts/clauses';
import type { Evidence } from '../../contracts/evidence/events';
import { alteredTokens } from '../../contracts/http/placeholders';
import { type Metadata, sameMetadata } from '../../contracts/metadata';
import { profiles } from '../../contracts/profiles';
import type { Result } from '../../reports/result/result';
import { Reevaluation } from '../../reports/verdict/re-evaluate';
import { createEndpoint, describeEndpoint, type Endpoint } from '../../targets/embedded/endpoint';
import { createInMemoryNetwork } from '../../targets/embedded/in-memory-network';
import type { ServerRecord } from '../../targets/embedded/store';
import { TargetUnavailableError } from '../../targets/http/errors';
import { VirtualClock } from '../../targets/testing/virtual-clock';
import { FaultyNetwork, maxDelay, perfectNetwork } from './faulty-network';
import { interferenceActions } from './interference';
import { Random } from './random';
import { drawScenario, drawSingleFault, type KnownEndpoints, type Scenario } from './scenario';
import { Power, SimulatedMachine } from './simulated-machine';

/** What came of one seed. */
export interface Simulated {
  readonly seed: number;
  /** What happened, in short. */
  readonly story: string;
  /** One sentence for each invariant that does not hold. */
  readonly broken: readonly string[];
  readonly requests: number;
}

const out = '/reports';
const journal = `${out}/journal.jsonl`;
const url = 'http://ecs.test';
const named = describeEndpoint(url);

/** How a process ended: by itself with a code, or as its power went or a signal ended it. */
type Ended = { readonly code: number; readonly error?: unknown } | 'killed';

/** @param onlyOneFault draws nothing but the place of one fault in a whole run. */
export async function simulateOne(seed: number, known: KnownEndpoints, onlyOneFault = false): Promise<Simulated> {
  const chance = new Random(seed);
  return new Simulation(seed, onlyOneFault ? drawSingleFault(known, seed, chance) : drawScenario(known, chance)).run();
}

/** One simulation, from the first request to the last look at what is left. */
export class Simulation {
  private readonly clock = new VirtualClock();
  private readonly chance: Random;
  private readonly endpoint: Endpoint;
  private readonly broken: string[] = [];
  private readonly machines: SimulatedMachine[] = [];
  private readonly before = new Map<string, Pick<ServerRecord, 'metadata' | 'vmState'>>();
  /** Servers that others have changed. */
  private readonly touched = new Set<string>();
  private readonly happened: string[] = [];
  private readonly disk: MemoryFiles;
  private way: FaultyNetwork | undefined;
  private requests = 0;

  constructor(
    private readonly seed: number,
    private readonly scenario: Scenario,
  ) {
    this.chance = new Random(seed + 1_000_003);
    const { endpoint, capacity, before } = scenario;
    this.endpoint = createEndpoint(this.clock, { behaviour: endpoint.behaviour(), quota: endpoint.quota });
    // A disk that has little room takes a write in parts.
    this.disk = new MemoryFiles({ capacity, writesAtOnce: (length) => this.chance.integer(1, length) });
    for (const server of this.endpoint.store.servers.values()) {
      server.metadata = before;
      this.before.set(server.id, { metadata: before, vmState: server.vmState });
    }
  }

  async run(): Promise<Simulated> {
    const ended = await this.runProcess(this.scenario.power[0], (machine) => run(this.settingsOfRun(), machine));
    this.afterRun(ended);
    await this.restoreAll(ended);
    // Whatever is still on its way arrives.
    await this.clock.sleep(2 * maxDelay);
    this.afterAll();
    return { seed: this.seed, story: this.story(ended), broken: this.broken, requests: this.requests };
  }

  private settingsOfRun(): Settings {
    const { scenario } = this;
    const { servers, made, hasSecondProject, hasNamedStates, isStrict, seed, endpoint } = scenario;
    const { otherProjectId, otherToken, otherServerId, vmState, ...own } = embeddedSettings(named);
    return {
      ...own,
      ...(hasSecondProject ? { otherProjectId, otherToken, otherServerId } : {}),
      ...(hasNamedStates ? { vmState } : {}),
      ...(made > 0 ? { createServers: made, image: 'i', flavor: 'f' } : {}),
      serverId: named.serverIds.slice(0, servers),
      effort: 'quick',
      seed,
      out,
      yes: true,
      strict: isStrict,
      timeout: 10,
      ...(typeof endpoint.profile === 'string' ? { profile: endpoint.profile } : {}),
    };
  }

  /** One process, from its beginning to its end. */
  private async runProcess(
    lastStep: number | undefined,
    work: (machine: SimulatedMachine) => Promise<number>,
    isFair = false,
  ): Promise<Ended> {
    const { network: weather, interferences, only } = this.scenario;
    const events = new Map(
      isFair ? [] : [...interferences].map(([step, what]) => [step, () => this.interfere(what, machine)]),
    );
    let stop: (ended: 'killed') => void = () => undefined;
    const stopped = new Promise<'killed'>((resolve) => {
      stop = resolve;
    });
    const life = new Power(lastStep, events);
    const way = new FaultyNetwork(isFair ? perfectNetwork : weather, this.clock, this.chance.fork(), () => life.step());
    this.way = way;
    const network = createInMemoryNetwork(this.endpoint, this.clock, (...asked) => way.carry(...asked));
    const machine = new SimulatedMachine(network, this.disk, life, only);
    this.ends = () => {
      machine.exit();
      life.isOff = true;
      stop('killed');
    };
    this.machines.push(machine);
    const ended = work(machine).then(
      (code): Ended => ({ code }),
      (error): Ended => ({ code: exitCodeOf(error), error }),
    );
    const first = await Promise.race([ended, life.lost.then((): Ended => 'killed'), stopped]);
    this.requests += way.sent;
    this.disk.fails = () => undefined;
    if (first === 'killed' || life.isOff) {
      if (lastStep !== undefined)
        this.disk.crash({ names: this.chance.integer(0, 3), bytes: this.chance.integer(0, 500) });
      return 'killed';
    }
    machine.exit();
    return first;
  }

  private ends: () => void = () => undefined;

  private interfere(
    what: Scenario['interferences'] extends ReadonlyMap<number, infer What> ? What : never,
    machine: SimulatedMachine,
  ): void {
    this.happened.push(`${what} at request ${this.way?.sent ?? 0}`);
    if (what === 'interrupted') {
      if (machine.interrupt()) this.ends();
      return;
    }
    const server = this.chance.pick(named.serverIds.slice(0, Math.max(1, this.scenario.servers)));
    this.touched.add(server);
    interferenceActions[what](server, { endpoint: this.endpoint, clock: this.clock, chance: this.chance });
  }

  /** What a run says that ended by itself. */
  private afterRun(ended: Ended): void {
    const { endpoint, only, isStrict } = this.scenario;
    if (ended === 'killed') return;
    const { code, error } = ended;
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (code === 4) this.broken.push(`the run ends as a defect of the suite: ${words}`);
    if (code === 2 && !this.mayEndWithExit2(words))
      this.broken.push(`exit 2 without a reason: ${words.split('\n')[0]}`);
    const result = this.result();
    if (result === undefined) return;
    if (result.verdict === 'error') this.broken.push(`the suite contradicts itself: ${result.defects.join('; ')}`);
    const failed = result.clauses.filter(({ verdict }) => verdict === 'failed').map(({ clause }) => clause);
    const { killedBy, alsoBreaks, kind } = endpoint;
    // What does not show again when it is sent once more is told as that.
    const isRefuted = (each: string) =>
      result.clauses.some(
        ({ clause, failures }) =>
          clause === each && kind === 'mutant' && failures.every(({ confirmed }) => confirmed?.shown === 0),
      );
    const isExpected = (clause: ClauseId) => killedBy.includes(clause) || alsoBreaks.includes(clause);
    const wrongly = failed.filter((clause) => !isExpected(clause) && !isRefuted(clause));
    // Whom a fault is blamed on follows from the whole of what a run shows.
    const isWhole = kind === 'variant' || (only === undefined && this.isUndisturbed());
    if (isWhole && wrongly.length > 0) this.broken.push(`${kind} ${endpoint.name} is blamed for ${wrongly.join(', ')}`);
    if (kind === 'mutant') {
      const binds = killedBy.some((each) =>
        result.clauses.some(({ clause, level }) => clause === each && level !== 'SHOULD'),
      );
      if (result.verdict === 'conformant' && (binds || isStrict)) this.broken.push('a wrong endpoint is conformant');
    }
    this.reevaluate(result);
  }

  private isUndisturbed(): boolean {
    return this.happened.length === 0 && (this.way?.met.length ?? 0) === 0;
  }

  /** The disk was full, servers were changed by others, or the target was away. */
  private mayEndWithExit2(words: string): boolean {
    const { capacity, interferences, network } = this.scenario;
    if (Number.isFinite(capacity) || interferences.size > 0 || network.outage !== undefined) return true;
    return this.scenario.endpoint.kind === 'mutant' && /cannot be used|lost metadata/.test(words);
  }

  private result(): Result | undefined {
    const path = `${out}/result.json`;
    return this.disk.exists(path) ? (JSON.parse(this.disk.read(path).toString('utf8')) as Result) : undefined;
  }

  /** The evidence says the same once more, to whoever judges it later. */
  private reevaluate(result: Result): void {
    const path = `${out}/evidence.jsonl.gz`;
    if (!this.disk.exists(path)) return;
    const lines = gunzipSync(this.disk.read(path)).toString('utf8').split('\n');
    const { endpoint } = this.scenario;
    const profile = typeof endpoint.profile === 'string' ? profiles[endpoint.profile] : profiles.ecs;
    const again = new Reevaluation(profile, true);
    let most = Number.POSITIVE_INFINITY;
    for (const line of lines) {
      if (line === '') continue;
      const evidence = JSON.parse(line) as Evidence;
      if (evidence.kind === 'preflight') most = evidence.most;
      again.add(evidence);
    }
    const { clauses } = again.end(this.scenario.isStrict);
    const objections = again.errors.slice(0, 3);
    if (objections.length > 0) this.broken.push(`the evidence is objected to: ${objections.join('; ')}`);
    const differs = clauses.filter(
      ({ clause, verdict }) => result.clauses.find((each) => each.clause === clause)?.verdict !== verdict,
    );
    if (differs.length > 0) this.broken.push(`judged again, ${differs.map(({ clause }) => clause).join(', ')} differ`);
    const sent = this.way?.sent ?? 0;
    if (sent > most * 1.1 + 500) this.broken.push(`${sent} requests were sent, and ${most} were announced at most`);
  }

  /** After a kill, or where a run could not put all of it back, `restore` does. */
  private async restoreAll(ended: Ended): Promise<void> {
    let power = this.scenario.power.slice(1);
    if (ended === 'killed' && !this.disk.exists(journal)) return;
    for (let turn = 1; this.disk.exists(journal); turn += 1) {
      // Somebody comes along, and the way is good by then.
      await this.clock.sleep(this.chance.between(1_000, 30_000));
      const [last] = power;
      power = power.slice(1);
      const result = await this.runProcess(
        last,
        (machine) => restore(this.settingsOfRestore(), journal, machine),
        turn > 1,
      );
      if (result === 'killed') continue;
      if (result.code === 4)
        this.broken.push(`restore ends as a defect of the suite: ${String((result.error as Error).stack)}`);
      if (result.code === 0 && this.disk.exists(journal))
        this.broken.push('restore says that all is well, and keeps its journal');
      if (turn < 4) continue;
      if (this.mustBeRestored())
        this.broken.push(
          `restore does not succeed: ${this.machines.at(-1)?.output.err}${(result.error as Error | undefined)?.message ?? ''}`,
        );
      return;
    }
  }

  private settingsOfRestore(): Settings {
    const { token, otherToken } = embeddedSettings(named);
    return { token, ...(this.scenario.hasSecondProject ? { otherToken } : {}), timeout: 10 };
  }

  private mustBeRestored(): boolean {
    return this.scenario.endpoint.kind === 'variant' && this.touched.size === 0;
  }

  /** Once nothing is under way any more. */
  private afterAll(): void {
    if (this.scenario.endpoint.kind === 'variant') {
      for (const [id, { metadata, vmState }] of this.before) {
        if (this.touched.has(id)) continue;
        const now = this.endpoint.store.servers.get(id);
        const isSame =
          now !== undefined && sameMetadata(now.metadata, metadata) && now.vmState === vmState && !now.locked;
        if (isSame || this.isTold(id)) continue;
        const words = `${now?.vmState}${now?.locked ? ', locked' : ''} ${truncate(now?.metadata)}`;
        this.broken.push(
          `server ${id} is not as it was (${vmState} ${truncate(metadata)}), and nobody was told: ${words}`,
        );
      }
      const made = [...this.endpoint.store.servers.values()].filter(({ id }) => !this.before.has(id));
      for (const { id, name, vmState } of made) {
        if (vmState === 'deleted' || this.isTold(name) || this.isTold(id)) continue;
        this.broken.push(`server ${name} was made, is left over, and nobody was told`);
      }
    }
    this.findSecrets();
  }

  /** Whether the user was told, and the journal still knows. */
  private isTold(server: string): boolean {
    const all = this.machines.map(({ output }) => output.err).join('');
    const isSaid = all.split('\n').some((line) => line.startsWith('NOT PUT BACK') && line.includes(server));
    return isSaid && this.disk.exists(journal);
  }

  private findSecrets(): void {
    const near = Object.values(alteredTokens).flatMap(({ of }) => of(named.token) ?? []);
    const secrets = [named.token, named.otherToken, ...near];
    const encodings = ['utf8', 'base64', 'base64url', 'hex'] as const;
    const sought = secrets.flatMap((secret) => encodings.map((encoding) => Buffer.from(secret).toString(encoding)));
    const texts = this.machines.flatMap(({ output }) => [output.out, output.err]);
    for (const [path, content] of this.contents()) {
      texts.push(path.endsWith('.gz') || path.endsWith('.gz.part') ? unpacked(content) : content.toString('latin1'));
    }
    if (texts.some((text) => sought.some((secret) => text.includes(secret)))) this.broken.push('a secret was said');
  }

  private contents(): [string, Buffer][] {
    return this.disk.paths.map((path) => [path, this.disk.read(path)]);
  }

  private story(ended: Ended): string {
    const { endpoint, only, network, power, capacity, servers, made } = this.scenario;
    const parts = [
      `${endpoint.kind} ${endpoint.name}`,
      only === undefined ? 'all clauses' : [...only].join(' '),
      made > 0 ? `${servers} servers and ${made} made` : `${servers} servers`,
      ...[...network.at].map(([number, fault]) => `${fault} at request ${number}`),
      ...(network.rate > 0
        ? [`${network.rate * 100} % ${network.kinds.length > 1 ? 'mixed' : network.kinds.join()}`]
        : []),
      ...(network.outage === undefined
        ? []
        : [`away for ${network.outage.duration} ms from request ${network.outage.from}`]),
      ...this.happened,
      ...(power.length > 0 ? [`power lost at steps ${power.join(', ')}`] : []),
      ...(Number.isFinite(capacity) ? [`a disk of ${capacity} bytes`] : []),
      ended === 'killed' ? 'killed' : `exit ${ended.code}`,
    ];
    return parts.join('; ');
  }
}

/** Also of a file that was cut off, or is not whole in the middle: the disk of a machine that crashed. */
function unpacked(content: Buffer): string {
  try {
    return gunzipSync(content, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}

function truncate(map: Metadata | undefined): string {
  return (JSON.stringify(map) ?? 'nothing').slice(0, 120);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigurationError) return 2;
  return error instanceof TargetUnavailableError ? 3 : 4;
}
