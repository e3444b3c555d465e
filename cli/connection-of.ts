import { X509Certificate } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { Connection } from '../targets/http/agent';
import { readText } from './read-text';
import type { Given } from './settings';
import { UsageError } from './usage-error';

/**
 * How the target and Keystone are reached: what certificates are taken and shown.
 *
 * @throws {UsageError} for files that hold something else.
 */
export function connectionOf({ cacert, clientCert, clientKey, insecure }: Given): Connection {
  if (clientCert === undefined && clientKey !== undefined) {
    throw new UsageError('--client-key is given, but no certificate: give --client-cert, or leave it out');
  }
  return {
    ...(cacert === undefined ? {} : { ca: certificates(cacert) }),
    ...(clientCert === undefined ? {} : shown(clientCert, clientKey ?? clientCert)),
    ...(insecure === true ? { insecure } : {}),
  };
}

function certificates(path: string): string {
  const text = readText(atHome(path), 'the certificate file', 'check --cacert');
  try {
    // TLS passes over what is no certificate, and would only say later that it trusts nobody.
    new X509Certificate(text);
    return text;
  } catch {
    throw new UsageError(`the certificate file ${path} holds no certificate in PEM: check --cacert`);
  }
}

function shown(certPath: string, keyPath: string): { readonly cert: string; readonly key: string } {
  const cert = readText(atHome(certPath), 'the client certificate', 'check --client-cert');
  const key = readText(atHome(keyPath), 'the key of the client certificate', 'check --client-key');
  try {
    createSecureContext({ cert, key });
    return { cert, key };
  } catch {
    // What OpenSSL says of it is for those who know OpenSSL.
    const files = keyPath === certPath ? certPath : `${certPath} and ${keyPath}`;
    throw new UsageError(
      `${files} are no certificate and its key in PEM, without a passphrase: check --client-cert and --client-key`,
    );
  }
}

/** Shells replace the tilde, files do not. */
function atHome(path: string): string {
  return path.startsWith('~/') ? join(process.env.HOME ?? homedir(), path.slice(2)) : path;
}
