import { Command } from 'commander';
import type { PublishOptions } from '../commands/contract/contract-publish';
import type { ContractSourceOptions } from '../commands/contract/contract-verify';
import { realConsole } from '../machine/console';
import { addSettingOptions } from '../settings/setting-options';
import { action, type Flags, prepare } from './action';

const verify = addSettingOptions(new Command('verify'), 'contract verify')
  .description('verify a contract against a target, or against the embedded endpoint')
  .optionsGroup('Contract:')
  .option('--pact <file>', 'pact file to verify (default: the contract of this suite)')
  .option('--from-broker <url>', 'verify the contracts that this Pact Broker has for the provider')
  .option('--provider <name>', 'name of the provider in the broker', 'ecs-metadata')
  .option('--provider-version <version>', 'publish the results to the broker, for this version of the provider')
  .option('--provider-branch <branch>', 'branch of this version of the provider')
  .action(
    action(async (flags: ContractSourceOptions & Flags) => {
      const [settings, machine] = await prepare('contract verify', flags);
      return (await import('../commands/contract/contract-verify.js')).contractVerify(settings, flags, machine);
    }),
  );

const publish = new Command('publish')
  .description('publish the contract of this suite to a Pact Broker')
  .requiredOption('--broker <url>', 'URL of the broker')
  .requiredOption('--consumer-version <version>', 'version of the client that the contract belongs to')
  .option('--branch <branch>', 'branch of this version of the client')
  .action(
    action(async (flags: PublishOptions) => {
      const { contractPublish } = await import('../commands/contract/contract-publish.js');
      return contractPublish(flags, realConsole);
    }),
  );

export const contract = new Command('contract')
  .description('verify or publish a consumer contract (Pact)')
  .addCommand(verify)
  .addCommand(publish);
