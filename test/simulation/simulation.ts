import { restore } from '../../cli/commands/restore';
import { run } from '../../cli/commands/run';
import { MemoryFiles } from '../../cli/machine/testing/memory-files';

import { createEndpoint, type Endpoint } from '../../targets/embedded/endpoint';
import { createInMemoryNetwork } from '../../targets/embedded/in-memory-network';
import { ConfigurationError, TargetUnavailableError } from '../../targets/errors';
import { Random } from '../../targets/random';
import { VirtualClock } from '../../targets/testing/virtual-clock';
import { FaultyNetwork, maxDelay, perfectNetwork } from './faulty-network';
import { interferenceActions } from './interference';
import { brokenByRun } from './run-invariants';
import { drawScenario, drawSingleFault, type Interference, type KnownEndpoints, type Scenario } from './scenario';
import { brokenByServers, holdsSecret, type ServerBefore } from './server-invariants';
import { journal, named, out, settingsOfRestore, settingsOfRun } from './settings';
import { Power, SimulatedMachine } from './simulated-machine';
import { type Ended, tellStory } from './story';

/** The outcome of one seed. */
export interface Simulated {
  readonly seed: number;
  /** The events, in one line. */
  readonly story: string;
  /** One sentence for each invariant that does not hold. */
  readonly broken: readonly string[];
  readonly requests: number;
}

/** @param onlyOneFault draws nothing but the place of one fault in a whole run. */
export async function simulateOne(seed: number, known: KnownEndpoints, onlyOneFault = false): Promise<Simulated> {
  const chance = new Random(seed);
  return new Simulation(seed, onlyOneFault ? drawSingleFault(known, seed, chance) : drawScenario(known, chance)).run();
}

/** Drives one simulation: a run, `restore` as long as it is needed, and the invariants at the end. */
export class Simulation {
  private readonly clock = new VirtualClock();
  private readonly chance: Random;
  private readonly endpoint: Endpoint;
  private readonly broken: string[] = [];
  private readonly machines: SimulatedMachine[] = [];
  private readonly before = new Map<string, ServerBefore>();
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
    const { scenario, disk } = this;
    const ended = await this.runProcess(scenario.power[0], (machine) => run(settingsOfRun(scenario), machine));
    if (ended !== 'killed') {
      const { sent = 0, met = [] } = this.way ?? {};
      const isUndisturbed = this.happened.length === 0 && met.length === 0;
      this.broken.push(...brokenByRun({ scenario, ...ended, disk, out, requests: sent, isUndisturbed }));
    }
    await this.restoreAll(ended);
    // Requests that are still under way arrive.
    await this.clock.sleep(2 * maxDelay);
    this.checkLeftovers();
    const story = tellStory(scenario, this.happened, ended);
    return { seed: this.seed, story, broken: this.broken, requests: this.requests };
  }

  /** One process, from its beginning to its end. */
  private async runProcess(
    lastStep: number | undefined,
    work: (machine: SimulatedMachine) => Promise<number>,
    isFair = false,
  ): Promise<Ended> {
    const { network: conditions, interferences, only } = this.scenario;
    const events = new Map(
      isFair ? [] : [...interferences].map(([step, what]) => [step, () => this.interfere(what, machine)]),
    );
    let stop: (ended: 'killed') => void = () => undefined;
    const stopped = new Promise<'killed'>((resolve) => {
      stop = resolve;
    });
    const life = new Power(lastStep, events);
    const way = new FaultyNetwork(isFair ? perfectNetwork : conditions, this.clock, this.chance.fork(), () =>
      life.step(),
    );
    this.way = way;
    const network = createInMemoryNetwork(this.endpoint, this.clock, (...request) => way.carry(...request));
    const machine = new SimulatedMachine(network, this.disk, life, only);
    this.kill = () => {
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

  private kill: () => void = () => undefined;

  private interfere(what: Interference, machine: SimulatedMachine): void {
    this.happened.push(`${what} at request ${this.way?.sent ?? 0}`);
    if (what === 'interrupted') {
      if (machine.interrupt()) this.kill();
      return;
    }
    const server = this.chance.pick(named.serverIds.slice(0, Math.max(1, this.scenario.servers)));
    this.touched.add(server);
    interferenceActions[what](server, { endpoint: this.endpoint, clock: this.clock, chance: this.chance });
  }

  /** Runs `restore` until the journal is gone, as a user does after a kill or `NOT RESTORED`; from the second time on without faults. */
  private async restoreAll(ended: Ended): Promise<void> {
    let power = this.scenario.power.slice(1);
    if (ended === 'killed' && !this.disk.exists(journal)) return;
    for (let turn = 1; this.disk.exists(journal); turn += 1) {
      await this.clock.sleep(this.chance.between(1_000, 30_000));
      const [last] = power;
      power = power.slice(1);
      const settings = settingsOfRestore(this.scenario);
      const result = await this.runProcess(last, (machine) => restore(settings, journal, machine), turn > 1);
      if (result === 'killed') continue;
      const { code, error } = result;
      if (code === 4) this.broken.push(`restore ends as a defect of the suite: ${String((error as Error).stack)}`);
      if (code === 0 && this.disk.exists(journal)) {
        this.broken.push('restore says that all is well, and keeps its journal');
      }
      if (turn < 4) continue;
      if (this.scenario.endpoint.kind === 'variant' && this.touched.size === 0) {
        const words = `${this.machines.at(-1)?.output.err}${(error as Error | undefined)?.message ?? ''}`;
        this.broken.push(`restore does not succeed: ${words}`);
      }
      return;
    }
  }

  private checkLeftovers(): void {
    const { disk, machines, before, touched, endpoint } = this;
    const errorOutput = machines.map(({ output }) => output.err).join('');
    // A mutant may not let its servers be restored.
    if (this.scenario.endpoint.kind === 'variant') {
      const left = { servers: endpoint.store.servers, before, touched, errorOutput, hasJournal: disk.exists(journal) };
      this.broken.push(...brokenByServers(left));
    }
    const outputs = machines.flatMap(({ output }) => [output.out, output.err]);
    if (holdsSecret([named.token, named.otherToken], outputs, disk)) this.broken.push('a secret was said');
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigurationError) return 2;
  return error instanceof TargetUnavailableError ? 3 : 4;
}
