import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startNode } from './support/command';
import { packedProject } from './support/packed-project';

const root = resolve(__dirname, '../..');
let project: string;

beforeAll(() => {
  project = packedProject();
});

const inPackage = (path: string) => join(project, 'node_modules/ecs-metadata-conformance', path);
const node = (...args: readonly string[]) => startNode(args, {}, project).ended;
const command = (...args: readonly string[]) => node(inPackage('dist/cli/main.js'), ...args);
const page = readFileSync(join(root, 'docs/library.md'), 'utf8');

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

/** The code blocks of the page that have a file name. */
function blocks(): [string, string][] {
  return [...page.matchAll(/^```js (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]);
}

test('the command works as in a clone', async () => {
  const version = await command('--version');
  expect(version).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout } = await command('run', '--effort', 'quick', '--clause', 'KEY-03');
  expect(stdout).toMatch(/no failure found/);
  expect(code).toBe(0);
  const written = readdirSync(join(project, 'conformance-report'));
  expect(written).toEqual(expect.arrayContaining(['report.html', 'junit.xml', 'result.json']));
});

test('its files are those of the product: no tests, and every file that the documentation names', () => {
  const files = readdirSync(inPackage('.'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /\.test\.|\/testing\/|^dist\/(test|bench)/.test(file))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'docs/library.md', 'contracts/openapi.yaml']));
  const { exports, bin } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8'));
  const targets = [...Object.values(exports), ...Object.values(bin)].flatMap((each) =>
    typeof each === 'string' ? [each] : Object.values(each as object),
  );
  expect(targets.filter((target) => !existsSync(inPackage(target.replace(/\*$/, ''))))).toEqual([]);
  const schemas = files
    .filter((file) => /^docs\/.*\.md$/.test(file))
    .flatMap((file) => [...readFileSync(inPackage(file), 'utf8').matchAll(/\]\((schemas\/[\w.]+)\)/g)])
    .map(([, schema = '']) => `docs/${schema}`);
  expect(schemas.length).toBeGreaterThan(0);
  expect(files).toEqual(expect.arrayContaining(schemas));
});

test('its declarations are right in a strict project, for import and for require', async () => {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: ['node'],
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.mts', '*.cts'] }));
  write(
    'imports.mts',
    `import { assertClause, clauses, type ConformanceOptions, type Mock, type Result, runConformance, startMock } from 'ecs-metadata-conformance';
import { MetadataClient } from 'ecs-metadata-conformance/contract';
import { maps } from 'ecs-metadata-conformance/properties';
const options: ConformanceOptions = { serverId: ['S'], effort: 'quick', signal: AbortSignal.timeout(1), onCheck: ({ id }) => id };
const result: Result = await runConformance(options);
const method: string | undefined = result.clauses[0]?.failures[0]?.exchanges[0]?.request.method;
for (const { id } of clauses) assertClause(result, id);
const mock: Mock = await startMock({ servers: [{ name: 'web', vmState: 'stopped' }], faults: { status: [503, '429:0.1'] } });
const [status]: (number | undefined)[] = mock.requests.map((each) => each.status);
{
  await using other = await startMock();
  other.setFaults({ slowBody: '1s' });
}
// @ts-expect-error it is no fault
mock.setFaults({ delay: 1 });
// @ts-expect-error it is no effort
await runConformance({ effort: 'small' });
// @ts-expect-error it is a flag of the command
await runConformance({ list: true });
export { maps, method, MetadataClient, status };
`,
  );
  write(
    'requires.cts',
    `import library = require('ecs-metadata-conformance');
export const verdict: Promise<library.RunVerdict> = library.runConformance().then((result) => result.verdict);
`,
  );
  const { code, stdout } = await node(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
  expect([code, stdout]).toEqual([0, '']);
});

test('the examples of docs/library.md for node:test and for events run as shown', async () => {
  for (const [name, text] of blocks()) write(name, text);
  const tests = await node('--test', '--test-reporter', 'tap', 'conformance.test.mjs');
  expect(tests.stdout).toMatch(/^ok 1 - REPLACE$/m);
  expect(tests.stdout).toMatch(
    /^not ok 2 - KEY$[\s\S]*KEY-03 failed MUST: refuses an empty key[\s\S]*curl -sS -i -X PUT/m,
  );
  expect(tests.stdout).toMatch(/^not ok 3 - the run as a whole$/m);
  expect(tests.code).toBe(1);
  const events = await node('events.mjs');
  expect(events.stdout).toMatch(/^passed KEY-04\/one-more$[\s\S]*^no failure found$/m);
  expect(events).toMatchObject({ code: 0, stderr: '' });
});

test('the Jest project of the package runs beside the tests of the project', async () => {
  const [, config = ''] =
    /^```js jest.config.js\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'docs/jest.md'), 'utf8')) ?? [];
  write('jest.config.js', config);
  write('own.test.js', "test('own', () => undefined);");
  const jest = ['node_modules/jest/bin/jest.js', '--json', '-t', '^KEY-03/empty-key refuses|^own'];
  const { code, stdout } = await node(...jest, 'key/rejected', 'own.test');
  const { testResults } = JSON.parse(stdout) as {
    testResults: { assertionResults: { title: string; status: string }[] }[];
  };
  const passed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed');
  expect(new Set(passed.map(({ title }) => title.split(' ')[0]))).toEqual(new Set(['own', 'KEY-03/empty-key']));
  expect(code).toBe(0);
});

test('the example for Jest runs as shown', async () => {
  for (const [name, text] of blocks()) write(name, text);
  const jest = ['node_modules/jest/bin/jest.js', '--rootDir', '.', 'conformance.test.js'];
  const { code, stderr } = await node(...jest);
  const [, shown = ''] = /^```console jest\n([\s\S]*?)^```$/m.exec(page) ?? [];
  expect(stderr).toContain(shown.trimEnd());
  expect(stderr).toMatch(/^Tests: +2 failed, 2 passed, 4 total$/m);
  expect(code).toBe(1);
});

test('the example for Vitest is that for Jest with other imports', () => {
  // Vitest is no dependency of this project, so the example itself is not run.
  const files = new Map(blocks());
  const body = (name: string) => (files.get(name) ?? '').slice((files.get(name) ?? '').indexOf('const selected'));
  expect(body('conformance.spec.mjs')).toBe(body('conformance.test.js'));
  expect(body('conformance.spec.mjs')).not.toBe('');
});
