import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { keyIdOf } from '../reports/certificate/dsse-envelope';
import type { Console } from './machine/console';
import { UsageError } from './usage-error';

/**
 * Makes a pair of Ed25519 keys: `NAME.key.pem`, for its owner's eyes alone, and `NAME.pub.pem`. Gives the exit code.
 *
 * @throws {UsageError} where they cannot be written, or are there already.
 */
export function keygen(name: string, console: Console): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = [
    { path: `${name}.key.pem`, text: privateKey.export({ type: 'pkcs8', format: 'pem' }), mode: 0o600 },
    { path: `${name}.pub.pem`, text: publicKey.export({ type: 'spki', format: 'pem' }), mode: 0o644 },
  ];
  for (const { path, text, mode } of files) write(path, text, mode);
  const names = files.map(({ path }) => path).join(', ');
  console.out(names, `key id ${keyIdOf(publicKey)}: tell it to whoever is to trust your certificates`);
  return 0;
}

function write(path: string, text: string | Buffer, mode: number): void {
  try {
    // A key that is lost cannot be had again: none is written over.
    writeFileSync(path, text, { mode, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const mend = code === 'EEXIST' ? 'keygen writes over no key, give another --out' : 'give another --out';
    throw new UsageError(`the key cannot be written to ${path} (${code}): ${mend}`);
  }
}
