import type { Command } from 'commander';
import { contractPublish, type PublishOptions } from './contract-publish';
import type { SourceOptions } from './contract-source';
import { contractVerify } from './contract-verify';
import { addSettings, gather } from './gather';
import { realMachine } from './machine/machine';
import { ofAgainst } from './second-target';
import type { SettingName } from './settings';

/** Settings of a run that say nothing of a contract. */
const unused: readonly SettingName[] = ['strict', 'waive', ...ofAgainst, 'baseline', 'out', 'effort', 'seed', 'replay'];

/** Adds `contract`: what clients of the API rely on, as a pact. */
export function addContractCommand(program: Command, done: (code: number) => void): void {
  const command = program.command('contract').description('verify or publish a consumer contract (Pact)');
  const verify = command.command('verify').description('verify a contract against a target, or the embedded endpoint');
  addSettings(verify, unused)
    .option('--pact <file>', 'a pact of your own; without it the contract of this suite is verified')
    .option('--from-broker <url>', 'the contracts that a Pact Broker holds for the provider')
    .option('--provider <name>', 'under which name the broker knows the provider', 'ecs-metadata')
    .option('--provider-version <version>', 'publish the results to the broker, for this version of the provider')
    .option('--provider-branch <branch>', 'the branch that this version is of')
    .allowExcessArguments(false)
    .action(async (flags: SourceOptions & Record<string, unknown>) => {
      done(await contractVerify(gather(flags, process.env), flags, realMachine));
    });
  command
    .command('publish')
    .description('publish the contract of this suite to a Pact Broker')
    .requiredOption('--broker <url>', 'the broker')
    .requiredOption('--consumer-version <version>', 'the version of the client that the contract is of')
    .option('--branch <branch>', 'the branch that this version is of')
    .allowExcessArguments(false)
    .action(async (flags: PublishOptions) => done(await contractPublish(flags, realMachine.console)));
}
