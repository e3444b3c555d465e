import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readBaseline } from './baseline-file';
import { settings } from './settings';

const root = resolve(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'ci-'));
const docs = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const environments = new Set<string>(settings.map(({ env }) => env));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
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

test('the action hands every input on, under the variable that the command reads', () => {
  const { SUITE, CONFIG, ...variables } = examine?.env ?? {};
  expect(SUITE).toContain('github.action_path');
  for (const name of Object.keys(variables)) expect(environments).toContain(name);
  const handed = [...Object.values(variables), CONFIG].map(
    (text) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text ?? '')?.[1],
  );
  expect(handed.sort()).toEqual(Object.keys(action.inputs).sort());
});

test.each([
  ['a misuse', { ECS_METADATA_TARGET: 'nowhere' }, 2],
  ['a config file that is not there', { CONFIG: 'x y.yaml' }, 2],
  ['a target that does not answer', { ECS_METADATA_TARGET: 'http://127.0.0.1:9' }, 3],
])('the action ends as the command does: %s', (_, settings, code) => {
  const output = join(folder, `output-${code}-${Object.keys(settings)}`);
  writeFileSync(output, '');
  const target = { OS_PROJECT_ID: 'p', OS_TOKEN: 't', ECS_METADATA_SERVER_ID: 's' };
  const environment = { PATH: process.env.PATH, SUITE: root, GITHUB_OUTPUT: output, ...target, ...settings };
  const { status } = spawnSync('bash', ['-e', '-c', examine?.run ?? ''], { cwd: folder, env: environment });
  expect(status).toBe(code);
  expect(readFileSync(output, 'utf8')).toBe(`exit-code=${code}\n`);
});

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
