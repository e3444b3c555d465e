import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { redactUrl } from '../redact/redact-url';

/** Adds the certificate to the error for an expired one. Node reports only a code, and the certificate has the date. */
class TlsAgent extends https.Agent {
  override createConnection(...given: Parameters<https.Agent['createConnection']>) {
    const socket = super.createConnection(...given);
    if (socket instanceof tls.TLSSocket) {
      // This must run before Node's own listener, which closes the connection.
      socket.prependOnceListener('secure', () => {
        const cert = socket.getPeerCertificate();
        socket.prependOnceListener('error', (error: NodeJS.ErrnoException & { cert?: unknown }) => {
          if (error.code?.startsWith('CERT_')) error.cert ??= cert;
        });
      });
    }
    return socket;
  }
}

/** An agent that keeps the connections to one host alive. */
export function createAgent(url: string, { ca, cert, key, insecure, proxy }: Connection): http.Agent {
  const keptAlive = { keepAlive: true, scheduling: 'lifo' as const };
  const trusted = {
    ...(ca === undefined ? {} : { ca: [...tls.rootCertificates, ca] }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  };
  const clientCertificate = { ...(cert === undefined ? {} : { cert }), ...(key === undefined ? {} : { key }) };
  const isSecure = url.startsWith('https:');
  if (proxy === undefined) {
    return isSecure ? new TlsAgent({ ...keptAlive, ...trusted, ...clientCertificate }) : new http.Agent(keptAlive);
  }
  // Both modules are loaded on demand: most runs have no proxy.
  if (isSecure) {
    const { HttpsProxyAgent } = require('hpagent') as typeof import('hpagent');
    return new HttpsProxyAgent({ ...keptAlive, ...trusted, ...clientCertificate, proxy, proxyRequestOptions: trusted });
  }
  // Many proxies open a tunnel only to the port of TLS.
  const { HttpProxyAgent } = require('http-proxy-agent') as typeof import('http-proxy-agent');
  return new HttpProxyAgent(proxy, { ...keptAlive, ...trusted });
}

/** How a host is reached, in addition to its URL. */
export interface Connection {
  /** Trusted certificates (PEM), in addition to those of Node. */
  readonly ca?: string;
  /** The client certificate (PEM). */
  readonly cert?: string;
  /** The private key of the client certificate (PEM). */
  readonly key?: string;
  /** Accepts any certificate of the host. */
  readonly insecure?: boolean;
  /** URL of the proxy. It may contain a user and a password. */
  readonly proxy?: string | undefined;
}

/** The URL for an error message, without user and password. It names the proxy, which may be the cause. */
export function describeUrl(url: string, { proxy }: Connection): string {
  const redacted = redactUrl(url);
  return proxy === undefined ? redacted : `${redacted} (through the proxy ${new URL(proxy).host})`;
}
