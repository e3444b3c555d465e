import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callCommand, newFolder, runCommand } from './support/command';

const folder = newFolder();
const target = ['run', '--target', 'http://127.0.0.1:9', '--project-id', 'p', '--token', 'secret-token'];
const run = [...target, '--server-id', 'a'];

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const plain = file('plain', 'no folder');
mkdirSync(join(folder, 'with-corpus'));
file('with-corpus/corpus.json', '{}');
const config = (content: string) => [...run, '--config', file(`${content.length}.yaml`, content)];

test.each<[string, readonly string[], RegExp]>([
  ['an unknown command', ['examine'], /unknown command 'examine'/],
  ['an unknown flag', ['run', '--tokn', 'x'], /unknown option '--tokn'\n\(Did you mean --token\?\)/],
  ['a word too many', ['run', 'https://ecs.example.com'], /too many arguments/],
  ['a flag without its argument', ['run', '--target'], /'--target <url>' argument missing/],
  ['no URL', ['run', '--target', 'ecs.example'], /"ecs.example" is not a URL: give one such as https:/],
  ['a URL with a version', ['run', '--target', 'https://x/v2'], /is too long: remove \/v2 and the rest, because/],
  ['no server', target, /no server is given: give at least one with --server-id/],
  [
    'no token',
    ['run', '--target', 'http://x', '--server-id', 'a'],
    /token is missing: give it with --token or OS_TOKEN/,
  ],
  ['servers without a target', ['run', '--server-id', 'a'], /--server-id is given without a target: give --target/],
  ['an unknown vm_state', [...run, '--vm-state', 'idle=b'], /there is no vm_state idle, give one of [a-z]+,/],
  [
    'an unknown effort',
    [...run, '--effort', 'huge'],
    /--effort huge is unknown: give one of smoke, quick, standard, thorough/,
  ],
  ['a folder that is a file', [...run, '--out', plain], /cannot be written to .*plain \(EEXIST\).* give another --out/],
  [
    'a folder that is a device',
    ['run', '--out', '/dev/null'],
    /to \/dev\/null \(EEXIST\): something that is not a folder/,
  ],
  [
    'a folder where none can be made',
    ['run', '--out', '/proc/x'],
    /to \/proc\/x \(ENOENT\): the folder is not there, or cannot be made/,
  ],
  ['a target that is agreed to but not named', ['run', '--yes'], /--yes is given without a target: give --target/],
  ['a token without a target', ['run', '--token', 'secret-token'], /--token is given without a target: give --target/],
  ['a plan without a target', ['plan', '--insecure'], /--insecure is given without a target: give --target/],
  [
    'servers of the embedded endpoint',
    ['run', '--target', 'embedded', '--server-id', 'a'],
    /--server-id cannot be used with the target embedded, which has its own servers and projects: leave one/,
  ],
  [
    'a broken corpus',
    [...run, '--out', join(folder, 'with-corpus')],
    /corpus.json is not a valid corpus .* correct it, or remove it/,
  ],
  ['no certificate', [...run, '--cacert', plain], /has no certificate in PEM: check --cacert/],
  [
    'an unknown profile',
    ['clauses', '--profile', 'ecz'],
    /there is no profile ecz \(ENOENT\): give ecs, nova, or a JSON file/,
  ],
  [
    'a config file that is no YAML',
    config('token: [\n'),
    /is not valid YAML in line 1, column 8: the \[ is not closed/,
  ],
])('%s is an error of one sentence that says what to do', async (_, args, complaint) => {
  const { code, stdout, stderr } = await callCommand(args);
  expect(stderr).toMatch(complaint);
  expect(stderr).toMatch(/^error: [^\n]+\n(\(Did you mean [^\n]+\)\n)?(\(--help lists the commands and flags\)\n)?$/);
  expect(stderr).not.toContain('secret-token');
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('a variable that cannot be read is named', async () => {
  const { code, stderr } = await callCommand(run, { ECS_METADATA_STRICT: 'perhaps' });
  expect(stderr).toBe('error: ECS_METADATA_STRICT is "perhaps": give true or false\n');
  expect(code).toBe(2);
});

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
  [
    'an empty target',
    { ECS_METADATA_TARGET: '' },
    /^error: ECS_METADATA_TARGET is empty: give a value, or unset it\n$/,
  ],
  ['no servers', { ECS_METADATA_SERVER_ID: '', ECS_METADATA_YES: 'true' }, /^error: ECS_METADATA_SERVER_ID is empty: /],
  [
    'no target',
    { ECS_METADATA_YES: 'true' },
    /^error: ECS_METADATA_YES is given without a target: give --target [^\n]*\n$/,
  ],
  [
    'a typo',
    { ECS_METADATA_TARGTE: 'http://x' },
    /^error: ECS_METADATA_TARGTE is not a setting: did you mean ECS_METADATA_TARGET\?\n$/,
  ],
])('variables that describe a target never lead to the embedded endpoint: %s', async (_, environment, complaint) => {
  const variables = { OS_TOKEN: 'secret-token', OS_PROJECT_ID: 'p', OS_AUTH_URL: 'http://127.0.0.1:9', ...environment };
  const { code, stdout, stderr } = await callCommand(['run'], variables);
  expect(stderr).toMatch(complaint);
  expect([code, stdout]).toEqual([2, '']);
});

test('a command that ends in the middle is an error of the suite', async () => {
  const preloaded = file(
    'waits.js',
    `require(${JSON.stringify(require.resolve('commander'))}).Command.prototype.parseAsync = () => new Promise(() => {});`,
  );
  const { code, stderr } = await runCommand(['run'], { NODE_OPTIONS: `--require ${preloaded}` });
  expect(stderr).toMatch(/^error: the command ended before it was done\nthis is a defect of the suite/);
  expect(code).toBe(4);
});

test('without a command the help is shown, and nothing is done', async () => {
  const { code, stdout, stderr } = await runCommand([]);
  expect(stderr).toContain('Usage: ecs-metadata-conformance');
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
