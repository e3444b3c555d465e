import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import { realMachine } from '../machine/machine';
import { CapturedOutput } from '../machine/testing/captured-output';
import type { Settings } from '../settings/settings';
import { embeddedSettings } from '../target/embedded-target';
import { doctor } from './doctor';

/** Runs `doctor` against an endpoint that behaves as given. */
async function look(given: Settings, behaviour: Partial<Behaviour> = {}) {
  const methods = new Set<string>();
  const handle: Behaviour['handle'] = (request, next, ...rest) => {
    methods.add(request.method);
    return behaviour.handle?.(request, next, ...rest) ?? next(request);
  };
  const reference = await startEndpoint({ behaviour: { ...behaviour, handle } });
  const heard = new CapturedOutput();
  const out = mkdtempSync(join(tmpdir(), 'doctor-'));
  const { target, projectId, token, serverId = [] } = embeddedSettings(reference);
  const settings = { target, projectId, token, serverId: serverId.slice(0, 2), out, ...given };
  try {
    const code = await doctor(settings, { ...realMachine, console: heard.console });
    return { code, text: heard.stdout, methods: [...methods] };
  } finally {
    await reference.close();
  }
}

test('it says what can be tested, what not, why, and which flag helps; it sends GET alone', async () => {
  const { code, text, methods } = await look({ serverId: ['00000000-0000-4000-8000-000000000001'] });
  expect(code).toBe(0);
  expect(methods).toEqual(['GET']);
  expect(text).toMatch(/^responds {3}in [\d.]+ ms per request, under \/v2.1 and \/v2$/m);
  expect(text).toMatch(/^quota {6}128 pairs \(read from the target\)$/m);
  expect(text).toMatch(/^can be tested {6}\d+ of \d+ checks; \d+ of \d+ clauses with all their checks$/m);
  expect(text).toMatch(
    /^ {19}standard effort, in which a run counts its preflight as one\n {19}more check; 3 of 91 clauses not applicable under/m,
  );
  expect(text).toMatch(
    /^cannot be tested {3}a second server\n {2}why {6}one server was named\n {2}cost {5}\d+ checks of \d+ clauses not run\n {2}to do {4}name two with --server-id S1,S2; or accept it with --waive\n {11}second-server$/m,
  );
  expect(text).toMatch(/^a run can start; without failures it ends as incomplete \(exit 3\): second-server,$/m);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('a waived capability leaves no gap', async () => {
  const { text } = await look({ waive: ['second-project', 'vm-states'] });
  expect(text).toContain('cannot be tested   a second project (waived)\n');
  expect(text).toContain('\na run can start. ');
});

test('a version that is not served is named', async () => {
  const handle: Behaviour['handle'] = async (request, next) =>
    request.url.startsWith('/v2/') ? { status: 404, headers: {}, body: '' } : next(request);
  const { text } = await look({}, { handle });
  expect(text).toMatch(
    /^cannot be tested {3}\/v2\n {2}why {6}GET of the metadata under it is answered with status 404$/m,
  );
});

test('everything of the embedded endpoint can be tested', async () => {
  const heard = new CapturedOutput();
  const out = mkdtempSync(join(tmpdir(), 'doctor-'));
  expect(await doctor({ out }, { ...realMachine, console: heard.console })).toBe(0);
  const [, tested, all] = /^can be tested +(\d+) of (\d+) checks/m.exec(heard.stdout) ?? [];
  expect(tested).toBe(all);
  const quick = new CapturedOutput();
  await doctor({ out, effort: 'quick' }, { ...realMachine, console: quick.console });
  const [, fewer] = /^can be tested +(\d+) of \d+ checks/m.exec(quick.stdout) ?? [];
  expect(Number(fewer)).toBeLessThan(Number(all));
});

test('servers that a run creates are not known before: the token is checked', async () => {
  const given = { serverId: [], createServers: 2, image: 'i', flavor: 'f' };
  const { text } = await look(given);
  expect(text).toContain('\ntoken      accepted\nservers    none yet: the run creates 2 (image i, flavor f)');
  await expect(look({ ...given, token: 'wrong' })).rejects.toThrow('answered with status 401: check --token');
});

test.each<[string, Settings, string]>([
  ['a wrong token', { token: 'wrong' }, 'the target does not accept the token (status 401)'],
  ['an unknown server', { serverId: ['nope'] }, 'server nope does not exist'],
  ['no server', { serverId: [] }, 'no server is given'],
  ['no target that responds', { target: 'http://127.0.0.1:9' }, 'the connection was refused'],
  ['a replay that cannot be read', { replay: 'CLAUSE' }, '--replay CLAUSE cannot be read'],
  ['a baseline that is not there', { baseline: 'nope.yaml' }, 'the baseline nope.yaml cannot be read'],
  ['an unknown word to waive', { waive: ['everything'] }, '--waive everything is unknown'],
])('%s: no run can start', async (_, given, words) => {
  await expect((async () => look(given))()).rejects.toThrow(words);
});

test('the journal of an earlier run: no run can start', async () => {
  const out = mkdtempSync(join(tmpdir(), 'doctor-'));
  writeFileSync(join(out, 'journal.jsonl'), '');
  await expect(look({ out })).rejects.toThrow('another run is active, or has ended without restoring its servers');
});
