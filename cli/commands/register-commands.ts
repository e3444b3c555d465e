import type { Command } from 'commander';
import { editions } from '../../contracts/editions';
import { realMachine } from '../machine/machine';
import { addSettingOptions, loadSettings } from '../settings/load-settings';
import type { SettingName } from '../settings/settings';
import { againstSettings } from './against';
import { certify, notForCertify } from './certify';
import { contractPublish, type PublishOptions } from './contract-publish';
import { type ContractSourceOptions, contractVerify } from './contract-verify';
import { keygen } from './keygen';
import { plan } from './plan';
import { restore } from './restore';
import { findEdition, verify } from './verify';

/** What a plan does not depend on. */
const notForPlan: readonly SettingName[] = [
  ...againstSettings,
  'baseline',
  'out',
  'replay',
  'reporter',
  'seed',
  'strict',
  'waive',
  'clause',
  'yes',
];

/** What the journal knows, and what is said of an examination alone. */
const notForRestore: readonly SettingName[] = [
  ...notForPlan,
  'createServers',
  'effort',
  'flavor',
  'image',
  'network',
  'otherProjectId',
  'otherServerId',
  'profile',
  'projectId',
  'quota',
  'serverId',
  'target',
  'vmState',
];

/** Adds `plan` and `restore`: what comes before a run, and what after one that was killed. */
export function registerPlanAndRestore(program: Command, done: (code: number) => void): void {
  addSettingOptions(
    program.command('plan').description('print what a run would do; reads, and changes nothing'),
    notForPlan,
  )
    .allowExcessArguments(false)
    .action(async (flags) => done(await plan(loadSettings(flags, process.env), realMachine)));
  addSettingOptions(program.command('restore').description('put back what a killed run has left behind'), notForRestore)
    .argument('[journal]', 'the journal of that run', 'conformance-report/journal.jsonl')
    .allowExcessArguments(false)
    .action(async (journal: string, flags) =>
      done(await restore(loadSettings(flags, process.env), journal, realMachine)),
    );
}

/** Adds `certify`, `verify` and `keygen`. */
export function registerCertificateCommands(program: Command, done: (code: number) => void): void {
  addSettingOptions(
    program.command('certify').description('examine a target as an edition requires, and sign it'),
    notForCertify,
  )
    .requiredOption('--key <file>', 'the private key to sign with (PEM, Ed25519)')
    .allowExcessArguments(false)
    .action(async (flags: { key: string } & Record<string, unknown>) => {
      done(await certify(loadSettings(flags, process.env), flags.key, realMachine));
    });
  program
    .command('verify')
    .description('verify what certify has written; needs no network and no target')
    .argument('<bundle>', 'the folder')
    .requiredOption('--public-key <file>', 'the key of whoever you trust to certify (PEM, Ed25519)')
    .option('--edition <name>', 'the edition that it must be made by', editions[0].edition)
    .allowExcessArguments(false)
    .action(async (bundle: string, { publicKey, edition }: { publicKey: string; edition: string }) => {
      done(await verify(bundle, publicKey, findEdition(edition), realMachine.console));
    });
  program
    .command('keygen')
    .description('make a pair of keys for certify and verify')
    .option('--out <name>', 'the files are this with .key.pem and .pub.pem after it', 'ecs-metadata-conformance')
    .allowExcessArguments(false)
    .action(({ out }: { out: string }) => done(keygen(out, realMachine.console)));
}

/** Settings of a run that say nothing of a contract. */
const notForContract: readonly SettingName[] = [
  'strict',
  'waive',
  'clause',
  ...againstSettings,
  'baseline',
  'out',
  'reporter',
  'effort',
  'seed',
  'replay',
];

/** Adds `contract`: what clients of the API rely on, as a pact. */
export function registerContractCommands(program: Command, done: (code: number) => void): void {
  const command = program.command('contract').description('verify or publish a consumer contract (Pact)');
  const verify = command.command('verify').description('verify a contract against a target, or the embedded endpoint');
  addSettingOptions(verify, notForContract)
    .option('--pact <file>', 'a pact of your own; without it the contract of this suite is verified')
    .option('--from-broker <url>', 'the contracts that a Pact Broker holds for the provider')
    .option('--provider <name>', 'under which name the broker knows the provider', 'ecs-metadata')
    .option('--provider-version <version>', 'publish the results to the broker, for this version of the provider')
    .option('--provider-branch <branch>', 'the branch that this version is of')
    .allowExcessArguments(false)
    .action(async (flags: ContractSourceOptions & Record<string, unknown>) => {
      done(await contractVerify(loadSettings(flags, process.env), flags, realMachine));
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
