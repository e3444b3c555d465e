import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

afterEach(() => jest.restoreAllMocks());

test.each([
  ['16.20.2', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['22.1.0', false],
])('Node %s: refused is %s', (version, isRefused) => {
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const versions = { ...process.versions, node: version };
  Object.defineProperty(process, 'versions', { value: versions, configurable: true });
  jest.isolateModules(() => require('./require-node'));
  expect(exit.mock.calls).toEqual(isRefused ? [[2]] : []);
  const sentence = `error: this command needs Node 20.19 or later, and this is Node ${version}: install a newer Node\n`;
  expect(write.mock.calls).toEqual(isRefused ? [[sentence]] : []);
});

test('it is the first module of the command, and names the version of package.json', () => {
  expect(read('cli/main.ts')).toMatch(/^#!.*\nimport '.\/machine\/require-node';\n/);
  expect(read('cli/machine/require-node.ts')).toContain("required = '20.19'");
  expect(read('build.mjs')).toContain('this project needs Node 20.19 or later');
  expect(JSON.parse(read('package.json')).engines.node).toBe('>=20.19');
});
