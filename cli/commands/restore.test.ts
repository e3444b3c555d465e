import fc from 'fast-check';
import { createEndpoint, describeEndpoint, type Endpoint } from '../../targets/embedded/endpoint';
import { createInMemoryNetwork } from '../../targets/embedded/in-memory-network';
import type { ServerRecord } from '../../targets/embedded/store';
import type { ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import { VirtualClock } from '../../targets/testing/virtual-clock';
import { JournalFile } from '../journal/journal-file';
import { MemoryMachine } from '../machine/testing/memory-machine';
import { buildTarget } from '../target/build-target';
import { embeddedSettings } from '../target/embedded-target';
import { restore } from './restore';

jest.setTimeout(60_000);

const path = 'out/journal.jsonl';
const named = describeEndpoint('http://embedded.test');
const { projectId, otherProjectId, serverIds, otherServerId } = named;
const [first = '', second = ''] = serverIds;
const tokens = { token: named.token, otherToken: named.otherToken };
const before = { kept: 'as it was', 'of:the-user': 'ü\u{1F600}\u{FFFD}' };
const left = { left: 'by the run' };
const made = 'ecs-metadata-conformance-run-1';

const held = (id: string, as: 'own' | 'other' = 'own'): ServerSnapshot => ({
  server: { id, projectId: as === 'own' ? projectId : otherProjectId, as },
  version: 'v2.1',
  vmState: 'active',
  metadata: before,
});

class Fixture {
  readonly endpoint: Endpoint;
  readonly machine: MemoryMachine;

  /** An endpoint whose servers hold what a killed run has left. */
  constructor(readonly changed: readonly ServerSnapshot[] = [held(first), held(otherServerId, 'other'), held(second)]) {
    const clock = new VirtualClock();
    this.endpoint = createEndpoint(clock);
    const network = createInMemoryNetwork(this.endpoint, clock, (request, deliver) => deliver(request));
    this.machine = new MemoryMachine(network);
    for (const { server } of changed) this.server(server.id).metadata = left;
    this.endpoint.store.servers.set('made', { ...this.server(first), id: 'made', name: made, scratch: new Map() });
  }

  /** The journal of that run. */
  journal(): Buffer {
    const target = buildTarget(embeddedSettings(named), named.url, this.machine.network);
    const journal = new JournalFile(path, target, this.machine);
    journal.announceServers([made, 'never-made']);
    journal.serverCreated(made, 'made');
    journal.recordSnapshots(this.changed);
    return this.machine.files.read(path);
  }

  server(id: string): ServerRecord {
    const server = this.endpoint.store.servers.get(id);
    if (server === undefined) throw new Error(`there is no server ${id}`);
    return server;
  }

  restore(): Promise<number> {
    return restore(tokens, path, this.machine);
  }

  /** Of those that the run has changed. */
  get putBack(): string[] {
    return this.changed.map(({ server }) => server.id).filter((id) => this.server(id).metadata.kept !== undefined);
  }
}

const whole = new Fixture().journal();

/** Runs `restore` with a journal on the disk. */
async function restored(content: Buffer | string): Promise<{ code: number; fixture: Fixture; said: string }> {
  const fixture = new Fixture();
  fixture.machine.files.put(path, content);
  const code = await fixture.restore();
  return { code, fixture, said: fixture.machine.output.err };
}

test('all that a whole journal says is restored, and it is removed', async () => {
  const { code, fixture } = await restored(whole);
  expect(fixture.machine.output).toEqual({
    out: '3 servers restored, 2 servers of the run deleted\n',
    err: '',
  });
  expect(code).toBe(0);
  for (const { server } of fixture.changed) expect(fixture.server(server.id).metadata).toEqual(before);
  expect(fixture.server('made').vmState).toBe('deleted');
  expect(fixture.machine.files.paths).toEqual([]);
});

test('wherever a journal is cut off: what is there is restored, the rest is named, and the journal stays', async () => {
  const lines = whole.toString('latin1').split('\n');
  const ends = lines.map((_, index) => lines.slice(0, index + 1).join('\n').length);
  const near = (end: number) => [end - 1, end, end + 1];
  const inLines = Array.from({ length: Math.ceil(whole.length / 23) }, (_, index) => index * 23);
  for (const length of new Set([...inLines, ...ends.flatMap(near)])) {
    if (length < 0 || length >= whole.length) continue;
    const { code, fixture, said } = await restored(whole.subarray(0, length));
    expect(code).toBe(3);
    expect(fixture.machine.files.read(path)).toEqual(whole.subarray(0, length));
    const readable = fixture.changed.filter((_, index) => (ends[index + 3] ?? 0) <= length);
    expect(fixture.putBack).toEqual(readable.map(({ server }) => server.id));
    const isKnown = (ends[0] ?? 0) <= length;
    expect(fixture.server('made').vmState).toBe(isKnown ? 'deleted' : 'active');
    for (const { server } of fixture.changed) {
      const isTold = said.includes(
        `server ${server.id} may have been changed, and its metadata before the run is unknown`,
      );
      expect(isTold).toBe(isKnown && !fixture.putBack.includes(server.id));
    }
    if (!isKnown)
      expect(said).toMatch(/the servers that the run has changed or created are unknown, so nothing is restored/);
  }
});

test('whichever byte is another one: nothing wrong is restored, and the journal stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const spoiled = Buffer.from(whole);
      spoiled[at] = (spoiled[at] ?? 0) ^ change;
      const { code, fixture, said } = await restored(spoiled);
      expect(code).toBe(3);
      expect(fixture.machine.files.read(path)).toEqual(spoiled);
      for (const { server } of fixture.changed) {
        const isPutBack = fixture.putBack.includes(server.id);
        expect(fixture.server(server.id).metadata).toEqual(isPutBack ? before : left);
        expect(isPutBack || said.includes(`server ${server.id}`) || said.includes('so nothing is restored')).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('any bytes at all: nothing is restored that no journal says, and the file stays', async () => {
  const one = (maxLength: number) => fc.uint8Array({ maxLength }).map((bytes) => Buffer.from(bytes));
  const pieces = fc.tuple(fc.nat(whole.length), one(20), fc.nat(whole.length));
  const spliced = pieces.map(([to, bytes, from]) =>
    Buffer.concat([whole.subarray(0, to), bytes, whole.subarray(from)]),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(one(300), spliced), async (content) => {
      if (content.equals(whole)) return;
      const result = await restored(content).catch((error: Error) => error);
      if (result instanceof Error) {
        expect(result.message).toMatch(/is not a journal|has the format/);
        return;
      }
      expect(result.code).toBe(3);
      expect(result.fixture.machine.files.read(path)).toEqual(content);
      for (const id of result.fixture.putBack) expect(result.fixture.server(id).metadata).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

const line = (number: number) => `${whole.toString().split('\n')[number]}\n`;

test.each<[string, string, RegExp]>([
  ['empty', '', /^NOT KNOWN: \S+ is empty: its content is lost\n/],
  ['cut in its head', line(0).slice(0, 40), /^NOT KNOWN: the first line of \S+ is damaged, so the target/],
  [
    'cut after its 3rd entry',
    [0, 1, 2, 3].map(line).join(''),
    /^NOT KNOWN: \S+ is cut off: 3 of its 5 entries can be read\nNOT KNOWN: server \S+20 may have been changed, /,
  ],
  [
    'without its last byte',
    whole.toString().slice(0, -1),
    /^NOT KNOWN: \S+ is cut off in its last line\nNOT KNOWN: \S+ is kept/,
  ],
  [
    'spoiled in its 4th entry',
    whole.toString().replace(line(4), '{"kind":"held"}\n'),
    /^NOT KNOWN: line 5 of \S+ is damaged\nNOT KNOWN: server \S+20 may have been changed/,
  ],
  [
    'with a line twice',
    `${whole}${line(3)}`,
    /^NOT KNOWN: line 7 of \S+ repeats an earlier one\nNOT KNOWN: \S+ is kept/,
  ],
])('a journal that is %s says so in a sentence', async (_, content, words) => {
  const { code, said } = await restored(content);
  expect(said).toMatch(words);
  expect(said).toMatch(/^NOT KNOWN: \S+ is kept: check the servers of that run, then remove the file\n$/m);
  expect(code).toBe(3);
});

test('without its first line, what it says of servers is told to be done by hand', async () => {
  const { said, fixture } = await restored([1, 2, 3].map(line).join(''));
  expect(said).toContain(
    `NOT RESTORED: server ${first}: before the run its vm_state was active and its metadata was ${JSON.stringify(before)}\n`,
  );
  expect(said).toContain('NOT RESTORED: server made, created for the run, may be left over\n');
  expect(fixture.putBack).toEqual([]);
});

test('a journal of a later format is left to a later version', async () => {
  const content = line(0).replace('journal/2', 'journal/3');
  const { createHash } = await import('node:crypto');
  const rest = content.slice(content.indexOf('"number"'), -1);
  const digest = createHash('sha256').update(rest).digest('hex').slice(0, 16);
  await expect(restored(`{"digest":"${digest}",${rest}\n`)).rejects.toThrow(
    /has the format \S+journal\/3: restore it with/,
  );
});

describe('a journal of the first format', () => {
  const earlier = [
    { kind: 'journal', format: 'ecs-metadata-conformance/journal/1', target: named.url, projectId, hasProject: true },
    { kind: 'making', name: made },
    { kind: 'making', name: made, id: 'made' },
    { kind: 'held', ...held(first) },
    { kind: 'held', ...held(second) },
  ];
  const text = earlier.map((entry) => `${JSON.stringify(entry)}\n`).join('');

  test('is restored, and removed', async () => {
    const { code, fixture, said } = await restored(text);
    expect(said).toBe('');
    expect(fixture.putBack).toEqual([first, second]);
    expect(fixture.server('made').vmState).toBe('deleted');
    expect(fixture.machine.files.paths).toEqual([]);
    expect(code).toBe(0);
  });

  test.each<[string, string, RegExp]>([
    ['in its last line', text.slice(0, -20), /is cut off in its last line: a server in it may have been changed/],
    [
      'after its first line',
      `${JSON.stringify(earlier[0])}\n`,
      /is cut off after its first line: the servers that the run/,
    ],
    ['in a line', text.replace('"kind":"held"', '"kind":"'), /^NOT KNOWN: line 4 of \S+ is damaged: a server in it/],
  ])('that is damaged %s stays', async (_, content, words) => {
    const { code, fixture, said } = await restored(content);
    expect(said).toMatch(words);
    expect(fixture.machine.files.read(path).toString()).toBe(content);
    expect(code).toBe(3);
  });
});

test('a first journal that was never whole: nothing was changed, and the next run begins', async () => {
  const fixture = new Fixture();
  fixture.machine.files.put(`${path}.part`, '{"dig');
  expect(await fixture.restore()).toBe(0);
  expect(fixture.machine.output.out).toBe(
    'there is nothing to restore: the run has ended before it changed anything\n',
  );
  expect(fixture.machine.files.paths).toEqual([]);
});

test.each([path, `${path}.part`])('%s that cannot be removed is named', async (name) => {
  const fixture = new Fixture();
  fixture.machine.files.put(name, whole);
  fixture.machine.files.fails = (operation) => (operation === 'remove' ? 'EROFS' : undefined);
  expect(await fixture.restore()).toBe(2);
  expect(fixture.putBack).toHaveLength(name === path ? 3 : 0);
  expect(fixture.machine.output.err).toContain(
    `error: everything is restored, but the journal ${name} cannot be removed (EROFS): `,
  );
});
