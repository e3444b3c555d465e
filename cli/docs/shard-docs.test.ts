import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv/dist/2020';
import { parse, parseAllDocuments } from 'yaml';
import type { Result } from '../../reports/result/result';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { settingDefinitions } from '../settings/settings';
import schemaOfKubernetes from './kubernetes-1.33.schema.json';

const root = resolve(__dirname, '../..');
const manifests = join(root, 'deploy/kubernetes');
const folder = mkdtempSync(join(tmpdir(), 'shard-docs-'));
const docs = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const environments = new Set<string>(settingDefinitions.map(({ env }) => env));

/** The code block of the page with this label. */
function block(label: string): string {
  const [, text] = new RegExp(`^\`\`\`[a-z]+ ${label}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(docs) ?? [];
  if (text === undefined) throw new Error(`docs/ci.md has no block ${label}`);
  return text;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** An empty folder with programs that call the command: `npx`, as a pipeline calls it, and the one of the image. */
function newWorkspace(): string {
  const work = mkdtempSync(join(folder, 'job-'));
  mkdirSync(join(work, 'bin'));
  const main = join(root, 'dist/cli/main.js');
  const isExpected =
    '[ "$1 $2 $4" = "--yes --package ecs-metadata-conformance" ] && [ "$3" = "$SUITE" ] && [ -n "$SUITE" ]';
  const programs = {
    npx: `${isExpected} || exit 97\nexec node ${main} "\${@:5}"`,
    'ecs-metadata-conformance': `exec node ${main} "$@"`,
  };
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(work, 'bin', name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
  }
  return work;
}

/** Runs a program in a workspace, for few checks of the embedded endpoint. */
async function runIn(work: string, endpoint: RunningEndpoint, command: readonly string[], variables: Variables) {
  const [program = '', ...args] = command;
  const env = {
    ...variables,
    PATH: `${join(work, 'bin')}:${process.env.PATH}`,
    ECS_METADATA_TARGET: endpoint.url,
    OS_PROJECT_ID: endpoint.projectId,
    OS_TOKEN: endpoint.token,
    ECS_METADATA_CLAUSE: 'KEY-03,KEY-04',
    ECS_METADATA_EFFORT: 'quick',
    ECS_METADATA_YES: 'true',
  };
  const { stdout } = await promisify(execFile)(program, args, { cwd: work, env });
  return stdout;
}

const resultIn = (path: string) => JSON.parse(readFileSync(join(path, 'result.json'), 'utf8')) as Result;

let endpoint: RunningEndpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.close());

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface JobManifest extends Manifest {
  readonly spec: {
    readonly completions: number;
    readonly parallelism: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly [
          {
            readonly command: readonly string[];
            readonly args: readonly [string];
            readonly env?: readonly { readonly name: string; readonly value?: string }[];
          },
        ];
      };
    };
  };
}

interface ConfigMapManifest extends Manifest {
  readonly data: Readonly<Record<string, string>>;
}

const manifestsIn = (file: string) =>
  parseAllDocuments(readFileSync(join(manifests, file), 'utf8')).map((each) => each.toJS() as Manifest);

describe('the manifests for Kubernetes', () => {
  const files = readdirSync(manifests);
  const all = files.flatMap(manifestsIn);
  const job = (name: string) =>
    all.find((each) => each.kind === 'Job' && each.metadata.name.endsWith(name)) as JobManifest;
  const settings = (name: string) => all.find((each) => each.kind === 'ConfigMap' && each.metadata.name === name);
  const ajv = new Ajv({ strict: false, formats: { int32: true, int64: true, 'date-time': true, byte: true } });
  ajv.addSchema(schemaOfKubernetes, 'kubernetes');
  const isValid = (manifest: Manifest) => {
    const group = manifest.kind === 'Job' ? 'batch' : 'core';
    const validate = ajv.getSchema(`kubernetes#/$defs/io.k8s.api.${group}.v1.${manifest.kind}`);
    const valid = validate?.(manifest);
    return [valid, validate?.errors ?? null];
  };

  test.each(files)('%s satisfies the schemas of Kubernetes', (file) => {
    for (const manifest of manifestsIn(file)) expect(isValid(manifest)).toEqual([true, null]);
  });

  test('a mistyped member does not', () => {
    const shards = job('shards');
    const withSpec = (members: object): Manifest => ({ ...shards, ...{ spec: { ...shards.spec, ...members } } });
    expect(isValid(withSpec({ backofLimitPerIndex: 2 }))[0]).toBe(false);
    expect(isValid(withSpec({ completions: '4' }))[0]).toBe(false);
  });

  test('the number of shards is the same everywhere, and each has its servers', () => {
    const { completions, parallelism, template } = job('shards').spec;
    const [{ env = [] }] = template.spec.containers;
    const { data } = settings('ecs-metadata-conformance-shards') as ConfigMapManifest;
    expect([parallelism, env.find(({ name }) => name === 'SHARDS')?.value]).toEqual([completions, `${completions}`]);
    expect(Object.keys(data)).toEqual(Array.from({ length: completions }, (_, place) => `shard-${place + 1}.yaml`));
    const servers = Object.values(data).flatMap((text) => (parse(text) as { serverId: string[] }).serverId);
    expect(new Set(servers).size).toBe(servers.length);
    const { data: shared } = settings('ecs-metadata-conformance') as ConfigMapManifest;
    expect(Object.keys(shared).filter((name) => !environments.has(name))).toEqual([]);
  });

  test('the names that the jobs refer to are there', () => {
    const text = files.map((file) => readFileSync(join(manifests, file), 'utf8')).join('');
    const named = [...text.matchAll(/(?:configMapRef|configMap):\n +name: (\S+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(1);
    for (const name of named) expect(settings(name ?? '')).toBeDefined();
    expect(all.map(({ kind }) => kind)).toContain('PersistentVolumeClaim');
    expect(
      block('kubernetes')
        .match(/[a-z]+\.yaml/g)
        ?.toSorted(),
    ).toEqual(files.toSorted());
  });

  test('the pods run the shards, and the last one merges them', async () => {
    const work = newWorkspace();
    const { data } = settings('ecs-metadata-conformance') as ConfigMapManifest;
    const [pod, merge] = [job('shards'), job('merge')].map(({ spec }) => spec.template.spec.containers[0]);
    const scriptOf = (container: typeof pod) => {
      const [script = ''] = container?.args ?? [];
      return [...(container?.command ?? []), script.replaceAll(/\/(reports|shards)\//g, `${work}/$1/`)];
    };
    mkdirSync(join(work, 'shards'));
    const indexes = [0, 1, 2];
    for (const index of indexes) {
      writeFileSync(join(work, 'shards', `shard-${index + 1}.yaml`), `serverId: [${endpoint.serverIds[index]}]\n`);
    }
    const variables = { ...data, SHARDS: `${indexes.length}`, ECS_METADATA_WAIVE: 'second-server,second-project' };
    await Promise.all(
      indexes.map((index) => runIn(work, endpoint, scriptOf(pod), { ...variables, JOB_COMPLETION_INDEX: `${index}` })),
    );
    await runIn(work, endpoint, scriptOf(merge), variables);
    const { verdict, run } = resultIn(join(work, 'reports', '1', 'merged'));
    expect([verdict, run.shards, run.seed]).toEqual(['no failure found', 3, 1]);
  }, 120_000);
});

interface Pipeline {
  readonly variables: Variables;
  readonly shard: { readonly parallel: number; readonly variables: Variables; readonly script: readonly string[] };
  readonly merge: { readonly script: readonly string[] };
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: {
    readonly shard: {
      readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
      readonly env: Variables;
      readonly steps: readonly Step[];
    };
    readonly merge: { readonly env: Variables; readonly steps: readonly Step[] };
  };
}

test('the snippets for GitLab and GitHub run the shards and merge them', async () => {
  const gitlab = parse(block('gitlab-shards')) as Pipeline;
  const github = (parse(block('github-shards')) as Workflow).jobs;
  const variables = { ...gitlab.variables, ...gitlab.shard.variables };
  expect(Object.keys(variables).filter((name) => name !== 'SUITE' && !environments.has(name))).toEqual([]);
  const work = newWorkspace();
  const bash = (script: string, more: Variables) =>
    runIn(work, endpoint, ['bash', '-e', '-c', script], { ...variables, ...more });
  const nodes = Array.from({ length: 2 }, (_, place) => `${place + 1}`);
  const pipeline = { CI_NODE_TOTAL: '2', CI_PIPELINE_ID: '12345678901', ECS_METADATA_WAIVE: 'second-project' };
  const script = gitlab.shard.script.join('\n');
  await Promise.all(nodes.map((node) => bash(script, { ...pipeline, CI_NODE_INDEX: node })));
  await bash(gitlab.merge.script.join('\n'), {});
  const { verdict, run } = resultIn(join(work, 'conformance-report'));
  expect([verdict, run.shards, run.seed]).toEqual(['no failure found', 2, 12345678901]);
  // On GitHub the folders have the names of the artifacts, and the same command merges them.
  const merge = github.merge.steps.find((step) => step.run !== undefined)?.run;
  expect(merge).toBe(gitlab.merge.script.join('\n'));
  expect(github.merge.steps[0]?.with).toEqual({ pattern: 'shard-*', path: 'shards' });
}, 120_000);

test('the snippet for GitHub has a job for each shard, and gives inputs that the action has', () => {
  const { shard } = (parse(block('github-shards')) as Workflow).jobs;
  const numbers = shard.strategy.matrix.shard;
  expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  expect(shard.env.ECS_METADATA_SHARD).toBe(`\${{ matrix.shard }}/${numbers.length}`);
  expect(Object.keys(shard.env).filter((name) => !environments.has(name))).toEqual([]);
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
  const [, run] = shard.steps;
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(run?.with ?? {})));
  expect(Object.keys(run?.with ?? {})).toContain('server-id');
});
