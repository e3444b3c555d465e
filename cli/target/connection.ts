import { X509Certificate } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import { ConfigurationError } from '../../targets/errors';
import type { Connection } from '../../targets/http/agent';
import { redactUrl } from '../../targets/redact/redact-url';
import { readText } from '../machine/user-file';
import type { Settings } from '../settings/settings';

/**
 * The certificates for connections to the target and to Keystone.
 *
 * @throws {ConfigurationError} for a file that cannot be read or has no certificate or key.
 */
export function buildConnection({ cacert, clientCert, clientKey, insecure }: Settings): Connection {
  if (clientCert === undefined && clientKey !== undefined) {
    throw new ConfigurationError('--client-key is given without a certificate: give --client-cert, or leave it out');
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
    // TLS ignores a file without a certificate, and fails later with an unclear message.
    new X509Certificate(text);
    return text;
  } catch {
    throw new ConfigurationError(`the certificate file ${path} has no certificate in PEM: check --cacert`);
  }
}

function readClientCertificate(certPath: string, keyPath: string): { readonly cert: string; readonly key: string } {
  const cert = readText(expandHome(certPath), 'the client certificate', 'check --client-cert');
  const key = readText(expandHome(keyPath), 'the key of the client certificate', 'check --client-key');
  try {
    createSecureContext({ cert, key });
    return { cert, key };
  } catch {
    // The messages of OpenSSL are unclear.
    const files = keyPath === certPath ? certPath : `${certPath} and ${keyPath}`;
    throw new ConfigurationError(
      `${files} must be a certificate and its key in PEM, without a passphrase: check --client-cert and --client-key`,
    );
  }
}

/** A shell replaces the tilde; in a config file it stays. */
function expandHome(path: string): string {
  return path.startsWith('~/') ? join(process.env.HOME ?? homedir(), path.slice(2)) : path;
}

/**
 * The proxy for a URL, from HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY; undefined without one, and where no variables
 * are read.
 *
 * @throws {ConfigurationError} for a proxy that is not an HTTP proxy.
 */
export function proxyFor(url: string, { ignoresVariables }: Pick<Settings, 'ignoresVariables'>): string | undefined {
  const proxy = ignoresVariables ? '' : getProxyForUrl(url);
  if (proxy === '') return undefined;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return proxy;
  // It may hold a password.
  throw new ConfigurationError(
    `the proxy for ${redactUrl(url)} is not an HTTP proxy: set HTTP_PROXY and HTTPS_PROXY to http://host:port`,
  );
}
