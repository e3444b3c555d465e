import { escapeInvisible } from '../contracts/text/escape-invisible';
import { truncate } from '../contracts/text/truncate';

/** What Node says of the certificate of the other side, as far as it is known. */
interface CertificateError {
  readonly host?: string;
  readonly cert?: {
    readonly subjectaltname?: string;
    readonly valid_from?: string;
    readonly valid_to?: string;
  };
}

const ofHost = /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;
const ofTrust = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_)/;

/**
 * What is wrong with the TLS certificate of a URL, and what to do about it; undefined for any other error. Another
 * authority is the mend only where nobody is known to have issued it.
 */
export function certificateTrouble(code: string, error: unknown, url: string): string | undefined {
  const { host, cert } = error as CertificateError;
  if (ofHost.test(code)) {
    const names = namesIn(cert?.subjectaltname);
    const others = names === '' ? 'another host' : names;
    const own = host === undefined ? 'this one' : host;
    return `the TLS certificate of ${url} is for ${others}, not for ${own} (${code}): check the address, or have a certificate issued for it`;
  }
  if (code === 'CERT_HAS_EXPIRED') {
    const day = dayOf(cert?.valid_to, (time) => time < Date.now());
    const told = day === undefined ? `, or one that it rests on, has expired` : ` has expired on ${day}`;
    return `the TLS certificate of ${url}${told} (${code}): have it renewed, or set the clock of this machine right`;
  }
  if (code === 'CERT_NOT_YET_VALID') {
    const day = dayOf(cert?.valid_from, (time) => time > Date.now());
    const told = day === undefined ? `, or one that it rests on, is not valid yet` : ` is not valid before ${day}`;
    return `the TLS certificate of ${url}${told} (${code}): set the clock of this machine right, or have it issued anew`;
  }
  if (code === 'CERT_REVOKED') return `the TLS certificate of ${url} is revoked (${code}): have another one issued`;
  if (!ofTrust.test(code)) return undefined;
  return `the TLS certificate of ${url} is not trusted (${code}): name the certificate of its authority with --cacert FILE`;
}

/** `DNS:a.example, IP Address:192.0.2.1` without the kinds. The other side has written it. */
function namesIn(subjectAltName = ''): string {
  const names = subjectAltName.replaceAll(/(^|, )(DNS|IP Address):/g, '$1');
  const { text, left } = truncate(names, 200);
  return `${escapeInvisible(text)}${left > 0 ? '…' : ''}`;
}

/** As 2026-01-31, where the time is the reason of the complaint: another certificate of the chain may be it. */
function dayOf(text: string | undefined, isReason: (time: number) => boolean): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) || !isReason(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
