import { Command } from 'commander';
import { defaultFolder } from '../settings/settings';
import { action } from './action';

const examples = `
Example: accept the failures of the last run until the end of March.
  $ ecs-metadata-conformance baseline update --reason "being fixed" \\
      --owner https://tracker.example.com/4711 --expires 2027-03-31
  $ ecs-metadata-conformance run --baseline conformance-baseline.yaml`;

interface UpdateFlags {
  readonly baseline: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
}

const update = new Command('update')
  .description(
    'add the failures of a result to a baseline, and remove the entries that no longer fail; in the other entries, the flags replace unfilled placeholders and an expired date, and nothing else',
  )
  .argument('[result]', 'result.json of a run', `${defaultFolder}/result.json`)
  .option('--baseline <file>', 'YAML or JSON file to update; created if it does not exist', 'conformance-baseline.yaml')
  .option('--reason <text>', 'why the clauses fail')
  .option('--owner <url>', 'URL of the ticket of the clauses')
  .option('--expires <date>', 'last day on which the failures are accepted, such as 2027-03-31')
  .addHelpText('after', examples)
  .action(
    action(async (result: string, flags: UpdateFlags) => {
      const { baselineUpdate } = await import('../commands/results/baseline-update.js');
      const { realMachine } = await import('../machine/machine.js');
      return baselineUpdate(result, flags, realMachine);
    }),
  );

export const baseline = new Command('baseline')
  .description('update the known failures that run --baseline accepts')
  .addCommand(update);
