import { X509Certificate } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import type { Connection } from '../../targets/http/agent';
import { redactUrl } from '../../targets/redact/redact-url';
import { ConfigurationError } from '../machine/configuration-error';
import { readText } from '../machine/user-file';
import type { Settings } from '../settings/settings';

/**
 * How the target and Keystone are reached: what certificates are taken and shown.
 *
 * @throws {ConfigurationError} for files that hold something else.
 */
export function buildConnection({ cacert, clientCert, clientKey, insecure }: Settings): Connection {
  if (clientCert === undefined && clientKey !== undefined) {
    throw new ConfigurationError('--client-key is given, but no certificate: give --client-cert, or leave it out');
  }
  return {
    ...(cacert === undefined ? {} : { ca: readCertificates(cacert) }),
    ...(clientCert === undefined ? {} : readClientCertificate(clientCert, clientKey ?? clientCert)),
    ...(insecure === true ? { insecure } : {}),
  };
}

function readCertificates(path: string): string {
  const text = readText(expandHome(path), 'the certificate file', 'check --cacert');
  try {
    // TLS passes over what is no certificate, and would only say later that it trusts nobody.
    new X509Certificate(text);
    return text;
  } catch {
    throw new ConfigurationError(`the certificate file ${path} holds no certificate in PEM: check --cacert`);
  }
}

function readClientCertificate(certPath: string, keyPath: string): { readonly cert: string; readonly key: string } {
  const cert = readText(expandHome(certPath), 'the client certificate', 'check --client-cert');
  const key = readText(expandHome(keyPath), 'the key of the client certificate', 'check --client-key');
  try {
    createSecureContext({ cert, key });
    return { cert, key };
  } catch {
    // What OpenSSL says of it is for those who know OpenSSL.
    const files = keyPath === certPath ? certPath : `${certPath} and ${keyPath}`;
    throw new ConfigurationError(
      `${files} are no certificate and its key in PEM, without a passphrase: check --client-cert and --client-key`,
    );
  }
}

/** Shells replace the tilde, files do not. */
function expandHome(path: string): string {
  return path.startsWith('~/') ? join(process.env.HOME ?? homedir(), path.slice(2)) : path;
}

/**
 * The proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY put before an address; undefined where they put none.
 *
 * @throws {ConfigurationError} for one that cannot be used.
 */
export function proxyFor(url: string): string | undefined {
  const proxy = getProxyForUrl(url);
  if (proxy === '') return undefined;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return proxy;
  // It may hold a password.
  throw new ConfigurationError(
    `the proxy for ${redactUrl(url)} is none of HTTP: write HTTP_PROXY and HTTPS_PROXY as http://host:port`,
  );
}
