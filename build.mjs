import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compiles the project into dist/, and leaves dist/ alone where nothing has changed.
 *
 * A run loads files of dist/ until it ends, so no file may be missing from it at any moment. The compiler writes into a
 * folder of its own; then each file that differs is renamed into its place, and files without a source are removed.
 * Builds need no lock: two at once write the same files.
 */
const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
/** Beside dist/, as source maps name their sources from there. */
const own = join(root, `dist.${process.pid}`);
/** Says which inputs dist/ was made from, and which files it holds. */
const stampName = '.build.json';
/** Copied as they are. */
const assets = ['reports/formats/html/assets', 'reports/site/assets'];
/** npx starts it as a program. */
const command = 'cli/main.js';

requireNode();
build();

/** An older Node would fail with an error of its own, deep in the build. */
function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  const own = process.versions.node;
  console.error(`error: this project needs Node 20.19 or later, and this is Node ${own}: install a newer Node`);
  process.exit(2);
}

function build() {
  removeAbandoned();
  let inputs = digestOfInputs();
  if (isUpToDate(inputs)) return;
  try {
    // Sources that are saved while they are compiled are compiled again.
    for (let compiled; compiled !== inputs; inputs = digestOfInputs()) {
      compiled = inputs;
      compile();
      publish(compiled);
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Of the content: a checkout of another branch and back changes every time of change, and nothing else. */
function digestOfInputs() {
  const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  const settings = ['build.mjs', 'tsconfig.json', 'package-lock.json', 'node_modules/typescript/package.json'];
  const sources = include.flatMap((folder) => filesOf(join(root, folder)).map((file) => `${folder}/${file}`));
  const hash = createHash('sha256');
  for (const name of [...settings.filter((file) => existsSync(join(root, file))), ...sources]) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function isUpToDate(inputs) {
  const stamp = readStamp();
  return stamp?.inputs === inputs && stamp.files.join('\n') === outputs(dist).join('\n');
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(join(dist, stampName), 'utf8'));
  } catch {
    // There is none, or it was cut off: dist/ is written anew.
    return undefined;
  }
}

/** Ends the process where the sources do not compile: dist/ stays as it was. */
function compile() {
  rmSync(own, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, error } = spawnSync(process.execPath, [compiler, '--outDir', own], { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) {
    rmSync(own, { recursive: true, force: true });
    process.exit(status ?? 1);
  }
  for (const folder of assets) cpSync(join(root, folder), join(own, folder), { recursive: true });
}

function publish(inputs) {
  const files = outputs(own);
  const kept = new Set(files);
  rmSync(join(dist, stampName), { force: true });
  for (const file of files) {
    if (!isSame(join(own, file), join(dist, file))) move(join(own, file), join(dist, file));
  }
  for (const file of outputs(dist)) if (!kept.has(file)) remove(file);
  if (existsSync(join(dist, command))) chmodSync(join(dist, command), 0o755);
  // Where the sources have changed meanwhile, nobody may take dist/ for what they compile to.
  if (digestOfInputs() !== inputs) return;
  writeFileSync(join(own, stampName), JSON.stringify({ inputs, files }));
  move(join(own, stampName), join(dist, stampName));
}

function isSame(one, other) {
  try {
    return statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other));
  } catch {
    // The other one is not there yet.
    return false;
  }
}

/** Windows refuses while somebody else is opening the file: that is over in a moment. */
function move(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  for (let turn = 1; ; turn += 1) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (turn === 50 || !['EPERM', 'EACCES', 'EBUSY'].includes(error.code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** And the folders that it leaves empty. */
function remove(file) {
  rmSync(join(dist, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(dist, folder));
    } catch {
      return;
    }
  }
}

function outputs(folder) {
  return filesOf(folder).filter((file) => file !== stampName);
}

/** The files below a folder, sorted, with slashes on every system. */
function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** The folders of builds that were killed. */
function removeAbandoned() {
  for (const name of readdirSync(root)) {
    const [, pid] = /^dist\.(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and another user's.
    return error.code === 'EPERM';
  }
}
