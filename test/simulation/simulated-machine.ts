import type { MemoryFiles } from '../../cli/machine/testing/memory-files';
import { MemoryMachine } from '../../cli/machine/testing/memory-machine';
import type { ClauseId } from '../../contracts/clauses';
import { runSuite, suitesInOrder } from '../../suites/harness/session/run-suite';
import type { Session } from '../../suites/harness/session/session';
import type { Network } from '../../targets/http/transport';
import type { Life } from './life';

/** A machine for one process, which lives as long as its power is on. */
export class SimulatedMachine extends MemoryMachine {
  /** @param only nothing but the checks and properties of these clauses is run. */
  constructor(
    network: Network,
    files: MemoryFiles,
    private readonly life: Life,
    private readonly only: ReadonlySet<ClauseId> | undefined,
  ) {
    super(network, files);
    files.fails = () => {
      life.step();
      return undefined;
    };
  }

  protected override hear(stream: 'out' | 'err', text: string): void {
    this.life.step();
    super.hear(stream, text);
  }

  /** All but the contract: Pact needs a process of its own, and real connections. */
  override async runSuites(session: Session): Promise<void> {
    const { only } = this;
    const isMeant = ({ clause }: { readonly clause: ClauseId }) => only === undefined || only.has(clause);
    for (const suite of suitesInOrder()) {
      if (suite.name === 'contract') continue;
      const { name, checks, slowChecks, batches, properties } = suite;
      await runSuite(session, {
        name,
        checks: checks.filter(isMeant),
        slowChecks: slowChecks.filter(isMeant),
        batches: batches.filter((batch) => batch.checks.some(isMeant)),
        properties: properties.filter(isMeant),
      });
    }
  }
}
