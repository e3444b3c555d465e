import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Client } from './clients';
import type { DriverOutput } from './outcome';

/** The sources: compiled code is in dist/test/clients/. */
const drivers = resolve(__dirname, '../../../test/clients/drivers');

/** Milliseconds. A call that takes longer has hung. */
const longestCall = 300_000;

/** Runs the calls of one installed client. */
export class Driver {
  private constructor(
    private readonly client: Client,
    private readonly folder: string,
  ) {}

  /**
   * Installs a client into a cache folder outside the repository, if this version with this driver is not there yet.
   *
   * @throws {Error} if the script fails; it has printed the reason.
   */
  static async install(client: Client): Promise<Driver> {
    const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
    const folder = join(cache, 'ecs-metadata-conformance/clients', `${client.name}-${client.version}`);
    const digest = digestOf(client);
    const stamp = join(folder, 'installed');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
      console.error(`Installing ${client.name} ${client.version} into ${folder} …`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const { code, stderr } = await run(script(client, 'install'), [folder, client.version], process.env, '');
      if (code !== 0) throw new Error(`${client.name} could not be installed: ${stderr.trim()}`);
      writeFileSync(stamp, digest);
    }
    return new Driver(client, folder);
  }

  /**
   * Makes one call.
   *
   * @param credentials the OS_* variables.
   * @throws {Error} if the driver itself fails.
   */
  async call(request: object, credentials: Readonly<Record<string, string>>): Promise<DriverOutput> {
    const { PATH = '', LANG = 'C.UTF-8' } = process.env;
    // The user may have a clouds.yaml, a proxy, and variables of another cloud.
    const env = { PATH, LANG, HOME: this.folder, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1', ...credentials };
    const { code, stdout, stderr } = await run(
      script(this.client, 'drive'),
      [this.folder],
      env,
      JSON.stringify(request),
    );
    if (code !== 0 || stdout === '') throw new Error(`the driver of ${this.client.name} failed: ${stderr.trim()}`);
    return JSON.parse(stdout) as DriverOutput;
  }
}

function script({ name }: Client, action: 'install' | 'drive'): string {
  return join(drivers, name, `${action}.sh`);
}

/** Of the driver and of the files that the drivers share: Go and Java compile it while they install. */
function digestOf({ name }: Client): string {
  const hash = createHash('sha256');
  for (const folder of [drivers, join(drivers, name)]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
    }
  }
  return hash.digest('hex');
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv, input: string): Promise<Ended> {
  const child = spawn(program, args, { env, timeout: input === '' ? 0 : longestCall });
  child.stdin.on('error', () => undefined).end(input);
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...texts }));
  });
}
