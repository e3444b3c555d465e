import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(__dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { bin, name } = JSON.parse(read('package.json')) as { bin: Record<string, string>; name: string };

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The instructions of a stage of the Dockerfile. The first one is FROM. */
function instructionsOf(stage: string): Instruction[] {
  const lines = stage
    .replaceAll(/\\\n\s*/g, '')
    .trim()
    .split(/\n+/);
  return lines.map((line) => ({ word: line.split(' ', 1).join(), rest: line.slice(line.indexOf(' ') + 1) }));
}

const stages = read('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .split(/^(?=FROM )/m)
  .map(instructionsOf);
const [build = [], final = []] = stages;
const of = (stage: readonly Instruction[], word: string) => stage.filter((each) => each.word === word);

test('both stages have the same base, with a version', () => {
  expect(stages).toHaveLength(2);
  const bases = stages.map((stage) => stage[0]?.rest.split(' ')[0]);
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:\d+-slim$/);
});

test('the command is the entry point, and its user is not root', () => {
  expect(of(final, 'USER').map(({ rest }) => rest)).toEqual(['node']);
  const after = final.slice(final.findIndex(({ word }) => word === 'USER'));
  expect(after.filter(({ word }) => word === 'RUN' || word === 'COPY')).toEqual([]);
  expect(of(final, 'ENTRYPOINT').map(({ rest }) => JSON.parse(rest))).toEqual([[name]]);
  const [{ rest: link = '' } = {}] = of(final, 'RUN');
  expect(link).toContain(`ln -s /suite/${bin[name]} /usr/local/bin/${name}`);
  const [{ rest: folder = '' } = {}] = of(final, 'WORKDIR');
  expect(link).toContain(`install --directory --owner node ${folder}`);
});

test('every copied file exists, and .dockerignore leaves out what a build makes', () => {
  const ignored = read('.dockerignore').trim().split('\n');
  const sources = of(build, 'COPY').flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect(sources).toEqual(['package.json', 'package-lock.json', '.']);
  expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  expect(sources.filter((source) => ignored.includes(source))).toEqual([]);
  const made = read('.gitignore').trim().split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.git', ...made.map((each) => each.replace(/\/$/, ''))]));
  expect(of(final, 'COPY').map(({ rest }) => rest)).toEqual(['--from=build /suite /suite']);
});

test('the image has no package of the development, and the files of the package alone', () => {
  const [, script] = of(build, 'RUN').map(({ rest }) => rest);
  expect(script?.split(' && ')).toEqual([
    'npm run build',
    'npm prune --omit=dev --no-audit --no-fund',
    'npm pack --ignore-scripts',
    'mkdir /suite',
    `tar -xzf ${name}-*.tgz --strip-components 1 -C /suite`,
    'mv node_modules /suite/',
  ]);
});

test('the workflow builds the image, and runs the command in it', () => {
  const workflow = parse(read('.github/workflows/container.yml')) as {
    jobs: { container: { steps: { run?: string }[] } };
  };
  const scripts = workflow.jobs.container.steps.flatMap(({ run }) => run ?? []);
  expect(scripts[0]).toBe(`docker build --tag ${name} .`);
  expect(scripts.slice(1).every((script) => script.includes(`docker run --rm`) && script.includes(name))).toBe(true);
});
