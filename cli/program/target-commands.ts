import { Command, InvalidArgumentError } from 'commander';
import type { ServeOptions } from '../commands/serve';
import { realConsole } from '../machine/console';
import { addSettingOptions } from '../settings/setting-options';
import { defaultFolder } from '../settings/settings';
import { action, type Flags, prepare } from './action';

const examples = `
Examples:
  The embedded endpoint, as a first try:
    $ ecs-metadata-conformance run --effort quick
  A target, with two servers of one project and a token in OS_TOKEN:
    $ ecs-metadata-conformance run --target https://ecs.example.com \\
        --project-id PROJECT --server-id SERVER,SERVER
  A cloud of clouds.yaml, with two servers that are created for the run:
    $ ecs-metadata-conformance run --os-cloud CLOUD \\
        --create-servers 2 --image IMAGE --flavor FLAVOR`;

export const run = addSettingOptions(new Command('run'), 'run')
  .description('run the suite against a target, or against the embedded endpoint')
  .addHelpText('after', examples)
  .action(
    action(async (flags: Flags) => {
      const given = await prepare('run', flags);
      return (await import('../commands/run.js')).run(...given);
    }),
  );

export const plan = addSettingOptions(new Command('plan'), 'plan')
  .description('print what a run would do; it reads from the target, and changes nothing')
  .action(
    action(async (flags: Flags) => {
      const given = await prepare('plan', flags);
      return (await import('../commands/plan.js')).plan(...given);
    }),
  );

export const restore = addSettingOptions(new Command('restore'), 'restore')
  .description('restore the servers that a killed run has changed, and delete those that it has created')
  .argument('[journal]', 'journal of that run', `${defaultFolder}/journal.jsonl`)
  .action(
    action(async (journal: string, flags: Flags) => {
      const [settings, machine] = await prepare('restore', flags);
      return (await import('../commands/restore.js')).restore(settings, journal, machine);
    }),
  );

const faultHelp =
  'fault of the mock, repeatable: latency=2s, status=503:0.1, drop=request, drop=response, truncate=10, slow-body=2s, mutant=NAME, token-lifetime=5s, seed=1; docs/mock.md explains them';

export const serve = new Command('serve')
  .description('serve a mock cloud on this machine: the embedded endpoint, and Keystone, for any OpenStack client')
  .option('--port <number>', 'port to listen on, 0 for any free one', parseNumber(0, 65_535), 8774)
  .option('--servers <number>', 'active servers of the project', parseNumber(1, 1_000), 3)
  .option('--fault <name=value,…>', faultHelp, (text, before: readonly string[]) => [...before, text], [])
  .option('--json', 'print one JSON object, for a program', false)
  .action(action(async (options: ServeOptions) => (await import('../commands/serve.js')).serve(options, realConsole)));

function parseNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
  };
}
