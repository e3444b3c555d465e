import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { embeddedSettings } from '../../cli/target/embedded-target';
import { type CommandResult, callCommand, newFolder, runCommand } from './support/command';
import { fakeTarget } from './support/fake-target';
import { respond } from './support/fault-proxy';
import { startHostileEndpoint } from './support/hostile-endpoint';

/** It would be lines of its own, commands of GitHub and Azure, and commands of a terminal. */
const forged = `\r\n::error::all\n::add-mask::passed\n  ::stop-commands::x\nconformant\u2028##[add-mask]x ##vso[a]\u001b[2J\u202e\n`;
const shown = '\\r\\n::error::all\\n::add-mask::passed\\n  ::stop-commands::x\\nconformant\\u{2028}#\\u{23}[add-mask]x';

/** Every line begins as the command itself begins its lines, and holds nothing but what can be seen. */
function expectNothingForged({ stdout, stderr }: CommandResult, beginning: RegExp): void {
  expect(stdout + stderr).not.toMatch(/[^\n\P{Other}]|[\p{Line_Separator}\p{Paragraph_Separator}]|##\w*\[/u);
  for (const line of `${stdout}${stderr}`.split('\n')) expect(line).toMatch(beginning);
  expect(stdout + stderr).not.toMatch(/^\s*::(?!(error|warning) title=[\w -]+( \(known\))?::)/m);
}

const workflow = { GITHUB_ACTIONS: 'true' };
const json = { 'content-type': 'application/json' };
const making = ['--create-servers', '1', '--image', 'i', '--flavor', 'f'];
const soon = ['--vm-state-timeout', '1'];
const atTarget = (url: string) => ['--target', url, '--project-id', 'p', '--token', 'secret-token'];

test('a target that refuses to make servers cannot forge lines', async () => {
  const url = await fakeTarget((_, outgoing) => respond(outgoing, 403, forged, json));
  const ended = await callCommand(['run', ...atTarget(url), ...making], workflow);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(`error: the target creates no server (status 403): ${shown}`);
  expectNothingForged(
    ended,
    /^(creating |deleting |NOT RESTORED: (server ecs-metadata-conformance-|to restore )|error: the target |$)/,
  );
});

test('neither can the ids of the servers that it makes, in the run and in the restore of it', async () => {
  const server = { id: forged, 'OS-EXT-STS:vm_state': 'error', fault: { message: forged } };
  const url = await fakeTarget(({ method }, outgoing) => {
    respond(outgoing, method === 'POST' ? 202 : 200, JSON.stringify({ server }), json);
  });
  const folder = newFolder();
  const made = await callCommand(['run', ...atTarget(url), ...making, ...soon], workflow, folder);
  expect(made.stderr).toContain(`NOT RESTORED: server ${shown}`);
  expectNothingForged(made, /^(creating |deleting |NOT RESTORED: |error: |this is a defect of the suite|$)/);
  const restored = await callCommand(['restore', '--token', 'secret-token', ...soon], workflow, folder);
  expect(restored.stderr).toContain(shown);
  expectNothingForged(restored, /^(NOT RESTORED: |error: |this is a defect of the suite|$)/);
});

test('nor can a Keystone', async () => {
  const keystone = await fakeTarget((_, outgoing) =>
    respond(outgoing, 400, JSON.stringify({ error: { code: 400, message: `${forged}${'x'.repeat(10_000)}` } }), json),
  );
  const folder = newFolder();
  const user = { username: 'u', password: 'p', project_name: 'p', user_domain_name: 'd', project_domain_name: 'd' };
  const clouds = { demo: { auth: { auth_url: `${keystone}/v3`, ...user } } };
  writeFileSync(join(folder, 'clouds.yaml'), stringify({ clouds }));
  const ended = await callCommand(['run', '--os-cloud', 'demo', '--server-id', 's'], workflow, folder);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toMatch(/^error: .* issues no token \(status 400: /);
  expect(ended.stderr.length).toBeLessThan(1_000);
  expectNothingForged(ended, /^(error: .*|)$/);
});

test.each([
  ['an option', ['run', `--${forged}`]],
  ['an argument', ['run', forged]],
  ['a target', ['run', '--target', forged]],
  ['a clause', ['explain', forged]],
  ['a file', ['compare', forged, forged]],
])('nor can what the user was given to say: %s', async (_, args) => {
  const ended = await callCommand(args, workflow);
  expect(ended.code).toBe(2);
  expectNothingForged(ended, /^(error: .*|\(--help lists the commands and flags\)|)$/);
});

test('a replay quotes a hostile target as text', async () => {
  const endpoint = await startHostileEndpoint();
  const folder = newFolder();
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(embeddedSettings(endpoint)));
  try {
    const replayed = await runCommand(['run', '--config', config, '--replay', 'REPLACE-02:1:0'], workflow, folder);
    expect(replayed.stdout).toContain('window.attacked');
    expectNothingForged(replayed, /^(not reproduced: |[A-Z]+-\d+ failed | {2}|$)/);
  } finally {
    await endpoint.close();
  }
});
