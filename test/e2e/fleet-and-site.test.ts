import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeResult } from '../../reports/testing/results';
import { newFolder, runCommand, startCommand } from './support/command';
import { readServers, setMetadata, startServe } from './support/served-endpoint';

function fileIn(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const quick = { effort: 'quick', clause: ['KEY-06'] };
const nobody = { target: 'http://127.0.0.1:9', projectId: 'p', serverId: ['s'], token: 't', clause: ['KEY-06'] };
const known = '- {clause: KEY-06, reason: r, owner: "https://example.com/1", expires: "2999-12-31"}\n';

test('a target that fails or is away does not stop the others, and site shows them by their names', async () => {
  const folder = newFolder();
  fileIn(folder, 'configs/good.yaml', JSON.stringify(quick));
  // A baseline that is out of date fails the run.
  fileIn(folder, 'configs/gated.yaml', JSON.stringify({ ...quick, baseline: 'known.yaml' }));
  fileIn(folder, 'configs/away.yaml', JSON.stringify(nobody));
  fileIn(folder, 'known.yaml', known);
  fileIn(
    folder,
    'configs/fleet.yaml',
    '- {name: away, config: away.yaml}\n- {name: gated, config: gated.yaml}\n- {name: eu-1, config: good.yaml}\n',
  );
  const { code, stdout, stderr } = await runCommand(['fleet', 'configs/fleet.yaml', '--out', 'out'], {}, folder);
  expect(stdout).toMatch(
    /^target +verdict +failed clauses +time +exit\naway +http.*3\ngated +no failure .*; gate: failed.*1\neu-1 +no failure found in 1 selected clause .*0\n/,
  );
  expect(stderr).toMatch(
    /^away: error: http:\/\/127\.0\.0\.1:9: .*\naway: .*\ngated: .*\neu-1: no failure found in 1 selected clause, \d+ s\n$/,
  );
  expect(code).toBe(1);
  expect(existsSync(join(folder, 'out/eu-1/report.html'))).toBe(true);
  expect(readFileSync(join(folder, 'out/eu-1/output.log'), 'utf8')).toContain('1 clause: 1 passed');

  cpSync(join(folder, 'out'), join(folder, 'copy'), { recursive: true });
  fileIn(folder, 'out/broken/result.json', '{');
  fileIn(folder, 'out/foreign/result.json', '{"a":1}');
  const site = await runCommand(['site', '.', '--out', 'pages'], {}, folder);
  expect(site.stdout).toBe(`2 targets, 2 runs (2 copies left out): ${join('pages', 'index.html')}\n`);
  expect(site.stderr).toMatch(
    /^skipped out.broken.result.json: it is not JSON\nskipped out.foreign.result.json: it is not a result.json of this suite: [^\n]*\n$/,
  );
  expect(site.code).toBe(0);
  const index = readFileSync(join(folder, 'pages/index.html'), 'utf8');
  expect(index.match(/data-target="[^"]*/g)).toEqual([
    expect.stringMatching(/"eu-1 http:\/\/127\.0\.0\.1:\d+ ecs$/),
    expect.stringMatching(/"gated http:\/\/127\.0\.0\.1:\d+ ecs$/),
  ]);
});

test('--only runs the named targets, and a result of an earlier run does not count', async () => {
  const folder = newFolder();
  fileIn(folder, 'good.yaml', JSON.stringify(quick));
  fileIn(folder, 'away.yaml', JSON.stringify(nobody));
  const fleet = fileIn(folder, 'fleet.yaml', '[{name: a, config: good.yaml}, {name: b, config: away.yaml}]');
  fileIn(folder, 'out/b/result.json', JSON.stringify(makeResult({}, { targetName: 'b' })));
  const { code, stdout } = await runCommand(['fleet', fleet, '--only', 'b', '--out', 'out'], {}, folder);
  expect(stdout).toMatch(/^target .*\nb +http:\/\/127\.0\.0\.1:9: .*\nreports: /);
  expect(code).toBe(3);
  expect(existsSync(join(folder, 'out/a'))).toBe(false);
});

test('Ctrl-C restores the server of the running target, and the others are not run', async () => {
  const endpoint = await startServe();
  const [server = ''] = endpoint.serverIds;
  await setMetadata(endpoint, server, { mine: 'precious' });
  const before = await readServers(endpoint, [server]);
  const folder = newFolder();
  const config = {
    target: endpoint.url,
    projectId: endpoint.projectId,
    serverId: [server],
    token: endpoint.token,
    maxRate: 30,
  };
  fileIn(folder, 'slow.json', JSON.stringify(config));
  const fleet = fileIn(folder, 'fleet.yaml', '[{name: a, config: slow.json}, {name: b, config: slow.json}]');
  const { child, ended } = startCommand(['fleet', fleet, '--out', 'out'], {}, folder);
  const journal = join(folder, 'out/a/journal.jsonl');
  while (!existsSync(journal)) await new Promise((settle) => setTimeout(settle, 50));
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(stderr).toContain('stopping: the servers are being restored');
  expect(stdout).toMatch(/^a .*\nb +not run /m);
  expect(code).toBe(3);
  expect(await readServers(endpoint, [server])).toEqual(before);
  expect(existsSync(journal)).toBe(false);
});

test('every error of a fleet file is printed at once, with its line', async () => {
  const folder = newFolder();
  fileIn(folder, 'good.yaml', JSON.stringify(quick));
  fileIn(folder, 'bad.yaml', 'efort: quick\n');
  fileIn(folder, 'compared.yaml', 'against: http://127.0.0.1:9\n');
  const content = `- name: eu/1
  config: good.yaml
- name: a
  confg: good.yaml
- name: A
  config: bad.yaml
- just a text
- name: 7
  config: missing.yaml
- name: b
  config: compared.yaml
`;
  fileIn(folder, 'fleet.yaml', content);
  const { code, stdout, stderr } = await runCommand(
    ['fleet', 'fleet.yaml', '--only', 'c'],
    { ECS_METADATA_TARGET: 'http://127.0.0.1:9' },
    folder,
  );
  const lines = stderr.trimEnd().split('\n');
  expect(lines.map((line) => line.replaceAll(`${folder}/`, ''))).toEqual([
    'error: fleet.yaml:1: the name "eu/1" cannot be a folder: use up to 64 of A-Z a-z 0-9 . _ -',
    'error: fleet.yaml:4: the member "confg" is unknown: did you mean config?',
    'error: fleet.yaml:3: the target has no config',
    'error: fleet.yaml:5: the name A is there twice: give each target a name of its own',
    expect.stringMatching(/^error: fleet.yaml:6: the config file .*bad.yaml is wrong: .*did you mean "effort"\?$/),
    'error: fleet.yaml:7: a target must have name and config',
    'error: fleet.yaml:8: name must be a text (put a number in quotes)',
    'error: fleet.yaml:9: there is no file missing.yaml: correct the path of config',
    'error: fleet.yaml:11: compared.yaml has against, which makes no result: remove it',
    'error: ECS_METADATA_TARGET would take precedence over every config file of the fleet: unset it',
    'error: --only c: the file has no such target',
  ]);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test.concurrent.each<[string, readonly string[], RegExp]>([
  ['a fleet file that is not there', ['fleet', 'x.yaml'], /the fleet file x.yaml cannot be read \(ENOENT\)/],
  ['no name', ['fleet', 'x.yaml', '--only', ','], /argument ',' is invalid. Give names, separated by commas/],
  ['a folder without results', ['site', '.'], /there is no result below \.: give a folder that holds result.json/],
  ['no folder', ['site', 'x'], /skipped x: it cannot be read \(ENOENT\)\nerror: there is no result below x/],
])('%s is an error that says what to do', async (_, args, complaint) => {
  const { code, stdout, stderr } = await runCommand(args);
  expect(stderr).toMatch(complaint);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('a site that cannot be written is an error that says what to do', async () => {
  const folder = newFolder();
  fileIn(folder, 'result.json', JSON.stringify(makeResult({})));
  const { code, stderr } = await runCommand(['site', '.', '--out', 'result.json'], {}, folder);
  expect(stderr).toMatch(
    /^error: the reports cannot be written to result.json \((EEXIST|ENOTDIR)\): .*give another --out\n$/,
  );
  expect(code).toBe(2);
});
