import { describeCertificateError } from './network-errors';

const url = 'https://ecs.example.com';
const words = (code: string, error: object = {}) => describeCertificateError(code, error, url);

test.each([
  [
    'for another host',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    { host: 'ecs.example.com', cert: { subjectaltname: 'DNS:a.example, DNS:*.b.example, IP Address:192.0.2.1' } },
    /is for a\.example, \*\.b\.example, 192\.0\.2\.1, not for ecs\.example\.com .*: check the address, or have /,
  ],
  [
    'for a host that is not known',
    'HOSTNAME_MISMATCH',
    {},
    /is for another host, not for this one .*: check the address/,
  ],
  [
    'expired',
    'CERT_HAS_EXPIRED',
    { cert: { valid_to: 'Jan 31 12:00:00 2020 GMT' } },
    / has expired on 2020-01-31 .*renewed/,
  ],
  [
    'expired by proxy',
    'CERT_HAS_EXPIRED',
    {},
    /com, or a certificate of its chain, has expired \(CERT_HAS_EXPIRED\): have it renewed/,
  ],
  [
    'resting on one that has expired',
    'CERT_HAS_EXPIRED',
    { cert: { valid_to: 'Jan 31 12:00:00 2999 GMT' } },
    /com, or a certificate of its chain, has expired/,
  ],
  [
    'early',
    'CERT_NOT_YET_VALID',
    { cert: { valid_from: 'Jan 31 12:00:00 2999 GMT' } },
    / not valid before 2999-01-31 .*clock/,
  ],
  ['revoked', 'CERT_REVOKED', {}, /is revoked .*: have another one issued/],
])('a certificate that is %s has its own message, without --cacert', (_, code, error, expected) => {
  expect(words(code, error)).toMatch(expected);
  expect(words(code, error)).not.toContain('--cacert');
});

test.each([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
])('--cacert is the advice for %s', (code) => {
  expect(words(code)).toBe(
    `the TLS certificate of ${url} is not trusted (${code}): name the certificate of its authority with --cacert FILE`,
  );
});

test('other errors are not about a certificate', () => {
  expect(words('ECONNRESET')).toBeUndefined();
});

test('the names of a certificate are escaped, short and in one line', () => {
  const message = words('ERR_TLS_CERT_ALTNAME_INVALID', {
    cert: { subjectaltname: `DNS:\r\n::error::\u202e${'x'.repeat(500)}` },
  });
  expect(message).toMatch(/is for \\r\\n::error::\\u\{202E\}x+…, not for/);
  expect(message?.length).toBeLessThan(500);
});
