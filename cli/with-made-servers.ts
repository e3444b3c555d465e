import { Api } from '../targets/api';
import { Keys } from '../targets/keys';
import { ServerMaker, type ServerSpec, Unmakeable } from '../targets/server-maker';
import type { Target } from '../targets/target';
import { TargetTrouble } from '../targets/trouble';
import { openWire } from '../targets/wire';
import type { JournalFile } from './journal-file';
import type { Machine } from './machine/machine';
import { UsageError } from './usage-error';

export interface MakeOptions {
  readonly count: number;
  readonly spec: ServerSpec;
  readonly journal: JournalFile;
  readonly machine: Machine;
}

/**
 * Makes servers for the run, does something with them, and deletes them, however that ended. One more is made and
 * deleted before: that vm_state can be had in no other way.
 */
export async function withMadeServers<Result>(
  target: Target,
  { count, spec, journal, machine }: MakeOptions,
  work: (target: Target) => Promise<Result>,
): Promise<Result> {
  const wire = openWire(target, () => undefined);
  const maker = new ServerMaker(new Api(wire), target.projectId, target.vmStates.timeout);
  const making = new Making(maker, spec, journal, new Keys(target), machine);
  const { fixed } = target.vmStates;
  try {
    const made = await making.make(count + (fixed.deleted === undefined ? 1 : 0));
    const [deleted] = made.slice(count);
    // Where a cloud keeps for a while what is deleted, it is the state of that.
    const all = deleted === undefined ? fixed : { [await maker.delete(deleted)]: deleted, ...fixed };
    const serverIds = [...target.serverIds, ...made.slice(0, count)];
    return await work({ ...target, serverIds, vmStates: { ...target.vmStates, fixed: all } });
  } finally {
    await making.deleteAll();
    wire.close();
  }
}

class Making {
  /** Ids by names, as far as they are known. */
  private readonly made = new Map<string, string | undefined>();

  constructor(
    private readonly maker: ServerMaker,
    private readonly spec: ServerSpec,
    private readonly journal: JournalFile,
    private readonly keys: Keys,
    private readonly machine: Machine,
  ) {}

  /**
   * Gives the ids.
   *
   * @throws {UsageError} where the target refuses.
   */
  async make(count: number): Promise<string[]> {
    const signal = this.machine.interruption();
    const run = this.machine.unique();
    this.machine.console.err(`making ${count} servers`);
    try {
      for (let number = 1; number <= count; number += 1) {
        if (signal.aborted) throw new TargetTrouble('the run was cut short');
        await this.makeOne(`ecs-metadata-conformance-${run}-${number}`);
      }
      const ids = [...this.made.values()].filter((id) => id !== undefined);
      for (const id of ids) await this.maker.untilActive(id, signal);
      return ids;
    } catch (error) {
      if (!(error instanceof Unmakeable)) throw error;
      // It quotes the target.
      const words = this.keys.clean.text(error.message);
      throw new UsageError(`${words}: check --image, --flavor, --network and the quota of the project`);
    }
  }

  async deleteAll(): Promise<void> {
    const { console } = this.machine;
    console.err(`deleting ${this.made.size} servers`);
    const complaints = await this.maker.deleteAll(this.made);
    for (const complaint of complaints) console.err(`NOT PUT BACK: ${complaint}`);
    this.journal.deleted(complaints);
  }

  private async makeOne(name: string): Promise<void> {
    this.made.set(name, undefined);
    this.journal.making(name);
    const id = await this.maker.make(name, this.spec);
    this.made.set(name, id);
    this.journal.making(name, id);
  }
}
