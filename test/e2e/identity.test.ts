import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileNames } from '../../reports/result/file-names';
import { callCommand, readOutputFile, runCommand, startCommand } from './support/command';
import {
  applicationSecret,
  cloudsFolder,
  cloudsYamlEntry,
  type FakeCloud,
  fakeCloud,
  password,
} from './support/fake-cloud';
import { readServers, type ServedEndpoint, startServe } from './support/served-endpoint';

const quick = ['--effort', 'quick', '--seed', '7', '--clause', 'ACCESS-05,ACCESS-06,REPLACE-02'];
const report = 'conformance-report';

let served: ServedEndpoint;
beforeAll(async () => {
  served = await startServe();
});

const servers = (count = 1) => ['--server-id', served.serverIds.slice(0, count).join(',')];
const waived = ['--waive', 'second-server,second-project'];

const evidenceIn = (folder: string) => readOutputFile(join(folder, fileNames.evidence));

/** All that a run has left and said, in which no secret may be found. */
function secretsFound(folder: string, output: string, { issued }: FakeCloud): string[] {
  const files = readdirSync(join(folder, report)).map((name) => readOutputFile(join(folder, report, name)));
  const secrets = [password, applicationSecret, ...issued.map(({ token }) => token)];
  return secrets.filter((secret) => [output, ...files].some((text) => text.includes(secret)));
}

test('from a clouds.yaml alone, with a second project, and tokens that expire in the middle', async () => {
  const cloud = await fakeCloud(served, { requestsPerToken: 60 });
  const folder = cloudsFolder(
    { demo: cloudsYamlEntry(cloud, 'demo', { interface: 'public' }), alt: cloudsYamlEntry(cloud, 'alt') },
    { demo: { auth: { password } } },
  );
  const other = ['--other-cloud', 'alt', '--other-server-id', served.otherServerId];
  const before = await readServers(served, served.serverIds.slice(0, 2));
  const { ended } = startCommand(['run', ...servers(2), ...other, ...quick], { OS_CLOUD: 'demo' }, folder);
  const { code, stdout, stderr } = await ended;
  expect(stdout).toMatch(/^passed +ACCESS-06 /m);
  expect(stdout).toMatch(/^no failure found /m);
  expect(code).toBe(0);
  expect(cloud.issued.length).toBeGreaterThan(3);
  const evidence = evidenceIn(join(folder, report));
  expect(evidence).toContain('the token had expired (status 401), and was renewed');
  expect(secretsFound(folder, stdout + stderr, cloud)).toEqual([]);
  expect(await readServers(served, served.serverIds.slice(0, 2))).toEqual(before);
});

test('a token is renewed before Keystone’s own end of it', async () => {
  const cloud = await fakeCloud(served, { lifetime: 1 });
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const args = ['run', '--os-cloud', 'demo', ...servers(), ...quick, ...waived];
  const { code } = await runCommand(args, {}, folder);
  expect(code).toBe(0);
  expect(cloud.issued.length).toBeGreaterThan(1);
  expect(evidenceIn(join(folder, report))).not.toContain('and was renewed');
});

test('a target that refuses more than tokens with 401 is asked again, and then taken at its word', async () => {
  const cloud = await fakeCloud(served, { refusesProjects: true });
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const { code, stdout } = await runCommand(
    ['run', '--os-cloud', 'demo', ...servers(), ...quick, ...waived],
    {},
    folder,
  );
  expect(stdout).toMatch(/^passed +ACCESS-05 /m);
  expect(code).toBe(0);
  expect(cloud.issued.length).toBeLessThan(40);
});

test('a run whose identity is no longer accepted is incomplete, and is restored later', async () => {
  const cloud = await fakeCloud(served, { requestsPerToken: 60 });
  const folder = cloudsFolder({ demo: cloudsYamlEntry(cloud) });
  const before = await readServers(served, served.serverIds.slice(0, 1));
  const { ended, waitForOutput } = startCommand(
    ['run', '--os-cloud', 'demo', ...servers(), ...quick, ...waived],
    {},
    folder,
  );
  await waitForOutput(' ms per request');
  cloud.refusal = 401;
  const { code, stdout, stderr } = await ended;
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /the token has expired, and there is no new one: .*does not accept the credentials/,
  );
  expect(stderr).toMatch(/^NOT RESTORED: to restore the servers of this run/m);
  expect(code).toBe(3);
  expect(secretsFound(folder, stdout + stderr, cloud)).toEqual([]);
  cloud.refusal = undefined;
  const restored = await callCommand(['restore'], { OS_CLOUD: 'demo' }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await readServers(served, served.serverIds.slice(0, 1))).toEqual(before);
});

test('a plan needs no more than the variables of an openrc file', async () => {
  const cloud = await fakeCloud(served);
  const openrc = {
    OS_AUTH_URL: cloud.authUrl.replace('/v3', ''),
    OS_USERNAME: 'demo',
    OS_PASSWORD: password,
    OS_PROJECT_NAME: 'demo',
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_REGION_NAME: 'north',
  };
  const planned = await callCommand(['plan', ...servers()], openrc);
  expect(planned.stdout).toContain(`target     ${cloud.url}\nproject    ${served.projectId}`);
  expect(planned).toMatchObject({ code: 0, stderr: '' });
  expect(planned.stdout).not.toContain(password);
});

test('an application credential signs in, and asks for no project', async () => {
  const cloud = await fakeCloud(served);
  const auth = { auth_url: cloud.authUrl, application_credential_id: 'of-demo' };
  const demo = { auth_type: 'v3applicationcredential', auth, region_name: 'north' };
  const secure = { demo: { auth: { application_credential_secret: applicationSecret } } };
  const planned = await callCommand(['plan', ...servers()], { OS_CLOUD: 'demo' }, cloudsFolder({ demo }, secure));
  expect(planned).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(cloud.issued[0]?.asked ?? '')).toEqual({
    auth: {
      identity: {
        methods: ['application_credential'],
        application_credential: { id: 'of-demo', secret: applicationSecret },
      },
    },
  });
});
