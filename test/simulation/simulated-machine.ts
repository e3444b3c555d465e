import type { MemoryFiles } from '../../cli/machine/testing/memory-files';
import { MemoryMachine } from '../../cli/machine/testing/memory-machine';
import type { ClauseId } from '../../contracts/clauses';
import { runAll } from '../../suites/harness/session/run-suite';
import type { Session } from '../../suites/harness/session/session';
import { suitesInOrder } from '../../suites/harness/session/suite-order';
import type { Network } from '../../targets/http/transport';

/** A machine for one process, which lives as long as its power is on. */
export class SimulatedMachine extends MemoryMachine {
  /** @param only nothing but the checks and properties of these clauses is run. */
  constructor(
    network: Network,
    files: MemoryFiles,
    private readonly life: Power,
    private readonly only: ReadonlySet<ClauseId> | undefined,
  ) {
    super(network, files);
    files.fails = () => {
      life.step();
      return undefined;
    };
  }

  protected override capture(stream: 'out' | 'err', text: string): void {
    this.life.step();
    super.capture(stream, text);
  }

  /** All but the contract: Pact needs a process of its own, and real connections. */
  override async runSuites(session: Session): Promise<void> {
    const { only } = this;
    const isMeant = ({ clause }: { readonly clause: ClauseId }) => only === undefined || only.has(clause);
    const suites = suitesInOrder().filter(({ name }) => name !== 'contract');
    await runAll(
      session,
      suites.map(({ checks, slowChecks, batches, properties, ...suite }) => ({
        ...suite,
        checks: checks.filter(isMeant),
        slowChecks: slowChecks.filter(isMeant),
        batches: batches.filter((batch) => batch.checks.some(isMeant)),
        properties: properties.filter(isMeant),
      })),
    );
  }
}

/** Thrown where a machine is used that has lost its power. */
export class PowerLost extends Error {
  override readonly name = 'PowerLost';
}

/** How long a machine lives: it counts what is done on it, and may lose its power at one of these steps. */
export class Power {
  steps = 0;
  isOff = false;
  /** Resolves when the power goes. */
  readonly lost: Promise<void>;
  private stop: () => void = () => undefined;

  /** @param events what happens at which step, each once. */
  constructor(
    private readonly lastStep: number | undefined,
    private readonly events: ReadonlyMap<number, () => void> = new Map(),
  ) {
    this.lost = new Promise((resolve) => {
      this.stop = resolve;
    });
  }

  /** @throws {PowerLost} from the last step on. */
  step(): void {
    if (this.isOff) throw new PowerLost('the power is gone');
    this.steps += 1;
    this.events.get(this.steps)?.();
    if (this.steps !== this.lastStep) return;
    this.isOff = true;
    this.stop();
    throw new PowerLost('the power goes');
  }
}
