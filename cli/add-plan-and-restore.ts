import type { Command } from 'commander';
import { addSettings, gather } from './gather';
import { realMachine } from './machine/machine';
import { plan } from './plan';
import { restore } from './restore';
import { ofAgainst } from './second-target';
import type { SettingName } from './settings';

/** What a plan does not depend on. */
const unplanned: readonly SettingName[] = [...ofAgainst, 'baseline', 'out', 'replay', 'seed', 'strict', 'waive', 'yes'];

/** What the journal knows, and what is said of an examination alone. */
const unrestored: readonly SettingName[] = [
  ...unplanned,
  'createServers',
  'effort',
  'flavor',
  'image',
  'network',
  'otherProjectId',
  'otherServerId',
  'profile',
  'projectId',
  'quota',
  'serverId',
  'target',
  'vmState',
];

/** Adds `plan` and `restore`: what comes before a run, and what after one that was killed. */
export function addPlanAndRestore(program: Command, done: (code: number) => void): void {
  addSettings(program.command('plan').description('print what a run would do; reads, and changes nothing'), unplanned)
    .allowExcessArguments(false)
    .action(async (flags) => done(await plan(gather(flags, process.env), realMachine)));
  addSettings(program.command('restore').description('put back what a killed run has left behind'), unrestored)
    .argument('[journal]', 'the journal of that run', 'conformance-report/journal.jsonl')
    .allowExcessArguments(false)
    .action(async (journal: string, flags) => done(await restore(gather(flags, process.env), journal, realMachine)));
}
