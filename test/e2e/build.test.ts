import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newFolder } from './support/command';

const root = resolve(__dirname, '../..');
/** With few declarations to read, which take most of the time. */
const options = {
  outDir: 'dist',
  rootDir: '.',
  module: 'node20',
  target: 'es2023',
  strict: true,
  types: [],
  lib: ['es5'],
};

/** A checkout of a small project that is built as this one is. */
function checkout(): string {
  const folder = newFolder();
  copyFileSync(join(root, 'build.mjs'), join(folder, 'build.mjs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'suites/proof'), { recursive: true });
  mkdirSync(join(folder, 'reports/formats/html/assets'), { recursive: true });
  mkdirSync(join(folder, 'reports/site/assets'), { recursive: true });
  const files = {
    'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['suites'] }),
    'package-lock.json': '{}',
    'suites/one.suite.ts': 'export const one = 1;\n',
    'suites/proof/two.ts': 'export const two = 2;\n',
    'reports/formats/html/assets/page.css': 'p {}\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

interface Built {
  readonly code: number | null;
  readonly output: string;
}

function build(folder: string): Promise<Built> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [join(folder, 'build.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', reject).once('close', (code) => settle({ code, output }));
  });
}

const good = { code: 0, output: '' };
const built = (folder: string) =>
  readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
const all = ['.build.json', 'one.suite.js', 'page.css', 'two.js'];
const dists = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('dist'));

const look = (name: string) => statSync(join(folder, 'dist', name)).mtimeMs;

// A build takes half a second, so the tests share one checkout. Each leaves it built.
const folder = checkout();
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

test('builds of a fresh checkout at the same moment all work, and leave nothing beside dist', async () => {
  expect(await Promise.all([build(folder), build(folder)])).toEqual([good, good]);
  expect(built(folder)).toEqual(all);
  expect(dists(folder)).toEqual(['dist']);
});

test('what has not changed is left alone: a run loads it until it ends', async () => {
  const before = [look('.build.json'), look('suites/one.suite.js'), look('suites/proof/two.js')];
  expect(await build(folder)).toEqual(good);
  expect([look('.build.json'), look('suites/one.suite.js'), look('suites/proof/two.js')]).toEqual(before);
  write('suites/proof/two.ts', 'export const two = 3;\n');
  expect(await build(folder)).toEqual(good);
  expect(readFileSync(join(folder, 'dist/suites/proof/two.js'), 'utf8')).toContain('two = 3');
  expect(look('suites/one.suite.js')).toBe(before[1]);
});

test('what does not compile is complained of, and dist stays as it was', async () => {
  const before = look('.build.json');
  write('suites/one.suite.ts', "export const one: number = 'one';\n");
  const { code, output } = await build(folder);
  expect(output).toMatch(/one\.suite\.ts.*TS2322/);
  expect(code).not.toBe(0);
  expect(built(folder)).toEqual(all);
  expect(look('.build.json')).toBe(before);
  expect(dists(folder)).toEqual(['dist']);
});

test('no file is missing from dist while it is built anew, and what a killed build has left is removed', async () => {
  // Above what any system gives to a process.
  mkdirSync(join(folder, 'dist.4999999/suites'), { recursive: true });
  write('suites/one.suite.ts', 'export const one = 11;\n');
  let [isBuilding, looks, missing] = [true, 0, 0];
  const again = build(folder).finally(() => {
    isBuilding = false;
  });
  while (isBuilding) {
    looks += 1;
    if (!existsSync(join(folder, 'dist/suites/one.suite.js'))) missing += 1;
    await sleep(1);
  }
  expect(await again).toEqual(good);
  expect(missing).toBe(0);
  expect(looks).toBeGreaterThan(100);
  expect(dists(folder)).toEqual(['dist']);
});

test('what is lost from dist comes back', async () => {
  rmSync(join(folder, 'dist/suites/one.suite.js'));
  expect(await build(folder)).toEqual(good);
  expect(built(folder)).toEqual(all);
});

test('nothing survives in dist whose source is gone, nor what was put there', async () => {
  rmSync(join(folder, 'suites/one.suite.ts'));
  rmSync(join(folder, 'suites/proof'), { recursive: true });
  write('suites/three.ts', 'export const three = 3;\n');
  expect(await build(folder)).toEqual(good);
  expect(built(folder)).toEqual(['.build.json', 'page.css', 'three.js']);
  expect(existsSync(join(folder, 'dist/suites/proof'))).toBe(false);
  write('dist/suites/old.suite.js', '');
  expect(await build(folder)).toEqual(good);
  expect(built(folder)).toEqual(['.build.json', 'page.css', 'three.js']);
});
