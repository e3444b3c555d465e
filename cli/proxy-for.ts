import { getProxyForUrl } from 'proxy-from-env';
import { redactUrl } from '../targets/redact/redact-url';
import { UsageError } from './usage-error';

/**
 * The proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY put before an address; undefined where they put none.
 *
 * @throws {UsageError} for one that cannot be used.
 */
export function proxyFor(url: string): string | undefined {
  const proxy = getProxyForUrl(url);
  if (proxy === '') return undefined;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return proxy;
  // It may hold a password.
  throw new UsageError(
    `the proxy for ${redactUrl(url)} is none of HTTP: write HTTP_PROXY and HTTPS_PROXY as http://host:port`,
  );
}
