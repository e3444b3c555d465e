import { join } from 'node:path';
import { startEndpoint } from '../targets/embedded/start-endpoint';
import type { Target } from '../targets/http/target';
import { type Accessed, accessed } from './accessed';
import { consent } from './consent';
import { defaultFolder } from './default-folder';
import { embedded } from './embedded';
import { JournalFile } from './journal-file';
import type { Machine } from './machine/machine';
import { isEmbedded, refuseWithoutTarget } from './refuse-without-target';
import { serverSpec } from './server-spec';
import type { Given } from './settings';
import { targetOf } from './target-of';
import { withMadeServers } from './with-made-servers';

type Work = (target: Target, given: Accessed, journal: JournalFile | undefined) => Promise<number>;

export const journalName = 'journal.jsonl';

/**
 * Does something with the target that the user named, or else with the embedded endpoint, and what is given for it.
 * The embedded endpoint ends with the process: there is nothing to keep a journal for.
 *
 * Gives the exit code of the work, but never 0 where something is left to be put back or deleted.
 */
export async function withTarget(given: Given, machine: Machine, work: Work): Promise<number> {
  const settings = await accessed(given, machine);
  refuseWithoutTarget(settings);
  if (settings.target !== undefined && !isEmbedded(settings)) {
    const target = targetOf(settings, settings.target, machine.network);
    const journal = new JournalFile(join(given.out ?? defaultFolder, journalName), target, machine);
    const spec = serverSpec(given);
    await consent(target, given, machine.console);
    const onAll = (all: Target) => work(all, settings, journal);
    const count = given.createServers ?? 0;
    const done = spec === undefined ? onAll(target) : withMadeServers(target, { count, spec, journal, machine }, onAll);
    return (await done) || (journal.isLeft ? 3 : 0);
  }
  const reference = await startEndpoint({ quota: given.quota ?? 128 });
  try {
    return await work(...embedded(reference, given), undefined);
  } finally {
    await reference.close();
  }
}
