import { Command } from 'commander';
import { addSettingOptions } from '../settings/setting-options';
import { action, type Flags, prepare } from './action';

const examples = `
Example: two shards, each with servers of its own, and one result.
  $ ecs-metadata-conformance run --shard 1/2 --seed 7 --out shards/1 …
  $ ecs-metadata-conformance run --shard 2/2 --seed 7 --out shards/2 …
  $ ecs-metadata-conformance merge shards/1 shards/2`;

export const merge = addSettingOptions(new Command('merge'), 'merge')
  .description('merge the reports of run --shard into one, judged again from the evidence')
  .argument('<dir...>', 'folders of the reports of all shards of one run')
  .addHelpText('after', examples)
  .action(
    action(async (folders: readonly string[], flags: Flags) => {
      const given = await prepare('merge', flags);
      return (await import('../commands/results/merge.js')).merge(folders, ...given);
    }),
  );
