import { join } from 'node:path';
import { fileNames } from '../../reports/result/file-names';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import type { Target } from '../../targets/http/target';
import { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';
import type { Settings } from '../settings/settings';
import { defaultFolder } from '../settings/settings';
import { buildTarget } from './build-target';
import { confirm } from './confirm';
import { buildEmbeddedTarget } from './embedded-target';
import { type ResolvedSettings, resolveCredentials } from './resolve-credentials';
import { isEmbedded, validateSettings } from './validate-settings';
import { parseServerSpec, withTemporaryServers } from './with-temporary-servers';

type Work = (target: Target, given: ResolvedSettings, journal: JournalFile | undefined) => Promise<number>;

const journalName = fileNames.journal;

/** Calls `work` with the target of the settings, or with the embedded endpoint, for commands that only read. */
export async function withTargetToRead(
  given: Settings,
  machine: Machine,
  work: (target: Target, settings: ResolvedSettings) => Promise<number>,
): Promise<number> {
  const settings = await resolveCredentials(given, machine);
  validateSettings(settings);
  if (settings.target !== undefined && !isEmbedded(settings)) {
    return work(buildTarget(settings, settings.target, machine.network), settings);
  }
  const reference = await startEndpoint({ quota: given.quota ?? 128 });
  try {
    return await work(...buildEmbeddedTarget(reference, settings));
  } finally {
    await reference.close();
  }
}

/**
 * Calls `work` with the target of the settings, or with the embedded endpoint. The embedded endpoint ends with the
 * process, so it has no journal.
 *
 * Gives the exit code of `work`; 3 in place of 0 when a server could not be restored or deleted.
 */
export async function withTarget(given: Settings, machine: Machine, work: Work): Promise<number> {
  const settings = await resolveCredentials(given, machine);
  validateSettings(settings);
  if (settings.target !== undefined && !isEmbedded(settings)) {
    const target = buildTarget(settings, settings.target, machine.network);
    const journal = new JournalFile(join(given.out ?? defaultFolder, journalName), target, machine);
    const spec = parseServerSpec(given);
    await confirm(target, given, machine.console);
    const onAll = (all: Target) => work(all, settings, journal);
    const count = given.createServers ?? 0;
    const done =
      spec === undefined ? onAll(target) : withTemporaryServers(target, { count, spec, journal, machine }, onAll);
    return (await done) || (journal.hasLeftovers ? 3 : 0);
  }
  const reference = await startEndpoint({ quota: given.quota ?? 128 });
  try {
    return await work(...buildEmbeddedTarget(reference, given), undefined);
  } finally {
    await reference.close();
  }
}
