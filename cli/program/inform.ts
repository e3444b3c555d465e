import { Command } from 'commander';
import { realConsole } from '../machine/console';
import { action } from './action';

export const clauses = new Command('clauses')
  .description('print the catalogue of clauses')
  .option('--json', 'print JSON')
  .option('--profile <name>', 'levels and readings of this profile: ecs, nova, or a JSON file', 'ecs')
  .action(
    action(async ({ json, profile }: { json?: true; profile: string }) => {
      const { loadProfile } = await import('../settings/load-profile.js');
      const { clausesAsJson, clausesAsText } = await import('../commands/clauses.js');
      if (json) realConsole.out(...clausesAsJson(loadProfile(profile)));
      else realConsole.outWrapped(...clausesAsText(loadProfile(profile)));
      return 0;
    }),
  );

export const explain = new Command('explain')
  .description(
    'print everything about one clause: its source, its levels, its checks, known implementations; or the clauses of a family',
  )
  .argument('<clause>', 'clause or family, such as REPLACE-02 or key')
  .option('--json', 'print JSON')
  .action(
    action(async (clause: string, { json }: { json?: true }) => {
      const { explain, explainAsJson } = await import('../commands/explain.js');
      if (json) realConsole.out(...explainAsJson(clause));
      else realConsole.outWrapped(...explain(clause));
      return 0;
    }),
  );

export const compare = new Command('compare')
  .description('compare the results of two runs')
  .argument('<before>', 'result.json of the earlier run')
  .argument('<after>', 'result.json of the later run')
  .action(
    action(async (before: string, after: string) => {
      const { compare } = await import('../commands/results/compare.js');
      return compare(before, after, realConsole);
    }),
  );
