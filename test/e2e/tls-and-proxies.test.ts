import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { Certificates } from './support/certificates';
import { callCommand, newFolder } from './support/command';
import { countingProxy } from './support/counting-proxy';
import { cloudsFolder, cloudsYamlEntry, fakeCloud } from './support/fake-cloud';

const host = 'cloud.test';
const certificates = new Certificates();
const server = certificates.issue('server', [host, '127.0.0.1']);
const client = certificates.issue('client');
const ca = certificates.authority.certPath;
const tls = { cert: server.cert, key: server.key };
const mutual = { ...tls, ca: certificates.authority.cert, requestCert: true, rejectUnauthorized: true };
const warning =
  'warning: certificates are not checked (--insecure): someone between here and the target can read the token\n';

let served: RunningEndpoint;
beforeAll(async () => {
  served = await startEndpoint();
});
afterAll(() => served.close());

const plan = (...more: string[]) => ['plan', '--server-id', served.serverIds[0] ?? '', ...more];
const demo = { OS_CLOUD: 'demo' };

test('a cloud is trusted by the authority that its clouds.yaml names, or a flag', async () => {
  const cloud = await fakeCloud(served, { tls });
  const named = await callCommand(plan(), demo, cloudsFolder({ demo: cloudsYamlEntry(cloud, 'demo', { cacert: ca }) }));
  expect(named).toMatchObject({ code: 0, stderr: '' });
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  expect(await callCommand(plan('--cacert', ca), demo, folder)).toMatchObject({ code: 0, stderr: '' });
  const { code, stderr } = await callCommand(plan(), demo, folder);
  expect(stderr).toMatch(
    /^error: the TLS certificate of https:.*\/v3 is not trusted \(.*\): name the .* with --cacert/,
  );
  expect(code).toBe(3);
});

test('a certificate that has expired, or is for another host, is told as that', async () => {
  const expired = certificates.issue('expired', [host, '127.0.0.1'], -1);
  const old = await fakeCloud(served, { tls: { cert: expired.cert, key: expired.key } });
  const late = await callCommand(plan('--cacert', ca), demo, cloudsFolder({ demo: cloudsYamlEntry(old) }));
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 8);
  expect(late.stderr).toMatch(
    new RegExp(
      `^error: the TLS certificate of https:.*/v3 has expired on ${day}\\d\\d \\(.*\\): have it renewed, [^\n]*\n$`,
    ),
  );
  expect(late.code).toBe(3);
  const foreign = certificates.issue('foreign', ['a.test', '192.0.2.1']);
  const other = await fakeCloud(served, { tls: { cert: foreign.cert, key: foreign.key } });
  const away = await callCommand(plan('--cacert', ca), demo, cloudsFolder({ demo: cloudsYamlEntry(other) }));
  expect(away.stderr).toMatch(
    /^error: the TLS certificate of https:.*\/v3 is for a\.test, 192\.0\.2\.1, not for 127\.0\.0\.1 \(.*\): check the address, [^\n]*\n$/,
  );
  expect(away.stderr + late.stderr).not.toContain('--cacert');
});

test('without any check a cloud is used, with a warning', async () => {
  const cloud = await fakeCloud(served, { tls });
  const byFile = await callCommand(
    plan(),
    demo,
    cloudsFolder({ demo: cloudsYamlEntry(cloud, 'demo', { verify: false }) }),
  );
  expect(byFile).toMatchObject({ code: 0, stderr: warning });
  const byFlag = await callCommand(plan('--insecure'), demo, cloudsFolder({ demo: cloudsYamlEntry(cloud) }));
  expect(byFlag).toMatchObject({ code: 0, stderr: warning });
});

test('a client certificate is shown to Keystone and to the target', async () => {
  const cloud = await fakeCloud(served, { tls: mutual });
  const shown = { cacert: ca, cert: client.certPath, key: client.keyPath };
  const byFile = await callCommand(plan(), demo, cloudsFolder({ demo: cloudsYamlEntry(cloud, 'demo', shown) }));
  expect(byFile).toMatchObject({ code: 0, stderr: '' });
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud, 'demo', { cacert: ca }) });
  const both = join(newFolder(), 'both.pem');
  writeFileSync(both, client.cert + client.key);
  expect(await callCommand(plan('--client-cert', both), demo, folder)).toMatchObject({ code: 0, stderr: '' });
  const { code, stderr } = await callCommand(plan(), demo, folder);
  expect(stderr).toMatch(/^error: https:.*: the host requires a client certificate: give one with --client-cert /);
  expect(code).toBe(3);
});

test('proxies of the environment are used, one tunnel for many requests', async () => {
  const cloud = await fakeCloud(served, { tls: mutual, host });
  const proxy = await countingProxy('user:pass%20word');
  const shown = { cacert: ca, cert: client.certPath, key: client.keyPath };
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud, 'demo', shown) });
  const wrong = await callCommand(plan(), { ...demo, https_proxy: proxy.url.replace('user', 'nobody') }, folder);
  expect(wrong.stderr).toMatch(/through the proxy 127.0.0.1:\d+\): the proxy rejects the connection \(status 407\)/);
  expect(wrong.stderr).not.toContain('pass');
  expect(wrong.code).toBe(3);
  const ended = await callCommand(plan(), { ...demo, HTTPS_PROXY: proxy.url }, folder);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(proxy).toMatchObject({ requests: {}, tunnels: { [host]: 2 } });
});

test('without TLS a proxy is asked for each request, and NO_PROXY excepts a host', async () => {
  const cloud = await fakeCloud(served, { host });
  const proxy = await countingProxy();
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const ended = await callCommand(plan(), { ...demo, HTTP_PROXY: proxy.url }, folder);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(proxy.requests[host]).toBeGreaterThan(3);
  const near = await fakeCloud(served);
  const env = { ...demo, HTTP_PROXY: proxy.url, NO_PROXY: 'example.com,127.0.0.1' };
  expect(await callCommand(plan(), env, cloudsFolder({ demo: cloudsYamlEntry(near) }))).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(Object.keys(proxy.requests)).toEqual([host]);
});

test('no proxy leads to the embedded endpoint', async () => {
  const ended = await callCommand(['plan'], { HTTP_PROXY: 'http://127.0.0.1:9' });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});
