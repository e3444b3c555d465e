import { Command } from 'commander';
import { realConsole } from '../machine/console';
import { addSettingOptions } from '../settings/setting-options';
import { action, type Flags, prepare } from './action';

export const certify = addSettingOptions(new Command('certify'), 'certify')
  .description('run the suite as the newest edition requires, and sign the result')
  .requiredOption('--key <file>', 'private key for the signature (PEM, Ed25519)')
  .action(
    action(async (flags: Flags & { readonly key: string }) => {
      const [settings, machine] = await prepare('certify', flags);
      return (await import('../commands/certificate/certify.js')).certify(settings, flags.key, machine);
    }),
  );

export const verify = new Command('verify')
  .description('verify a bundle of certify, without network and without the target')
  .argument('<bundle>', 'folder that certify has written')
  .requiredOption('--public-key <file>', 'public key of the certifier that you trust (PEM, Ed25519)')
  .option('--edition <name>', 'edition that the bundle must be made by (default: the newest)')
  .action(
    action(async (bundle: string, { publicKey, edition }: { publicKey: string; edition?: string }) => {
      const { findEdition, verify } = await import('../commands/certificate/verify.js');
      return verify(bundle, publicKey, findEdition(edition), realConsole);
    }),
  );

export const keygen = new Command('keygen')
  .description('make a pair of keys for certify and verify')
  .option('--out <name>', 'write NAME.key.pem and NAME.pub.pem', 'ecs-metadata-conformance')
  .action(
    action(async ({ out }: { out: string }) =>
      (await import('../commands/certificate/keygen.js')).keygen(out, realConsole),
    ),
  );
