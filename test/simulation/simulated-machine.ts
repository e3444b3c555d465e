import { Console } from '../../cli/machine/console';
import type { Machine } from '../../cli/machine/machine';
import type { ClauseId } from '../../contracts/clauses';
import type { Examination } from '../../suites/harness/examination';
import { runSuite } from '../../suites/harness/run-suite';
import { suitesInOrder } from '../../suites/harness/suite-order';
import type { Network } from '../../targets/network';
import type { Disk } from './disk';
import type { Life } from './life';

export interface SimulatedMachine extends Machine {
  /** What was written to standard output and standard error. */
  readonly written: { out: string; err: string };
  /** As Ctrl-C does. Gives whether the process ends at once. */
  interrupt(): boolean;
  /** Has the last words said, as when a process ends. */
  exit(): void;
}

export interface SimulatedOptions {
  readonly network: Network;
  readonly files: Disk;
  readonly life: Life;
  /** Nothing but the checks and properties of these clauses is run. */
  readonly only: ReadonlySet<ClauseId> | undefined;
}

/** A machine for one process: what it was used for is kept, and nothing of it is real. */
export function simulatedMachine({ network, files, life, only }: SimulatedOptions): SimulatedMachine {
  const controller = new AbortController();
  const lastWords = new Set<() => void>();
  const written = { out: '', err: '' };
  let isInterruptible = false;
  const write = (stream: 'out' | 'err') => (text: string) => {
    life.step();
    written[stream] += text;
  };
  return {
    network,
    files,
    written,
    console: new Console({
      out: write('out'),
      err: write('err'),
      ask: async () => undefined,
      columns: undefined,
      isColored: false,
      bar: undefined,
    }),
    environment: {},
    interruption: () => {
      isInterruptible = true;
      return controller.signal;
    },
    interrupt: () => {
      // Before, and the second time, a signal ends the process.
      if (!isInterruptible || controller.signal.aborted) return true;
      controller.abort();
      return false;
    },
    atExit: (words) => {
      lastWords.add(words);
      return () => void lastWords.delete(words);
    },
    exit: () => {
      for (const words of lastWords) words();
    },
    unique: () => 'simulated',
    runSuites: (examination) => runAll(examination, only),
  };
}

/** Pact needs a process of its own, and real connections. */
async function runAll(examination: Examination, only: ReadonlySet<ClauseId> | undefined): Promise<void> {
  const isMeant = ({ clause }: { readonly clause: ClauseId }) => only === undefined || only.has(clause);
  for (const suite of suitesInOrder()) {
    if (suite.name === 'contract') continue;
    const { name, checks, patient, batches, laws } = suite;
    await runSuite(examination, {
      name,
      checks: checks.filter(isMeant),
      patient: patient.filter(isMeant),
      batches: batches.filter((batch) => batch.checks.some(isMeant)),
      laws: laws.filter(isMeant),
    });
  }
}
