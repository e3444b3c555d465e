import { Command } from 'commander';
import { everyCommand } from './setting';
import { addSettingOptions } from './setting-options';

/** Each flag, and the commands that show it in their help. */
const table = `
  --target                 run, plan, certify, contract verify
  --os-cloud               run, plan, restore, certify, contract verify
  --region                 run, plan, restore, certify, contract verify
  --interface              run, plan, restore, certify, contract verify
  --project-id             run, plan, certify, contract verify
  --server-id              run, plan, certify, contract verify
  --create-servers         run, plan, certify, contract verify
  --image                  run, plan, certify, contract verify
  --flavor                 run, plan, certify, contract verify
  --network                run, plan, certify, contract verify
  --yes                    run, certify, contract verify
  --token                  run, plan, restore, certify, contract verify
  --quota                  run, plan, certify, contract verify
  --profile                run, plan, certify, contract verify
  --effort                 run, plan
  --seed                   run, certify
  --replay                 run
  --reporter               run, certify
  --strict                 run
  --clause                 run, plan
  --last-failed            run
  --list                   run
  --json                   run
  --bail                   run
  --waive                  run
  --out                    run, certify, contract verify
  --quiet                  run, certify
  --verbose                run, certify
  --color                  run, certify, contract verify
  --no-color               run, certify, contract verify
  --against                run
  --against-project-id     run
  --against-server-id      run
  --against-token          run
  --baseline               run
  --vm-state               run, plan, certify, contract verify
  --vm-state-hook          run, plan, restore, certify, contract verify
  --vm-state-actions       run, plan, restore, certify, contract verify
  --no-vm-state-actions    run, plan, restore, certify, contract verify
  --resize-flavor          run, plan, restore, certify, contract verify
  --vm-state-timeout       run, plan, restore, certify, contract verify
  --other-cloud            run, plan, restore, certify, contract verify
  --other-project-id       run, plan, certify, contract verify
  --other-token            run, plan, restore, certify, contract verify
  --other-server-id        run, plan, certify, contract verify
  --cacert                 run, plan, restore, certify, contract verify
  --client-cert            run, plan, restore, certify, contract verify
  --client-key             run, plan, restore, certify, contract verify
  --insecure               run, plan, restore, certify, contract verify
  --max-rate               run, plan, restore, certify, contract verify
  --timeout                run, plan, restore, certify, contract verify
`;

test('each command takes the flags that belong to it', () => {
  const commands = new Map<string, string[]>();
  for (const name of everyCommand) {
    for (const { long, hidden } of addSettingOptions(new Command(), name).options) {
      if (long && long !== '--config' && !hidden) commands.set(long, [...(commands.get(long) ?? []), name]);
    }
  }
  const shown = [...commands].map(([flag, names]) => `  ${flag.padEnd(25)}${names.join(', ')}`);
  expect(shown.sort()).toEqual(
    table
      .trim()
      .split('\n')
      .map((line) => `  ${line.trim()}`)
      .sort(),
  );
});

test('help fits into 80 columns, and each flag is in a group', () => {
  for (const name of everyCommand) {
    const help = addSettingOptions(new Command(), name).helpInformation();
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(help).toMatch(/^Target:\n {2}--/m);
  }
});
