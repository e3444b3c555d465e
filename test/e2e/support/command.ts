import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  /** The folder that it runs in. */
  readonly folder: string;
  readonly ended: Promise<CommandResult>;
  /** Waits until standard output or standard error holds this text, and gives all of both so far. */
  waitForOutput(text: string): Promise<string>;
}

/** A command for the host, with its whole environment. */
export interface HostedCommand {
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
}

const compiled = resolve(__dirname, '../../../dist');
const entryPoint = join(compiled, 'cli/main.js');
const children = new Set<ChildProcess>();

jest.setTimeout(120_000);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** An empty folder of its own. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'e2e-'));
}

/** These variables, and of this process those that change nothing in the command. */
function environmentOfUser(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(OS_|ECS_METADATA_|NODE_|JEST_|GITHUB_|.*COLOR|.*_PROXY$)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), ...environment };
}

/** Starts the compiled command as a user would, in an empty folder and without the settings of whoever runs the tests. */
export function startCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  folder = newFolder(),
): RunningCommand {
  if (!existsSync(entryPoint)) throw new Error(`${entryPoint} is missing: run npm run build first`);
  return startNode([entryPoint, ...args], environment, folder);
}

/** Starts Node in a folder, without the settings of whoever runs the tests. */
export function startNode(args: readonly string[], environment: NodeJS.ProcessEnv, folder: string): RunningCommand {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: environmentOfUser(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const output = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const watcher of watchers) watcher();
    });
  }
  const ended = new Promise<CommandResult>((settle, reject) => {
    child.once('error', reject).once('close', (code) => {
      children.delete(child);
      settle({ code, ...output });
    });
  });
  const printed = async (text: string) => {
    const seen = new Promise<void>((settle) => {
      const watcher = () => {
        if (output.stdout.includes(text) || output.stderr.includes(text)) settle();
      };
      watchers.add(watcher);
      watcher();
    });
    const isSeen = await Promise.race([seen.then(() => true), ended.then(() => false)]);
    if (!isSeen) throw new Error(`it ended without ${JSON.stringify(text)}: ${output.stdout}${output.stderr}`);
    return output.stdout + output.stderr;
  };
  return { child, folder, ended, waitForOutput: printed };
}

/** Runs it to its end. */
export function runCommand(
  args: readonly string[],
  environment?: NodeJS.ProcessEnv,
  folder?: string,
): Promise<CommandResult> {
  return startCommand(args, environment, folder).ended;
}

let host: ChildProcess | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs the command in a process that this test file starts once, which costs a twentieth of a start. For commands that end
 * before a check begins. They run one after the other.
 */
export function callCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  folder = newFolder(),
): Promise<CommandResult> {
  const ended = turn.then(() => askHost({ args, environment: environmentOfUser(environment), folder }));
  turn = ended.catch(() => undefined);
  return ended;
}

function askHost(command: HostedCommand): Promise<CommandResult> {
  host ??= fork(join(compiled, 'test/e2e/support/command-host.js'), { env: environmentOfUser({}), execArgv: [] });
  const asked = host;
  children.add(asked);
  return new Promise((settle, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the host of commands ended with ${code}`));
    asked.once('exit', onExit).once('message', (result: CommandResult) => {
      asked.off('exit', onExit);
      settle(result);
    });
    asked.send(command);
  });
}

/** The text of a file that a run has left, decompressed where it is compressed. */
export function readOutputFile(path: string): string {
  const bytes = readFileSync(path);
  return (/\.gz(\.part)?$/.test(path) ? gunzipSync(bytes) : bytes).toString();
}
