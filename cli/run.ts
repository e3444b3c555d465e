import { join } from 'node:path';
import { applyBaseline } from '../reports/verdict/baseline';
import { against } from './against';
import { readBaseline } from './baseline-file';
import { conductRun } from './conduct-run';
import { consent } from './consent';
import { readCorpus } from './corpus-file';
import { defaultFolder } from './default-folder';
import { JournalFile } from './journal-file';
import type { Machine } from './machine/machine';
import { planOf } from './plan-of';
import { profileOf } from './profile-of';
import { replay } from './replay';
import { ReportsFolder } from './reports-folder';
import { secondTarget } from './second-target';
import type { Given } from './settings';
import { tell } from './tell';
import { waivedBy } from './waived';
import { withTarget } from './with-target';

/** Examines the target that the user named, or else the embedded endpoint. Gives the exit code. */
export async function run(given: Given, machine: Machine): Promise<number> {
  const { files, network } = machine;
  const profile = profileOf(given.profile ?? 'ecs');
  const waived = waivedBy(given.waive ?? []);
  const baseline = given.baseline === undefined ? undefined : readBaseline(given.baseline);
  return withTarget(given, machine, async (target, settings, journal) => {
    const out = given.out ?? defaultFolder;
    const plan = planOf(given, readCorpus(out, files));
    if (given.against !== undefined) {
      const other = secondTarget(settings, given.against, network);
      await consent(other, given, machine.console);
      const journals = [journal, new JournalFile(join(out, 'journal-against.jsonl'), other, machine)] as const;
      return against({ target, other, profile, plan, quota: settings.quota, journals, machine });
    }
    const { replay: asked } = plan;
    if (asked !== undefined) return replay(target, profile, { ...plan, replay: asked }, settings, journal, machine);
    const folder = new ReportsFolder(out, files);
    const found = await conductRun({ target, profile, plan, waived, given: settings, journal, machine }, folder);
    const today = network.clock.date().toISOString().slice(0, 10);
    const result = baseline === undefined ? found.result : applyBaseline(found.result, baseline, today);
    // Before anything else that can fail, `tell` says what was not put back.
    journal?.told();
    tell({ ...found, result }, folder, machine);
    return result.exitCode;
  });
}
