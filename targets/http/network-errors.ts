import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { truncate } from '../../contracts/text/truncate';
import { TargetUnavailableError } from '../errors';

const timeoutCodes: ReadonlySet<string> = new Set(['ECONNABORTED', 'ETIME', 'ETIMEDOUT']);
const tooLargeCodes: ReadonlySet<string> = new Set(['ETOOLARGE', 'HPE_HEADER_OVERFLOW']);
const connectionCodes = /^(ECONNRESET|ECONNREFUSED|EPIPE|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|Z_|HPE_)/;

const wantsCertificate = 'the host requires a client certificate: give one with --client-cert and --client-key';

const explanations: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused: is the address right, and is the service up?',
  ENOTFOUND: 'the host does not exist: check the address',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the connection timed out',
  ECONNABORTED: 'no response in time: is it up, and is --timeout long enough?',
  ETIME: 'no response in time: is it up, and is --timeout long enough?',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ETOOLARGE: 'its response is larger than 8 MB, and was not read to the end',
  HPE_HEADER_OVERFLOW: 'the headers of its response are larger than 16 KB',
  Z_DATA_ERROR: 'its response is not compressed as its header says',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'the host does not accept the client certificate: check --client-cert',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'the host does not know the issuer of the client certificate: check --client-cert',
  EPROTO: 'the host does not speak TLS: is it http rather than https?',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the host does not speak TLS: is it http rather than https?',
};

/** Advice if the proxy rejects the connection. */
const proxyHint = 'check HTTPS_PROXY and HTTP_PROXY, or except the host by NO_PROXY';

/** Converts an error of the HTTP client. The message is one sentence, with advice where there is any. */
export function toUnavailableError(error: unknown, url: string): TargetUnavailableError {
  const { message = String(error) } = error as { message?: string };
  const code = errorCode(error);
  const certificate = describeCertificateError(code, error, url);
  if (certificate !== undefined) return new TargetUnavailableError(certificate, { cause: error });
  const rejection = /^Bad response: (\d+)$/.exec(message)?.[1];
  if (rejection !== undefined) {
    return new TargetUnavailableError(`${url}: the proxy rejects the connection (status ${rejection}): ${proxyHint}`, {
      cause: error,
    });
  }
  const reason = explanations[code] ?? (code.startsWith('HPE_') ? `its response is not HTTP (${code})` : message);
  return new TargetUnavailableError(`${url}: ${reason}`, { cause: error }, kindOf(code));
}

function kindOf(code: string): TargetUnavailableError['kind'] {
  if (timeoutCodes.has(code)) return 'silence';
  if (tooLargeCodes.has(code)) return 'large';
  return connectionCodes.test(code) ? 'broken' : 'lasting';
}

/** The code of an error of the HTTP client. supertest has it only in the message. */
export function errorCode(error: unknown): string {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string };
  return code ?? /^([A-Z][A-Z_]+): /.exec(message)?.[1] ?? '';
}

/** The parts of Node's error about a certificate. */
interface CertificateError {
  readonly host?: string;
  readonly cert?: {
    readonly subjectaltname?: string;
    readonly valid_from?: string;
    readonly valid_to?: string;
  };
}

const hostCodes = /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;
const trustCodes = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_)/;

/**
 * Describes an error about the TLS certificate of a URL, with advice; undefined for any other error. --cacert is advice
 * only for an unknown authority.
 */
export function describeCertificateError(code: string, error: unknown, url: string): string | undefined {
  const { host, cert } = error as CertificateError;
  if (hostCodes.test(code)) {
    const names = namesIn(cert?.subjectaltname);
    const others = names === '' ? 'another host' : names;
    const own = host === undefined ? 'this one' : host;
    return `the TLS certificate of ${url} is for ${others}, not for ${own} (${code}): check the address, or have a certificate issued for it`;
  }
  if (code === 'CERT_HAS_EXPIRED') {
    const day = dayOf(cert?.valid_to, (time) => time < Date.now());
    const expiry = day === undefined ? `, or a certificate of its chain, has expired` : ` has expired on ${day}`;
    return `the TLS certificate of ${url}${expiry} (${code}): have it renewed, or set the clock of this machine right`;
  }
  if (code === 'CERT_NOT_YET_VALID') {
    const day = dayOf(cert?.valid_from, (time) => time > Date.now());
    const start =
      day === undefined ? `, or a certificate of its chain, is not valid yet` : ` is not valid before ${day}`;
    return `the TLS certificate of ${url}${start} (${code}): set the clock of this machine right, or have it issued anew`;
  }
  if (code === 'CERT_REVOKED') return `the TLS certificate of ${url} is revoked (${code}): have another one issued`;
  if (!trustCodes.test(code)) return undefined;
  return `the TLS certificate of ${url} is not trusted (${code}): name the certificate of its authority with --cacert FILE`;
}

/** The names in `DNS:a.example, IP Address:192.0.2.1`, escaped and shortened: the host controls this text. */
function namesIn(subjectAltName = ''): string {
  const names = subjectAltName.replaceAll(/(^|, )(DNS|IP Address):/g, '$1');
  const { text, left } = truncate(names, 200);
  return `${escapeInvisible(text)}${left > 0 ? '…' : ''}`;
}

/** The day as 2026-01-31; undefined if this certificate is not the cause, but another one of the chain. */
function dayOf(text: string | undefined, isReason: (time: number) => boolean): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) || !isReason(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
