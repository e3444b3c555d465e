import { profiles } from '../../contracts/profiles';
import { efforts } from '../../suites/harness/run/run-plan';
import { runSession } from '../../suites/harness/run-session';
import { createEndpoint, describeEndpoint, type Endpoint } from '../../targets/embedded/endpoint';
import { createInMemoryNetwork } from '../../targets/embedded/in-memory-network';
import type { ServerRecord } from '../../targets/embedded/store';
import { TargetUnavailableError } from '../../targets/errors';
import type { Target } from '../../targets/http/target';
import { VirtualClock } from '../../targets/testing/virtual-clock';
import { restore } from '../commands/restore';
import { JournalFile } from '../journal/journal-file';
import type { FileOperation } from '../machine/testing/memory-files';
import { MemoryMachine } from '../machine/testing/memory-machine';
import { buildTarget } from './build-target';
import { withTemporaryServers } from './with-temporary-servers';

jest.setTimeout(60_000);

const path = 'out/journal.jsonl';
const named = describeEndpoint('http://embedded.test');
const [user = ''] = named.serverIds;

const never = new Promise<never>(() => undefined);

class Fixture {
  readonly endpoint: Endpoint;
  readonly machine: MemoryMachine;
  readonly target: Target;
  readonly journal: JournalFile;
  readonly clock = new VirtualClock();
  /** Requests, as `METHOD path`. */
  readonly sent: string[] = [];
  /** Is told the number of each request once it has been carried out, counted from 1. */
  onSent: (number: number) => void = () => undefined;
  /** Is told the number of each request before it is carried out. */
  onSending: (number: number) => void = () => undefined;
  private isDead = false;
  private die: () => void = () => undefined;
  readonly dead = new Promise<void>((settle) => {
    this.die = settle;
  });
  /** Says of a request whether it gets no further. */
  isLost: (request: string) => boolean = () => false;
  /** Says of a request whether its connection is reset, and the request carried out 20 s later. */
  isLate: (request: string) => boolean = () => false;

  constructor() {
    this.endpoint = createEndpoint(this.clock);
    const network = createInMemoryNetwork(this.endpoint, this.clock, async (request, deliver) => {
      const name = `${request.method} ${request.url}`;
      this.sent.push(name);
      this.onSending(this.sent.length);
      if (this.isDead) return never;
      if (this.isLost(name)) return { status: 503, headers: { 'retry-after': '100' }, body: '' };
      if (this.isLate(name)) {
        void this.clock.sleep(20_000).then(() => deliver(request));
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      }
      const answer = await deliver(request);
      this.onSent(this.sent.length);
      return this.isDead ? never : answer;
    });
    this.machine = new MemoryMachine(network);
    const { projectId, token } = named;
    const given = { projectId, token, serverId: [user], createServers: 2 };
    this.target = { ...buildTarget(given, named.url, network), proxy: undefined };
    this.journal = new JournalFile(path, this.target, this.machine);
  }

  /** Makes two servers, and one that is deleted at once, and replaces the metadata of all for a while. */
  run(): Promise<string[]> {
    const { journal, machine, target } = this;
    const spec = { image: 'any', flavor: '1' };
    return withTemporaryServers(target, { count: 2, spec, journal, machine }, (all) =>
      runSession({
        target: all,
        profile: profiles.ecs,
        plan: { effort: efforts.quick, seed: 1, corpus: [] },
        emit: () => undefined,
        signal: machine.abortSignal(),
        journal,
        runInstead: async ({ given, replace }) => {
          for (let number = 1; number <= 5; number += 1)
            await replace(await given.server(), { number: String(number) });
        },
      }),
    );
  }

  /** The process ends without a word: nothing more is sent or written. */
  kill(): void {
    this.isDead = true;
    this.machine.files.fails = () => {
      throw new Error('the process is dead');
    };
    this.die();
  }

  /** Restores from the files that a killed process has left, after a power cut or without one. */
  async restore(isPowerCut: boolean): Promise<number | string> {
    const { files } = this.machine;
    files.fails = () => undefined;
    if (isPowerCut) files.crash();
    const network = createInMemoryNetwork(this.endpoint, this.clock, (request, deliver) => deliver(request));
    const code = restore({ token: named.token }, path, new MemoryMachine(network, files));
    return code.catch((error: Error) => error.message);
  }

  /** Servers made for the run that are still there. */
  get made(): ServerRecord[] {
    return [...this.endpoint.store.servers.values()].filter(
      ({ name, vmState }) => name.startsWith('ecs-metadata-conformance-') && vmState !== 'deleted',
    );
  }

  get left(): string[] {
    return this.made.map(({ name }) => name);
  }

  get ofUser() {
    const { vmState, metadata, locked } = this.endpoint.store.servers.get(user) ?? {};
    return { vmState, metadata, locked };
  }
}

test('servers are made, examined and deleted', async () => {
  const fixture = new Fixture();
  const before = fixture.ofUser;
  expect(await fixture.run()).toEqual([]);
  fixture.machine.exit();
  expect(fixture.sent.filter((request) => /^POST .*\/servers$/.test(request))).toHaveLength(3);
  expect(fixture.machine.output.err).toBe('creating 3 servers\ndeleting 3 servers\n');
  expect(fixture.left).toEqual([]);
  expect(fixture.ofUser).toEqual(before);
  expect(fixture.machine.files.paths).toEqual([]);
});

test('a server that is made only after its request was reset is deleted too', async () => {
  const fixture = new Fixture();
  let posts = 0;
  fixture.isLate = (request) => /^POST .*\/servers$/.test(request) && ++posts === 2;
  await expect(fixture.run()).rejects.toThrow('the connection was reset');
  await fixture.clock.sleep(60_000);
  expect(fixture.left).toEqual([]);
  expect(fixture.machine.files.paths).toEqual([]);
});

test('a signal at any moment: all is restored, all that was made is deleted, and the journal is gone', async () => {
  const whole = new Fixture();
  await whole.run();
  const most = whole.sent.length;
  expect(most).toBeGreaterThan(60);
  for (let at = 0; at <= most; at += 1) {
    const fixture = new Fixture();
    const before = fixture.ofUser;
    if (at === 0) fixture.machine.interrupt();
    fixture.onSent = (number) => {
      if (number === at) fixture.machine.interrupt();
    };
    const ended = await fixture.run().catch((error: Error) => error);
    if (ended instanceof Error) {
      expect(ended).toBeInstanceOf(TargetUnavailableError);
      expect(ended.message).toMatch(/interrupted/);
    } else expect(ended).toEqual([]);
    fixture.machine.exit();
    expect(fixture.machine.output.err).toMatch(/^creating 3 servers\n(deleting [123] servers?\n)?$/);
    expect(fixture.left).toEqual([]);
    expect(fixture.ofUser).toEqual(before);
    expect(fixture.machine.files.paths).toEqual([]);
  }
});

describe.each([
  ['a kill', false],
  ['a power cut', true],
])('%s at any moment', (_, isPowerCut) => {
  const expectRestored = async (prepare: (fixture: Fixture, at: number) => void) => {
    for (let at = 1; ; at += 1) {
      const fixture = new Fixture();
      const before = fixture.ofUser;
      prepare(fixture, at);
      const isKilled = await Promise.race([fixture.run().then(() => false), fixture.dead.then(() => true)]);
      if (!isKilled) return at;
      const restored = await fixture.restore(isPowerCut);
      // There is no journal yet, or no more.
      expect([0, expect.stringMatching(/cannot be read \(ENOENT\)/)]).toContainEqual(restored);
      expect(fixture.left).toEqual([]);
      expect(fixture.ofUser).toEqual(before);
      expect(fixture.machine.files.paths).toEqual([]);
    }
  };

  test.each<['onSending' | 'onSent']>([['onSending'], ['onSent']])('%s of a request', async (moment) => {
    const tried = await expectRestored((fixture, at) => {
      fixture[moment] = (number) => {
        if (number === at) fixture.kill();
      };
    });
    expect(tried).toBeGreaterThan(60);
  });

  test('at an operation on a file', async () => {
    const tried = await expectRestored((fixture, at) => {
      let count = 0;
      fixture.machine.files.fails = (operation, file) => {
        count += 1;
        if (count === at) {
          fixture.kill();
          fixture.machine.files.fails(operation, file);
        }
        return undefined;
      };
    });
    expect(tried).toBeGreaterThan(30);
  });
});

test('a signal while servers are made says that there are no reports, and makes no more', async () => {
  const fixture = new Fixture();
  fixture.onSent = () => fixture.machine.interrupt();
  await expect(fixture.run()).rejects.toThrow(
    'the run was interrupted before its checks began, so there are no reports',
  );
  expect(fixture.sent.filter((request) => /^POST .*\/servers$/.test(request))).toHaveLength(1);
  expect(fixture.left).toEqual([]);
});

test('a signal ends the waiting for a server to become active', async () => {
  const fixture = new Fixture();
  fixture.onSent = (number) => {
    for (const server of fixture.made) if (number <= 6) server.vmState = 'building';
  };
  await expectEndedSoon(fixture);
  expect(fixture.sent.filter((request) => request.startsWith('GET'))).not.toEqual([]);
});

test('a signal ends the waiting for a target that asks to come later', async () => {
  const fixture = new Fixture();
  fixture.isLost = (request) => request.startsWith('GET') && !fixture.machine.abortSignal().aborted;
  await expectEndedSoon(fixture);
});

async function expectEndedSoon(fixture: Fixture): Promise<void> {
  const signal = fixture.clock.sleep(1_000).then(() => fixture.machine.interrupt());
  await expect(fixture.run()).rejects.toThrow('the run was interrupted before its checks began');
  const took = fixture.clock.now();
  await signal;
  expect(took).toBeLessThan(5_000);
  expect(fixture.left).toEqual([]);
}

describe('what cannot be deleted', () => {
  test('is said, stays in the journal, and leaves the run incomplete', async () => {
    const fixture = new Fixture();
    fixture.isLost = (request) => /^DELETE .*\/[^/]+$/.test(request) && fixture.machine.output.err.includes('deleting');
    await fixture.run();
    expect(fixture.left).toHaveLength(2);
    expect(fixture.machine.output.err).toMatch(
      /^NOT RESTORED: server \S+ \(ecs-metadata-conformance-run1-1\), made for/m,
    );
    expect(fixture.journal.hasLeftovers).toBe(true);
    fixture.machine.exit();
    expect(fixture.machine.output.err).toMatch(
      /^NOT RESTORED: to restore the servers of this run, run: .* restore out/m,
    );
    expect(fixture.machine.files.paths).toEqual([path]);
  });
});

test.each<[FileOperation, string, number]>([
  ['write', `${path}.part`, 0],
  ['write', `${path}.next`, 1],
])('%s of %s fails: so many servers are made, and all of them deleted', async (operation, at, made) => {
  const fixture = new Fixture();
  fixture.machine.files.fails = (done, file) => (done === operation && file === at ? 'ENOSPC' : undefined);
  await expect(fixture.run()).rejects.toThrow(/^the journal \S+ cannot be written \(ENOSPC\), so /);
  fixture.machine.exit();
  expect(fixture.sent.filter((request) => /^POST .*\/servers$/.test(request))).toHaveLength(made);
  expect(fixture.left).toEqual([]);
  expect(fixture.machine.output.err).not.toContain('NOT RESTORED');
  expect(fixture.machine.files.paths).toEqual([]);
});
