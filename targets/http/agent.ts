import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { redactUrl } from '../redact/redact-url';

/** Node tells of a certificate that has expired by a code alone: this adds the certificate, which knows when. */
class TlsAgent extends https.Agent {
  override createConnection(...given: Parameters<https.Agent['createConnection']>) {
    const socket = super.createConnection(...given);
    if (socket instanceof tls.TLSSocket) {
      // Before Node looks at it itself, and closes the connection.
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

/** The connections to one host, kept alive. */
export function createAgent(url: string, { ca, cert, key, insecure, proxy }: Connection): http.Agent {
  const kept = { keepAlive: true, scheduling: 'lifo' as const };
  const trusted = {
    ...(ca === undefined ? {} : { ca: [...tls.rootCertificates, ca] }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  };
  const shown = { ...(cert === undefined ? {} : { cert }), ...(key === undefined ? {} : { key }) };
  const isSecure = url.startsWith('https:');
  if (proxy === undefined) {
    return isSecure ? new TlsAgent({ ...kept, ...trusted, ...shown }) : new http.Agent(kept);
  }
  // Loaded here, as most runs need neither.
  if (isSecure) {
    const { HttpsProxyAgent } = require('hpagent') as typeof import('hpagent');
    return new HttpsProxyAgent({ ...kept, ...trusted, ...shown, proxy, proxyRequestOptions: trusted });
  }
  // Many proxies open no tunnel to a port that is not TLS's.
  const { HttpProxyAgent } = require('http-proxy-agent') as typeof import('http-proxy-agent');
  return new HttpProxyAgent(proxy, { ...kept, ...trusted });
}

/** How a host is reached, beside its address. */
export interface Connection {
  /** Certificates (PEM) to trust beside the usual ones. */
  readonly ca?: string;
  /** The certificate (PEM) by which the suite shows who it is, and its key. */
  readonly cert?: string;
  readonly key?: string;
  /** Whether any certificate of the other side will do. */
  readonly insecure?: boolean;
  /** URL of the proxy that lies in between; it may hold a user and a password. */
  readonly proxy?: string | undefined;
}

/** Where a host is, as a complaint says it: a proxy may be the one to blame. Never with its user or password. */
export function describeUrl(url: string, { proxy }: Connection): string {
  const told = redactUrl(url);
  return proxy === undefined ? told : `${told} (through the proxy ${new URL(proxy).host})`;
}
