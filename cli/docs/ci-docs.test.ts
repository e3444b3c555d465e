import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
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
  readonly variables?: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }[];
}

/** The blocks of the page in this language. */
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

test('the snippets for GitHub and GitLab name inputs and variables that there are', () => {
  const jobs = blocks('yaml').map((text) => parse(text) as { jobs?: { conformance: Job }; conformance?: Job });
  expect(jobs).toHaveLength(2);
  const [github, gitlab] = [jobs[0]?.jobs?.conformance, jobs[1]?.conformance];
  const used = github?.steps?.find(({ uses }) => uses?.includes('ecs-metadata-conformance'))?.with ?? {};
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used)));
  expect(Object.keys(used)).toContain('target');
  const variables = Object.keys(gitlab?.variables ?? {});
  expect(variables).toContain('ECS_METADATA_TARGET');
  for (const name of variables) expect(environments).toContain(name);
});

test('the baseline of the page is one', () => {
  const [text = ''] = blocks('yaml baseline');
  const file = join(folder, 'baseline.yaml');
  writeFileSync(file, text);
  expect(readBaseline(file)).toMatchObject([{ clause: 'KEY-06' }]);
});
