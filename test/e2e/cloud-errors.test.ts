import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { Certificates } from './support/certificates';
import { callCommand } from './support/command';
import { cloudsFolder, cloudsYamlEntry, type FakeCloud, fakeCloud, password } from './support/fake-cloud';

let served: RunningEndpoint;
let cloud: FakeCloud;
beforeAll(async () => {
  served = await startEndpoint();
  cloud = await fakeCloud(served);
});
afterAll(() => served.close());

const run = ['run', '--server-id', 'a'];
const auth = (change: object) => () => ({ auth: { ...(cloudsYamlEntry(cloud) as { auth: object }).auth, ...change } });

interface Case {
  readonly demo: () => object;
  readonly args?: readonly string[];
  readonly complaint: RegExp;
  readonly code?: number;
}

const cases: Readonly<Record<string, Case>> = {
  'an unknown cloud': {
    demo: () => cloudsYamlEntry(cloud),
    args: [...run, '--os-cloud', 'dem'],
    complaint: /there is no cloud dem in clouds.yaml: the file has demo$/m,
  },
  'a cloud without servers': {
    demo: () => cloudsYamlEntry(cloud),
    args: ['run'],
    complaint: /cloud demo is given without a server:/,
  },
  'a wrong password': {
    demo: auth({ password: 'wrong-horse-7' }),
    complaint:
      /identity\/v3 does not accept the credentials \(status 401\): check the auth_url, the user, the password and/,
  },
  'no address': { demo: auth({ auth_url: undefined }), complaint: /cloud demo has no auth_url: give the URL of/ },
  'an address that is none': {
    demo: auth({ auth_url: 'keystone' }),
    complaint: /the auth_url of cloud demo is not a URL/,
  },
  'an address of something else': {
    demo: auth({ auth_url: 'http://127.0.0.1:9' }),
    complaint: /^error: http:\/\/127.0.0.1:9\/v3: the connection was refused/,
    code: 3,
  },
  'an interface that is none': {
    demo: () => cloudsYamlEntry(cloud),
    args: [...run, '--interface', 'outside'],
    complaint: /the interface outside is unknown: give public, internal or admin$/m,
  },
  'a second cloud without its server': {
    demo: () => cloudsYamlEntry(cloud),
    args: [...run, '--other-cloud', 'demo'],
    complaint: /--other-cloud is given without a server: give an active one with --other-server-id$/m,
  },
  'another project than the cloud is for': {
    demo: () => cloudsYamlEntry(cloud),
    args: [...run, '--project-id', 'p'],
    complaint:
      /cloud demo is for project [0-9a-f]+, not for p: choose a cloud of that project, or leave out the project id$/m,
  },
  'a key without its certificate': {
    demo: () => cloudsYamlEntry(cloud),
    args: [...run, '--client-key', 'clouds.yaml'],
    complaint: /--client-key is given without a certificate: give --client-cert, or leave it out$/m,
  },
  'a certificate that is none': {
    demo: () => cloudsYamlEntry(cloud, 'demo', { cert: 'clouds.yaml' }),
    complaint: /clouds.yaml must be a certificate and its key in PEM, without a passphrase: check --client-cert and/,
  },
  'a certificate file that is not there': {
    demo: () => cloudsYamlEntry(cloud, 'demo', { cacert: 'nowhere.pem' }),
    complaint: /the certificate file nowhere.pem cannot be read \(ENOENT\): check --cacert$/m,
  },
};

test.each(Object.entries(cases))(
  '%s is an error of one sentence that says what to do',
  async (_, { demo, args, ...wanted }) => {
    const folder = cloudsFolder({ demo: demo() });
    const { code, stdout, stderr } = await callCommand(args ?? run, { OS_CLOUD: 'demo', HOME: folder }, folder);
    expect(stderr).toMatch(wanted.complaint);
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
    expect(stderr).not.toMatch(/horse/);
    expect(stdout).toBe('');
    expect(code).toBe(wanted.code ?? 2);
  },
);

test('a proxy of another kind is complained of, without its password', async () => {
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const environment = { OS_CLOUD: 'demo', HTTP_PROXY: `socks5://user:${password}@127.0.0.1:1` };
  const { code, stderr } = await callCommand(run, environment, folder);
  expect(stderr).toMatch(
    /^error: the proxy for http:\S+ is not an HTTP proxy: set HTTP_PROXY and HTTPS_PROXY to http:/,
  );
  expect(stderr).not.toContain(password);
  expect(code).toBe(2);
});

test('the token of the only cloud goes to no other address', async () => {
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const before = cloud.issued.length;
  const args = [...run, '--target', 'http://127.0.0.1:9', '--project-id', 'p'];
  const { code, stderr } = await callCommand(args, {}, folder);
  expect(stderr).toMatch(
    /^error: the token is missing: give it with --token or OS_TOKEN, or name a cloud with --os-cloud/,
  );
  expect(code).toBe(2);
  expect(cloud.issued).toHaveLength(before);
});

test('a client certificate of another key is complained of', async () => {
  const certificates = new Certificates();
  const [one, two] = [certificates.issue('one'), certificates.issue('two')];
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const files = ['--client-cert', one.certPath, '--client-key', two.keyPath];
  const { code, stderr } = await callCommand([...run, ...files], { OS_CLOUD: 'demo' }, folder);
  expect(stderr).toMatch(/^error: \S+one.pem and \S+two.key must be a certificate and its key in PEM/);
  expect(code).toBe(2);
});

test('a clouds.yaml that cannot be read is complained of', async () => {
  const folder = cloudsFolder({});
  rmSync(join(folder, 'clouds.yaml'));
  writeFileSync(join(folder, 'clouds.yml'), `clouds: {demo: {auth: {password: *${password}}}}`);
  const { code, stderr } = await callCommand(run, { OS_CLOUD: 'demo' }, folder);
  expect(stderr).toMatch(
    /^error: the file clouds.yml is not valid YAML in line \d+, column \d+: put a value that begins with one of \*&!%@` in quotes\n$/,
  );
  expect(code).toBe(2);
});
