import type { Command } from 'commander';
import { editions } from '../contracts/editions';
import { certify, decided } from './certify';
import { addSettings, gather } from './gather';
import { keygen } from './keygen';
import { realMachine } from './machine/machine';
import { editionOf, verify } from './verify';

/** Adds `certify`, `verify` and `keygen`. */
export function addCertificateCommands(program: Command, done: (code: number) => void): void {
  addSettings(program.command('certify').description('examine a target as an edition requires, and sign it'), decided)
    .requiredOption('--key <file>', 'the private key to sign with (PEM, Ed25519)')
    .allowExcessArguments(false)
    .action(async (flags: { key: string } & Record<string, unknown>) => {
      done(await certify(gather(flags, process.env), flags.key, realMachine));
    });
  program
    .command('verify')
    .description('verify what certify has written; needs no network and no target')
    .argument('<bundle>', 'the folder')
    .requiredOption('--public-key <file>', 'the key of whoever you trust to certify (PEM, Ed25519)')
    .option('--edition <name>', 'the edition that it must be made by', editions[0].edition)
    .allowExcessArguments(false)
    .action(async (bundle: string, { publicKey, edition }: { publicKey: string; edition: string }) => {
      done(await verify(bundle, publicKey, editionOf(edition), realMachine.console));
    });
  program
    .command('keygen')
    .description('make a pair of keys for certify and verify')
    .option('--out <name>', 'the files are this with .key.pem and .pub.pem after it', 'ecs-metadata-conformance')
    .allowExcessArguments(false)
    .action(({ out }: { out: string }) => done(keygen(out, realMachine.console)));
}
