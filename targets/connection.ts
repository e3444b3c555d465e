import { toldUrl } from './redact/told-url';

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
export function placeOf(url: string, { proxy }: Connection): string {
  const told = toldUrl(url);
  return proxy === undefined ? told : `${told} (through the proxy ${new URL(proxy).host})`;
}
