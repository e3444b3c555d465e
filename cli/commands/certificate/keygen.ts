import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { keyIdOf } from '../../../reports/certificate/dsse-envelope';
import { ConfigurationError } from '../../../targets/errors';
import type { Console } from '../../machine/console';
import { readText } from '../../machine/user-file';

/**
 * Makes a pair of Ed25519 keys: `NAME.key.pem`, readable for its owner only, and `NAME.pub.pem`. Gives the exit code.
 *
 * @throws {ConfigurationError} when they cannot be written, or exist already.
 */
export function keygen(name: string, console: Console): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = [
    { path: `${name}.key.pem`, text: privateKey.export({ type: 'pkcs8', format: 'pem' }), mode: 0o600 },
    { path: `${name}.pub.pem`, text: publicKey.export({ type: 'spki', format: 'pem' }), mode: 0o644 },
  ];
  for (const { path, text, mode } of files) write(path, text, mode);
  const names = files.map(({ path }) => path).join(', ');
  console.outWrapped(names, `key id ${keyIdOf(publicKey)}: publish it with the public key`);
  return 0;
}

function write(path: string, text: string | Buffer, mode: number): void {
  try {
    // A lost key cannot be made again: no file is overwritten.
    writeFileSync(path, text, { mode, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const mend = code === 'EEXIST' ? 'keygen overwrites no key, so give another --out' : 'give another --out';
    throw new ConfigurationError(`the key cannot be written to ${path} (${code}): ${mend}`);
  }
}

/**
 * The Ed25519 key of a PEM file.
 *
 * @throws {ConfigurationError} for a file that cannot be read or has another kind of key.
 */
export function readKey(path: string, kind: 'private' | 'public'): KeyObject {
  const flag = kind === 'private' ? '--key' : '--public-key';
  const text = readText(path, 'the key', `check ${flag}`);
  const key = parseKey(text, kind);
  if (key?.asymmetricKeyType === 'ed25519' && key.type === kind) return key;
  throw new ConfigurationError(
    `${path} has no ${kind} Ed25519 key in PEM: check ${flag} (the command keygen makes a pair)`,
  );
}

function parseKey(text: string, kind: 'private' | 'public'): KeyObject | undefined {
  // Node would derive the public key from a private one, and verifiers must not have the private key.
  if (kind === 'public' && text.includes('PRIVATE KEY')) return undefined;
  try {
    return kind === 'private' ? createPrivateKey(text) : createPublicKey(text);
  } catch {
    return undefined;
  }
}
