import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { makeResult } from '../../reports/testing/results';
import { compare as compareResults, describeComparison } from '../../reports/verdict/compare';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import { compare } from '../commands/results/compare';
import { CapturedOutput } from '../machine/testing/captured-output';
import { readBaseline } from '../settings/baseline-file';
import { settingDefinitions } from '../settings/settings';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ci-'));
const docs = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const environments = new Set<string>(settingDefinitions.map(({ env }) => env));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly env?: Readonly<Record<string, string>>; readonly run?: string }[];
  };
}
interface Job {
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }[];
}
interface GitLabJob {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: object;
}
interface TektonSpec {
  readonly params: readonly { readonly name: string }[];
  readonly workspaces: readonly { readonly name: string }[];
  readonly steps: readonly {
    readonly workingDir: string;
    readonly env: readonly { readonly name: string; readonly value?: string }[];
    readonly script: string;
  }[];
}

/** The blocks of the page in this language, which may be a pattern. */
function blocks(language: string): string[] {
  return [...docs.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => text ?? '',
  );
}

const examine = action.runs.steps.at(-1);

const prefix = 'INPUT_OF_';

/** Runs the step as GitHub does, with these inputs and variables of the workflow. */
function step(inputs: Readonly<Record<string, string>>, workflow: NodeJS.ProcessEnv = {}) {
  const output = join(mkdtempSync(join(folder, 'step-')), 'output');
  writeFileSync(output, '');
  const given = Object.entries(examine?.env ?? {}).flatMap(([variable, text]) => {
    const name = inputOf(text);
    return name === undefined ? [] : [[variable, inputs[name] ?? action.inputs[name]?.default ?? '']];
  });
  const environment = { PATH: process.env.PATH, GITHUB_OUTPUT: output, ...workflow, SUITE: root };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', examine?.run ?? ''], {
    cwd: folder,
    env: { ...environment, ...Object.fromEntries(given) },
    encoding: 'utf8',
  });
  return { status, stdout, stderr, output: readFileSync(output, 'utf8') };
}

function inputOf(text: string): string | undefined {
  return /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1];
}

test('the action hands every input on, under the variable that the command reads', () => {
  const { SUITE, ...variables } = examine?.env ?? {};
  expect(SUITE).toContain('github.action_path');
  for (const name of Object.keys(variables).map((each) => each.replace(prefix, ''))) {
    expect(name === 'CONFIG' || environments.has(name)).toBe(true);
  }
  expect(Object.values(variables).map(inputOf).sort()).toEqual(Object.keys(action.inputs).sort());
});

const target = { 'project-id': 'p', token: 't', 'server-id': 's' };

test.each([
  ['a misuse', { ...target, target: 'nowhere' }, 2],
  ['a config file that is not there', { ...target, config: 'x y.yaml' }, 2],
  ['a target that does not answer', { ...target, target: 'http://127.0.0.1:9' }, 3],
])('the action ends as the command does: %s', (_, inputs, code) => {
  expect(step(inputs)).toMatchObject({ status: code, output: `exit-code=${code}\n` });
});

const unanswered = { ...target, target: 'http://127.0.0.1:9' };

test.each<[string, Record<string, string>, NodeJS.ProcessEnv, RegExp]>([
  ['nothing is given', {}, {}, /ECS_METADATA_YES is given without a target: give --target/],
  ['a cloud has no servers', {}, { OS_AUTH_URL: 'http://127.0.0.1:9', OS_TOKEN: 't' }, /is given without a target/],
  ['the target is empty', { ...target, target: '' }, {}, /the input for ECS_METADATA_TARGET is given, but empty/],
  ['the servers are empty', { ...unanswered, 'server-id': '' }, {}, /SERVER_ID is given, but empty/],
  ['the token of a fork is empty', { ...unanswered, token: '' }, {}, /OS_TOKEN is given, but empty/],
  ['strict is empty', { ...unanswered, strict: '' }, {}, /STRICT is given, but empty/],
  ['yes is empty', { target: 'embedded', yes: '' }, {}, /ECS_METADATA_YES is empty/],
  ['a mistyped variable', { target: 'embedded' }, { ECS_METADATA_STRIKT: '1' }, /mean ECS_METADATA_STRICT\?/],
])('the action examines nothing else than it is asked to: %s', (_, inputs, workflow, complaint) => {
  const { status, stdout, stderr, output } = step(inputs, workflow);
  expect(stderr).toMatch(complaint);
  expect(stdout).toBe('');
  expect([status, output]).toEqual([2, 'exit-code=2\n']);
});

test('the action examines the embedded endpoint where it is asked for', () => {
  const { status, stdout } = step({ target: 'embedded' }, { CONFIG: 'not-ours.yaml', ECS_METADATA_CLAUSE: 'KEY-04' });
  expect(stdout).toMatch(/^no failure found /m);
  expect(status).toBe(0);
}, 120_000);

/** The code block with this label. */
function block(label: string): string {
  const [text, more] = blocks(`[a-z]+ ${label}`);
  if (text === undefined || more !== undefined) throw new Error(`docs/ci.md has no block ${label}, or two`);
  return text;
}

/** The variables of a pipeline, whose values are those of the page. */
type Variables = Readonly<Record<string, string>>;

function expectSettings(variables: Variables): void {
  const names = Object.keys(variables).filter((name) => name !== 'SUITE' && name !== 'HOME');
  expect(names.filter((name) => !environments.has(name))).toEqual([]);
  expect(names).toContain('ECS_METADATA_TARGET');
  expect(names).toContain('ECS_METADATA_SERVER_ID');
}

/**
 * Runs a script of the page with bash, in an empty folder, against the embedded endpoint. npx needs a network to install
 * the tarball: a program in its place checks its arguments, and calls the command.
 */
async function runScript(script: string, variables: Variables) {
  const work = mkdtempSync(join(folder, 'job-'));
  mkdirSync(join(work, 'bin'));
  const isExpected =
    '[ "$1 $2 $4" = "--yes --package ecs-metadata-conformance" ] && [ "$3" = "$SUITE" ] && [ -n "$SUITE" ]';
  const npx = `#!/usr/bin/env bash\n${isExpected} || exit 97\nexec node ${join(root, 'dist/cli/main.js')} "\${@:5}"\n`;
  writeFileSync(join(work, 'bin/npx'), npx, { mode: 0o755 });
  writeFileSync(join(work, 'conformance-baseline.yaml'), block('baseline'));
  const endpoint = await startEndpoint();
  const env = {
    ...variables,
    PATH: `${join(work, 'bin')}:${process.env.PATH}`,
    ECS_METADATA_TARGET: endpoint.url,
    ECS_METADATA_SERVER_ID: endpoint.serverIds.slice(0, 2).join(','),
    OS_PROJECT_ID: endpoint.projectId,
    OS_TOKEN: endpoint.token,
    ECS_METADATA_CLAUSE: 'KEY-03',
    ECS_METADATA_EFFORT: 'quick',
  };
  try {
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script], { cwd: work, env });
    return { stdout, files: readdirSync(join(work, 'conformance-report')) };
  } finally {
    await endpoint.close();
  }
}

const finished = { stdout: expect.stringContaining('no failure found'), files: expect.arrayContaining(['junit.xml']) };

test('the snippet for GitHub gives inputs that there are to the action in the folder of the checkout', () => {
  const { jobs } = parse(block('github')) as { jobs: { conformance: Job } };
  const [, suite, run] = jobs.conformance.steps ?? [];
  expect(run?.uses).toBe(`./${suite?.with?.path}`);
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(run?.with ?? {})));
  expect(Object.keys(run?.with ?? {})).toContain('target');
});

test('the snippet for GitLab names variables that there are, and its script runs', async () => {
  const { conformance } = parse(block('gitlab')) as { conformance: GitLabJob };
  expectSettings(conformance.variables);
  expect(conformance.artifacts).toMatchObject({ reports: { junit: 'conformance-report/junit.xml' } });
  expect(await runScript(conformance.script.join('\n'), conformance.variables)).toMatchObject(finished);
}, 120_000);

test('the snippet for Jenkins names variables that there are, and its step runs', async () => {
  const text = block('jenkins');
  const count = (character: string) => text.split(character).length - 1;
  expect([count('{'), count('(')]).toEqual([count('}'), count(')')]);
  const [, section = ''] = /^ {2}environment \{\n([\s\S]*?)^ {2}\}$/m.exec(text) ?? [];
  const lines = section.trim().split('\n');
  const variables = Object.fromEntries(
    lines.map((line) => /^ *(\w+) = (?:credentials\()?['"](.*)['"]\)?$/.exec(line)?.slice(1, 3) ?? [line, '']),
  );
  expectSettings(variables);
  const [, script = ''] = /^ *sh '([^']+)'$/m.exec(text) ?? [];
  expect(await runScript(script, variables)).toMatchObject(finished);
}, 120_000);

test('the snippet for Tekton uses parameters that it declares, and its script runs', async () => {
  const text = block('tekton');
  const { spec } = parse(text) as { spec: TektonSpec };
  const used = [...text.matchAll(/\$\(params\.([a-z-]+)\)/g)].map(([, name]) => name);
  expect(used.sort()).toEqual(spec.params.map(({ name }) => name).sort());
  const [step] = spec.steps;
  expect(step?.workingDir).toBe(`$(workspaces.${spec.workspaces[0]?.name}.path)`);
  const variables = Object.fromEntries((step?.env ?? []).map(({ name, value = 'secret' }) => [name, value]));
  expectSettings(variables);
  expect(await runScript(step?.script ?? '', variables)).toMatchObject(finished);
}, 120_000);

test('the installation in a pipeline runs; no example takes the package from a registry', async () => {
  expect(await runScript(block('install'), { SUITE: './suite.tgz' })).toMatchObject(finished);
  expect(docs).not.toMatch(/npx (--yes )?(?!--yes)(?!--package)(?!ecs-metadata-conformance )/);
  expect(docs).not.toMatch(/npx --yes ecs-metadata-conformance|uses: OWNER/);
}, 120_000);

test('the example of compare is what the command prints', () => {
  const text = block('compare');
  const [, name = '', ...expected] = /^\$ npx ecs-metadata-conformance (\w+) .*\n([\s\S]*)$/.exec(text) ?? [];
  const [before, after] = ['yesterday', 'today'].map((day) => join(folder, day, 'result.json')) as [string, string];
  const run = (day: number) => ({ target: 'https://ecs.example.com', began: `2026-12-0${day}T02:17:00.000Z` });
  for (const [path, result] of [
    [before, makeResult({}, run(1))],
    [after, makeResult({ 'KEY-06': { verdict: 'failed' } }, run(2))],
  ] as const) {
    mkdirSync(dirname(path));
    writeFileSync(path, JSON.stringify(result));
  }
  const output = new CapturedOutput();
  expect([name, compare(before, after, output.console)]).toEqual(['compare', 1]);
  expect(output.stdout).toBe(expected.join(''));
  const words = [...docs.matchAll(/^\| `([a-z]+)`(?:, `([a-z]+)`)? +\|/gm)].flatMap(([, one, other]) => [one, other]);
  const empty = describeComparison(makeResult({}), makeResult({}), compareResults(makeResult({}), makeResult({})));
  for (const [word] of empty.at(-1)?.matchAll(/[a-z]+/g) ?? []) expect(words).toContain(word);
});

test('the baseline of the page is one', () => {
  const file = join(folder, 'baseline.yaml');
  writeFileSync(file, block('baseline'));
  expect(readBaseline(file)).toMatchObject([{ clause: 'KEY-06' }]);
});
