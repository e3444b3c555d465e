import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { callCommand, newFolder, runCommand, startCommand, startNode } from './support/command';
import { packedProject } from './support/packed-project';

// A whole run, and the compiler of TypeScript.
jest.setTimeout(300_000);

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'docs/mock.md'), 'utf8');

/** The lines of a section of the output, without its heading. */
function section(output: string, heading: string): string {
  const [, text = ''] = new RegExp(`^${heading}\n([\\s\\S]*?)\n\n`, 'm').exec(output) ?? [];
  return text;
}

test('serve prints what clients need; the suite signs in with its clouds.yaml, and finds it conformant', async () => {
  const serve = startCommand(['serve', '--port', '0', '--servers', '2']);
  const output = await serve.waitForOutput('Stop it with Ctrl-C.');
  const clouds = section(output, 'For a client that reads clouds.yaml:');
  const { auth } = parse(clouds).clouds.mock;
  expect(section(output, 'For a client that reads variables:').split('\n')).toEqual(
    expect.arrayContaining([`export OS_AUTH_URL=${auth.auth_url}`, `export OS_PASSWORD=${auth.password}`]),
  );
  const tooLong = output.split('\n').filter((line) => line.length > 80 && !line.startsWith('curl '));
  expect(tooLong).toEqual([]);
  // Keystone gives the target, the project and the token.
  const flags = section(output, 'Test it from another terminal:')
    .split('\n')
    .filter((line) => /^ +--(?!target|token|project-id)/.test(line))
    .flatMap((line) => line.replace('\\', '').trim().split(' '));
  const folder = newFolder();
  writeFileSync(join(folder, 'clouds.yaml'), clouds);
  const { code, stdout } = await runCommand(['run', '--os-cloud', 'mock', ...flags, '--effort', 'quick'], {}, folder);
  expect(stdout).toMatch(/^conformant/m);
  expect(code).toBe(0);
});

test('serve --json prints one line for a program, and a fault applies', async () => {
  const serve = startCommand(['serve', '--port', '0', '--json', '--fault', 'status=503:1x,mutant=v2-not-served']);
  const mock = JSON.parse(await serve.waitForOutput('}\n'));
  expect(mock.variables).toMatchObject({ OS_AUTH_URL: mock.authUrl, OS_PASSWORD: mock.credentials.password });
  const status = async (version: string) => {
    const url = `${mock.url}/${version}/${mock.projectId}/servers`;
    return (await fetch(url, { headers: { 'x-auth-token': mock.token } })).status;
  };
  expect([await status('v2.1'), await status('v2.1'), await status('v2')]).toEqual([503, 200, 404]);
  serve.child.kill('SIGTERM');
  expect(await serve.ended).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  [['--fault', 'latncy=2s'], '--fault latncy=2s: there is no such fault: did you mean latency?'],
  [['--servers', '0'], 'Give a number from 1 to 1000.'],
])('serve %j is a configuration error', async (flags, message) => {
  const { code, stderr } = await callCommand(['serve', ...flags]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test('the example of docs/mock.md runs as shown, in TypeScript', async () => {
  const project = packedProject();
  const [, name = '', text = ''] = /^```ts (\S+)\n([\s\S]*?)^```$/m.exec(page) ?? [];
  writeFileSync(join(project, name), text);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--types', 'node'];
  const types = ['--typeRoots', join(root, 'node_modules/@types')];
  const compiled = await startNode([tsc, ...flags, ...types, name], {}, project).ended;
  expect([compiled.code, compiled.stdout]).toEqual([0, '']);
  const compiledName = name.replace(/mts$/, 'mjs');
  const tests = await startNode(['--test', '--test-reporter', 'tap', compiledName], {}, project).ended;
  expect(tests.stdout).toMatch(/^# pass 3$/m);
  expect(tests.code).toBe(0);
});
