import { Command } from 'commander';
import { addSettingOptions } from '../settings/setting-options';
import { action, type Flags, prepare } from './action';

export const init = new Command('init')
  .description('write a config file with all settings as comments, which editors complete')
  .argument('[file]', 'YAML file to write', 'ecs-metadata-conformance.yaml')
  .option('--force', 'overwrite an existing file')
  .action(
    action(async (file: string, { force = false }: { force?: true | false }) => {
      const { init } = await import('../commands/init.js');
      const { realMachine } = await import('../machine/machine.js');
      return init(file, force, realMachine);
    }),
  );

export const doctor = addSettingOptions(new Command('doctor'), 'doctor')
  .description('look at a target without changing anything, and say what a run can test and what is missing')
  .action(
    action(async (flags: Flags) => {
      const given = await prepare('doctor', flags);
      return (await import('../commands/doctor.js')).doctor(...given);
    }),
  );
