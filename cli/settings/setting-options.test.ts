import { Command } from 'commander';
import { everyCommand } from './setting';
import { addSettingOptions } from './setting-options';

/** Each flag, and the commands that show it in their help. */
const table = `
  --target                 run, plan, doctor, certify, contract verify
  --os-cloud               run, plan, doctor, restore, certify, contract verify
  --region                 run, plan, doctor, restore, certify, contract verify
  --interface              run, plan, doctor, restore, certify, contract verify
  --project-id             run, plan, doctor, certify, contract verify
  --server-id              run, plan, doctor, certify, contract verify
  --create-servers         run, plan, doctor, certify, contract verify
  --image                  run, plan, doctor, certify, contract verify
  --flavor                 run, plan, doctor, certify, contract verify
  --network                run, plan, doctor, certify, contract verify
  --yes                    run, certify, contract verify
  --token                  run, plan, doctor, restore, certify, contract verify
  --quota                  run, plan, doctor, certify, contract verify
  --profile                run, plan, doctor, certify, contract verify
  --effort                 run, plan, doctor
  --seed                   run, certify
  --replay                 run
  --reporter               run, certify, contract verify, merge
  --strict                 run
  --clause                 run, plan, doctor
  --shard                  run, plan, doctor
  --last-failed            run
  --list                   run
  --json                   run
  --bail                   run
  --waive                  run, doctor, contract verify
  --out                    run, doctor, certify, contract verify, merge
  --target-name            run
  --target-version         run
  --quiet                  run, certify, merge
  --verbose                run, certify, merge
  --color                  run, doctor, certify, contract verify, merge
  --no-color               run, doctor, certify, contract verify, merge
  --against                run
  --against-project-id     run
  --against-server-id      run
  --against-token          run
  --baseline               run, merge
  --vm-state               run, plan, doctor, certify, contract verify
  --vm-state-hook          run, plan, doctor, restore, certify, contract verify
  --vm-state-actions       run, plan, doctor, restore, certify, contract verify
  --no-vm-state-actions    run, plan, doctor, restore, certify, contract verify
  --resize-flavor          run, plan, doctor, restore, certify, contract verify
  --vm-state-timeout       run, plan, doctor, restore, certify, contract verify
  --other-cloud            run, plan, doctor, restore, certify, contract verify
  --other-project-id       run, plan, doctor, certify, contract verify
  --other-token            run, plan, doctor, restore, certify, contract verify
  --other-server-id        run, plan, doctor, certify, contract verify
  --cacert                 run, plan, doctor, restore, certify, contract verify
  --client-cert            run, plan, doctor, restore, certify, contract verify
  --client-key             run, plan, doctor, restore, certify, contract verify
  --insecure               run, plan, doctor, restore, certify, contract verify
  --max-rate               run, plan, doctor, restore, certify, contract verify
  --max-requests           run, plan, doctor
  --max-time               run
  --timeout                run, plan, doctor, restore, certify, contract verify
`;

test('each command takes the flags that belong to it', () => {
  const commands = new Map<string, string[]>();
  for (const name of [...everyCommand, 'merge'] as const) {
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
