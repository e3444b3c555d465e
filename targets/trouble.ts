import { certificateTrouble } from './certificate-trouble';

/**
 * The target, or the way to it, failed for reasons that say nothing about the contract. A check that meets it is not
 * tested, and the run is incomplete.
 */
export class TargetTrouble extends Error {
  override readonly name = 'TargetTrouble';

  /**
   * @param kind whether the same request may fare better: `broken` connections may, and a service under `load`;
   * `silence` rarely does, and an answer that is too `large` to be read never.
   */
  constructor(
    message: string,
    options: ErrorOptions = {},
    readonly kind: 'silence' | 'broken' | 'load' | 'large' | 'lasting' = 'lasting',
  ) {
    super(message, options);
  }
}

const silent: ReadonlySet<string> = new Set(['ECONNABORTED', 'ETIME', 'ETIMEDOUT']);
const large: ReadonlySet<string> = new Set(['ETOOLARGE', 'HPE_HEADER_OVERFLOW']);
const passing = /^(ECONNRESET|ECONNREFUSED|EPIPE|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|Z_|HPE_)/;

const wantsCertificate = 'the other side wants a client certificate: give one with --client-cert and --client-key';

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (connection refused): is that its address, and is it up?',
  ENOTFOUND: 'there is no such host: check the address',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the connection timed out',
  ECONNABORTED: 'no answer in time: is it up, and is --timeout long enough?',
  ETIME: 'no answer in time: is it up, and is --timeout long enough?',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ETOOLARGE: 'its answer is larger than 8 MB, and was not read to its end',
  HPE_HEADER_OVERFLOW: 'the headers of its answer are larger than 16 KB',
  Z_DATA_ERROR: 'its answer is not compressed as it says',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'the other side does not take the client certificate: check --client-cert',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'the other side does not know who issued the client certificate: check --client-cert',
  EPROTO: 'the other side does not speak TLS: is it http rather than https?',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the other side does not speak TLS: is it http rather than https?',
};

/** What to do where a proxy refuses. */
export const proxyMend = 'check HTTPS_PROXY and HTTP_PROXY, or except the host by NO_PROXY';

/** The trouble that an error of the HTTP client tells of, in one sentence with the mend where there is one. */
export function troubleOf(error: unknown, url: string): TargetTrouble {
  const { message = String(error) } = error as { message?: string };
  const code = codeOf(error);
  const certificate = certificateTrouble(code, error, url);
  if (certificate !== undefined) return new TargetTrouble(certificate, { cause: error });
  const refusal = /^Bad response: (\d+)$/.exec(message)?.[1];
  if (refusal !== undefined) {
    return new TargetTrouble(`${url}: the proxy does not let through (status ${refusal}): ${proxyMend}`, {
      cause: error,
    });
  }
  const reason = sentences[code] ?? (code.startsWith('HPE_') ? `its answer is not HTTP (${code})` : message);
  return new TargetTrouble(`${url}: ${reason}`, { cause: error }, kindOf(code));
}

function kindOf(code: string): TargetTrouble['kind'] {
  if (silent.has(code)) return 'silence';
  if (large.has(code)) return 'large';
  return passing.test(code) ? 'broken' : 'lasting';
}

/** The system's code for an error of the HTTP client; supertest keeps it in the message alone. */
export function codeOf(error: unknown): string {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string };
  return code ?? /^([A-Z][A-Z_]+): /.exec(message)?.[1] ?? '';
}
