import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatJournal } from '../../cli/journal/journal-format';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import type { ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import { type CommandResult, callCommand, newFolder, readOutputFile, runCommand } from './support/command';

const journal = 'conformance-report/journal.jsonl';
const holdsList = { kept: 'as it was', list: ['x', { y: 1 }] };
const plain = { kept: 'as it was' };

const started: RunningEndpoint[] = [];
afterAll(() => Promise.all(started.map((reference) => reference.close())));

/** A target whose first server holds a list. From `becomeStrict` on it takes none any more. */
async function targetWith(behaviour: (isStrict: () => boolean) => Partial<Behaviour> = () => ({})) {
  let isStrict = false;
  const checkValue: Behaviour['checkValue'] = (...args) => {
    if (isStrict) compliant.checkValue(...args);
  };
  const reference = await startEndpoint({ behaviour: { checkValue, ...behaviour(() => isStrict) } });
  started.push(reference);
  const { url, projectId, token, otherProjectId, otherToken, serverIds, otherServerId } = reference;
  const address = (id: string) => {
    const project = id === otherServerId ? otherProjectId : projectId;
    return `${url}/v2.1/${project}/servers/${id}/metadata`;
  };
  const headers = (id: string) => ({
    'content-type': 'application/json',
    'x-auth-token': id === otherServerId ? otherToken : token,
  });
  const [id = '', second = ''] = serverIds;
  const target = {
    reference,
    id,
    second,
    becomeStrict: () => {
      isStrict = true;
    },
    set: async (server: string, metadata: unknown) => {
      const body = JSON.stringify({ metadata });
      expect((await fetch(address(server), { method: 'PUT', headers: headers(server), body })).status).toBe(200);
    },
    get: async (server: string) => {
      const answer = await fetch(address(server), { headers: headers(server) });
      return ((await answer.json()) as { metadata: unknown }).metadata;
    },
    run: (folder: string, more: readonly string[], command = callCommand): Promise<CommandResult> => {
      const flags = ['--target', url, '--project-id', projectId, '--token', token, '--effort', 'quick', '--seed', '1'];
      return command(['run', ...flags, ...more], {}, folder);
    },
  };
  return target;
}

test('a map that the target no longer takes ends the run before anything is changed', async () => {
  const target = await targetWith();
  await target.set(target.second, holdsList);
  target.becomeStrict();
  const first = await target.get(target.id);
  const folder = newFolder();
  const { code, stdout, stderr } = await target.run(folder, ['--server-id', `${target.id},${target.second}`]);
  expect(stderr).toContain(
    `error: server ${target.second} cannot be used: a PUT of the metadata that it holds was answered with status 400, so it could not be restored: empty its metadata, or name another server\n`,
  );
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(await target.get(target.id)).toEqual(first);
  expect(await target.get(target.second)).toEqual(holdsList);
  expect(existsSync(join(folder, journal))).toBe(false);
  const evidence = readOutputFile(join(folder, 'conformance-report/evidence.jsonl.gz.part'));
  expect(evidence).toMatch(/"check":"inspection".*"method":"PUT".*"status":400/);
});

test('the server of the second project is rehearsed with its own token', async () => {
  const target = await targetWith();
  const { otherProjectId, otherToken, otherServerId } = target.reference;
  await target.set(otherServerId, holdsList);
  target.becomeStrict();
  const other = ['--other-project-id', otherProjectId, '--other-token', otherToken, '--other-server-id', otherServerId];
  const { code, stderr } = await target.run(newFolder(), ['--server-id', target.id, ...other]);
  expect(stderr).toMatch(
    new RegExp(`^error: server ${otherServerId} cannot be used: .* status 400, so it could not be`, 'm'),
  );
  expect(code).toBe(2);
  expect(await target.get(otherServerId)).toEqual(holdsList);
});

test('a map that a PUT spoils is brought back by other requests, and ends the run', async () => {
  const target = await targetWith((isStrict) => ({
    replace: (_, sent) => (isStrict() ? Object.fromEntries(Object.entries(sent).slice(1)) : sent),
    checkValue: () => undefined,
  }));
  await target.set(target.id, holdsList);
  target.becomeStrict();
  const folder = newFolder();
  const { code, stderr } = await target.run(folder, ['--server-id', target.id]);
  expect(stderr).toMatch(
    /^error: server \S+ lost metadata by a PUT .* "kept" gone; all of it is back, by other requests: .*$/m,
  );
  expect(code).toBe(2);
  expect(await target.get(target.id)).toEqual(holdsList);
  expect(existsSync(join(folder, journal))).toBe(false);
});

test('what cannot be brought back is said with the map that was there, and the journal stays', async () => {
  const target = await targetWith((isStrict) => ({
    save: (map, context) => {
      const { list: _, ...rest } = map;
      return compliant.save(isStrict() ? rest : map, context);
    },
    checkPairs: (raw, context) => {
      // The sibling operations refuse lists; a PUT of the map takes them, and loses them.
      if (isStrict() && context.request.method === 'POST')
        compliant.checkPairs(raw, { ...context, behaviour: compliant });
      if (isStrict() && 'list' in raw && Object.keys(raw).length === 1) compliant.checkValue([], 'list', context);
      return raw as Record<string, string>;
    },
  }));
  await target.set(target.id, holdsList);
  target.becomeStrict();
  const folder = newFolder();
  // The end of the process names the journal.
  const { code, stderr } = await target.run(folder, ['--server-id', target.id], runCommand);
  expect(stderr).toMatch(
    /^error: server \S+ lost metadata by .*: "list" gone; and it could not be brought back: "list" gone; it was \{"kept":"as it was","list":\["x",\{"y":1\}\]\}: empty its metadata, or name another server$/m,
  );
  expect(stderr).toMatch(/^NOT RESTORED: .* run: \S+ \S+ restore conformance-report\/journal.jsonl$/m);
  expect(code).toBe(2);
  expect(readFileSync(join(folder, journal), 'utf8')).toContain('"list":["x",{"y":1}]');
});

/** A journal as a killed run leaves it, of a target that holds the suite's pairs instead. */
function journalOf(
  reference: RunningEndpoint,
  held: readonly { id: string; metadata: unknown; as?: 'own' | 'other' }[],
): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'conformance-report'));
  const { url: target, projectId, otherProjectId } = reference;
  const all = held.map(({ id, metadata, as = 'own' as const }): ServerSnapshot => {
    const server = { id, projectId: as === 'own' ? projectId : otherProjectId, as };
    return { server, version: 'v2.1', vmState: 'active', metadata: metadata as ServerSnapshot['metadata'] };
  });
  writeFileSync(join(folder, journal), formatJournal({ target, projectId, otherProjectId }, new Map(), all));
  return folder;
}

test('restore puts a list back where the target takes it', async () => {
  const target = await targetWith();
  const folder = journalOf(target.reference, [{ id: target.id, metadata: holdsList }]);
  const restored = await callCommand(['restore'], { OS_TOKEN: target.reference.token }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await target.get(target.id)).toEqual(holdsList);
  expect(existsSync(join(folder, journal))).toBe(false);
});

test('restore puts back what is taken, and says what is missing and what to do', async () => {
  const target = await targetWith();
  target.becomeStrict();
  const folder = journalOf(target.reference, [
    { id: target.id, metadata: holdsList },
    { id: target.second, metadata: plain },
  ]);
  const { code, stdout, stderr } = await callCommand(['restore'], { OS_TOKEN: target.reference.token }, folder);
  expect(stderr).toMatch(
    /^NOT RESTORED: server \S+ was not restored \(a PUT of its metadata was answered with status 400, and now "list" gone\); before the run it was active and its metadata was \{"kept":"as it was","list":\["x",\{"y":1\}\]\}\nNOT RESTORED: to try again, run: \S+ \S+ restore conformance-report\/journal.jsonl; remove conformance-report\/journal.jsonl when you have restored the rest by hand, or when those servers no longer exist\n$/,
  );
  expect(stdout).toBe('');
  expect(code).toBe(3);
  expect(await target.get(target.id)).toEqual(plain);
  expect(await target.get(target.second)).toEqual(plain);
  expect(existsSync(join(folder, journal))).toBe(true);
});

describe('restore, where something is missing or wrong', () => {
  let target: Awaited<ReturnType<typeof targetWith>>;
  let flags: ReadonlySet<string>;
  beforeAll(async () => {
    target = await targetWith();
    flags = new Set((await callCommand(['restore', '--help'])).stdout.match(/--[a-z][a-z-]*/g));
  });

  const gone = '99999999-0000-4000-8000-000000000099';
  test.each<[string, () => { id: string; metadata: unknown; as?: 'other' }[], () => NodeJS.ProcessEnv, number, RegExp]>(
    [
      [
        'no token',
        () => [{ id: target.id, metadata: plain }],
        () => ({}),
        2,
        /^error: the token is missing: give it with --token or OS_TOKEN, or name a cloud with --os-cloud\n$/,
      ],
      [
        'a token that has expired',
        () => [{ id: target.id, metadata: plain }],
        () => ({ OS_TOKEN: 'expired-long-ago' }),
        2,
        /^error: the target rejects the token \(status 401\), and nothing is restored yet: give a valid one with --token\n$/,
      ],
      [
        'no token of the second project',
        () => [{ id: target.reference.otherServerId, metadata: plain, as: 'other' }],
        () => ({ OS_TOKEN: target.reference.token }),
        2,
        /^error: server \S+ belongs to the second project \w+: give its token with --other-token or ECS_METADATA_OTHER_TOKEN, or its cloud with --other-cloud\n$/,
      ],
      [
        'a token of the second project that has expired',
        () => [{ id: target.reference.otherServerId, metadata: plain, as: 'other' }],
        () => ({ OS_TOKEN: target.reference.token, ECS_METADATA_OTHER_TOKEN: 'expired-long-ago' }),
        2,
        /status 401\), and nothing is restored yet: give a valid one with --other-token\n$/,
      ],
      [
        'a server that is gone',
        () => [{ id: gone, metadata: plain }],
        () => ({ OS_TOKEN: target.reference.token }),
        3,
        /^NOT RESTORED: server 9\S+ was not restored \(the target knows no such server \(status 404\)\); before .*\nNOT RESTORED: to try again, .* remove \S+ when .*\n$/,
      ],
      [
        'a vm_state of the environment',
        () => [{ id: gone, metadata: plain }],
        () => ({ OS_TOKEN: target.reference.token, ECS_METADATA_VM_STATE: `error=${gone}` }),
        3,
        /knows no such server/,
      ],
      [
        'a cloud that is not there',
        () => [{ id: target.id, metadata: plain }],
        () => ({ OS_CLOUD: 'nowhere' }),
        2,
        /^error: there is no cloud nowhere, /,
      ],
    ],
  )('%s: it says so with flags that it has', async (_, held, environment, code, complaint) => {
    const folder = journalOf(target.reference, held());
    const ended = await callCommand(['restore'], environment(), folder);
    expect(ended.stderr).toMatch(complaint);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(existsSync(join(folder, journal))).toBe(true);
    expect((ended.stderr.match(/--[a-z][a-z-]*/g) ?? []).filter((flag) => !flags.has(flag))).toEqual([]);
  });
});
