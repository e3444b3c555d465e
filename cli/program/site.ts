import { Command, InvalidArgumentError } from 'commander';
import { defaultFolder } from '../settings/settings';
import { action } from './action';

const exitCodes = `
The exit code is the worst one of the targets, in this order:
  4 error, 2 configuration error, 1 not conformant, 3 incomplete, 0 conformant
The variables of the environment hold for every target, and take precedence
over its config file: ECS_METADATA_EFFORT=quick makes every run quick.`;

interface FleetFlags {
  readonly only?: readonly string[];
  readonly out: string;
}

export const fleet = new Command('fleet')
  .description('run the suite against many targets, one after the other')
  .argument('<file>', 'YAML list of targets, each with name and config; paths are relative to the file')
  .option('--only <name,…>', 'only these targets of the file', parseNames)
  .option('--out <dir>', 'folder of the reports; each target has a folder of its name in it', defaultFolder)
  .addHelpText('after', exitCodes)
  .action(
    action(async (file: string, { only, out }: FleetFlags) => {
      const { realMachine } = await import('../machine/machine.js');
      return (await import('../commands/fleet.js')).fleet({ file, only, out }, realMachine);
    }),
  );

export const site = new Command('site')
  .description('make static pages of many results: targets by clauses, and the history of each target')
  .argument('<dir>', 'folder; every result.json below it is read')
  .option('--out <dir>', 'folder of the pages', 'conformance-site')
  .action(
    action(async (folder: string, { out }: { readonly out: string }) => {
      const { realMachine } = await import('../machine/machine.js');
      return (await import('../commands/results/site.js')).site(folder, out, realMachine);
    }),
  );

/** As the flag of a list: separated by commas, and repeatable. */
function parseNames(text: string, before: readonly string[] = []): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Give names, separated by commas.');
  return [...before, ...names];
}
