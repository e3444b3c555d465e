import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readText } from './read-text';
import { UsageError } from './usage-error';

/**
 * The Ed25519 key of a PEM file.
 *
 * @throws {UsageError} for a file that cannot be read or holds another kind of key.
 */
export function keyFile(path: string, kind: 'private' | 'public'): KeyObject {
  const flag = kind === 'private' ? '--key' : '--public-key';
  const text = readText(path, 'the key', `check ${flag}`);
  const key = keyOf(text, kind);
  if (key?.asymmetricKeyType === 'ed25519' && key.type === kind) return key;
  throw new UsageError(`${path} holds no ${kind} Ed25519 key in PEM: check ${flag}; keygen makes a pair`);
}

function keyOf(text: string, kind: 'private' | 'public'): KeyObject | undefined {
  // From a private key Node would derive the public one: whoever verifies must not be handed that.
  if (kind === 'public' && text.includes('PRIVATE KEY')) return undefined;
  try {
    return kind === 'private' ? createPrivateKey(text) : createPublicKey(text);
  } catch {
    return undefined;
  }
}
