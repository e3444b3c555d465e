import { join } from 'node:path';
import { startReference } from '../targets/reference/reference';
import type { Target } from '../targets/target';
import { type Accessed, accessed } from './accessed';
import { consent } from './consent';
import { defaultFolder } from './default-folder';
import { embedded } from './embedded';
import { JournalFile } from './journal-file';
import { isEmbedded, refuseWithoutTarget } from './refuse-without-target';
import { serverSpec } from './server-spec';
import type { Given } from './settings';
import { targetOf } from './target-of';
import { withMadeServers } from './with-made-servers';

type Work<Result> = (target: Target, given: Accessed, journal: JournalFile | undefined) => Promise<Result>;

export const journalName = 'journal.jsonl';

/**
 * Does something with the target that the user named, or else with the embedded endpoint, and what is given for it.
 * The embedded endpoint ends with the process: there is nothing to keep a journal for.
 */
export async function withTarget<Result>(given: Given, work: Work<Result>): Promise<Result> {
  const settings = await accessed(given);
  refuseWithoutTarget(settings);
  if (settings.target !== undefined && !isEmbedded(settings)) {
    const target = targetOf(settings, settings.target);
    const journal = new JournalFile(join(given.out ?? defaultFolder, journalName), target);
    const spec = serverSpec(given);
    await consent(target, given);
    if (spec === undefined) return work(target, settings, journal);
    const count = given.createServers ?? 0;
    return withMadeServers(target, count, spec, journal, (all) => work(all, settings, journal));
  }
  const reference = await startReference({ quota: given.quota ?? 128 });
  try {
    return await work(...embedded(reference, given), undefined);
  } finally {
    await reference.close();
  }
}
