import { execFile } from 'node:child_process';
import { copyFileSync, createReadStream, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readKey } from '../../cli/commands/certificate/keygen';
import { verify } from '../../cli/commands/certificate/verify';
import { CapturedOutput } from '../../cli/machine/testing/captured-output';
import { signEnvelope } from '../../reports/certificate/dsse-envelope';
import { buildStatement, digestOf, digestOfStream } from '../../reports/certificate/statement';
import { fileNames } from '../../reports/result/file-names';
import type { Result } from '../../reports/result/result';
import { currentEdition } from '../../suites/publish/edition';
import { callCommand, newFolder, runCommand } from './support/command';

const folder = newFolder();
const [key, publicKey, bundle] = ['own.key.pem', 'own.pub.pem', 'bundle'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
/** An edition that a quick run can meet. */
const quick = currentEdition('quick', 'quick');

/** Certifies the embedded endpoint by the quick edition, on the code path of `certify`. */
function certifyQuickly(): Promise<string> {
  const script = `
    const { certifyWithEdition } = require('./cli/commands/certificate/certify');
    const { readKey } = require('./cli/commands/certificate/keygen');
    const { currentEdition: editionOf } = require('./suites/publish/edition');
    const { realMachine } = require('./cli/machine/machine');
    const [key, out] = process.argv.slice(1);
    certifyWithEdition(editionOf('quick', 'quick'), { out, seed: 1 }, readKey(key, 'private'), realMachine).then((code) => {
      process.exitCode = code;
    });`;
  return new Promise((settle, reject) => {
    execFile(
      process.execPath,
      ['-e', script, key, bundle],
      { cwd: resolve(__dirname, '../../dist') },
      (error, stdout) => (error === null ? settle(stdout) : reject(error)),
    );
  });
}

/** The bundle with one of its files changed. */
function tampered(name: string, change: (text: string) => string, as = name): string {
  const copy = join(folder, `tampered-${as}`);
  mkdirSync(copy);
  for (const each of ['result.json', 'evidence.jsonl.gz', 'attestation.intoto.jsonl']) {
    copyFileSync(join(bundle, each), join(copy, each));
  }
  const bytes = readFileSync(join(copy, name));
  const isCompressed = name.endsWith('.gz');
  const changed = change((isCompressed ? gunzipSync(bytes) : bytes).toString());
  writeFileSync(join(copy, name), isCompressed ? gzipSync(changed) : changed);
  return copy;
}

let heard: CapturedOutput;
let output: string;
beforeAll(async () => {
  const made = await runCommand(['keygen', '--out', join(folder, 'own')]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  output = await certifyQuickly();
});
beforeEach(() => {
  heard = new CapturedOutput();
});

test('nobody but its owner can read the key, and it is never written over', async () => {
  expect(statSync(key).mode & 0o777).toBe(0o600);
  const before = readFileSync(key);
  const { code, stderr } = await callCommand(['keygen', '--out', join(folder, 'own')]);
  expect(stderr).toMatch(/own.key.pem \(EEXIST\): keygen overwrites no key, so give another --out/);
  expect(code).toBe(2);
  expect(readFileSync(key)).toEqual(before);
});

test('a whole run is certified, and the bundle is verified without the target', async () => {
  expect(output).toContain('attests that the target conforms, by edition quick');
  expect(await verify(bundle, publicKey, quick, heard.console)).toBe(0);
  expect(heard.stdout).toMatch(/the bundle is sound: edition quick, profile ecs, quick effort, seed 1/);
  expect(heard.stdout).toMatch(/judged again from its evidence by suite \S+: conformant/);
});

test('a bundle by less than the newest edition is refused unless that is asked for', async () => {
  const { code, stdout } = await callCommand(['verify', bundle, '--public-key', publicKey]);
  expect(stdout).toBe(`the bundle proves nothing: it was made for edition quick, and edition 2026-1 is required\n`);
  expect(code).toBe(1);
});

test.each<[string, string, (text: string) => string, string]>([
  ['an answer', 'evidence.jsonl.gz', (text) => text.replace('"status":200', '"status":201'), 'its digest differs'],
  ['a verdict', 'result.json', (text) => text.replace('"passed"', '"failed"'), 'its digest differs'],
  [
    'the statement',
    'attestation.intoto.jsonl',
    (text) => text.replace('"sig":"', '"sig":"AAAA'),
    'is not signed by this key',
  ],
])('%s that is changed makes the bundle worthless', async (_, name, change, complaint) => {
  expect(await verify(tampered(name, change), publicKey, quick, heard.console)).toBe(1);
  expect(heard.stdout).toContain('the bundle proves nothing: ');
  expect(heard.stdout).toContain(complaint);
});

/** The bundle with another account of its run, signed again by the holder of the key. */
async function signedAgain(name: string, run: Partial<Result['run']>): Promise<string> {
  const copy = tampered(
    'result.json',
    (text) => {
      const result = JSON.parse(text) as Result;
      return JSON.stringify({ ...result, run: { ...result.run, ...run } });
    },
    name,
  );
  const text = readFileSync(join(copy, 'result.json'));
  const digests = {
    result: digestOf(text),
    evidence: await digestOfStream(createReadStream(join(copy, fileNames.evidence))),
  };
  const statement = buildStatement(JSON.parse(text.toString()), quick, digests, fileNames.evidence);
  writeFileSync(
    join(copy, 'attestation.intoto.jsonl'),
    signEnvelope(JSON.stringify(statement), readKey(key, 'private')),
  );
  return copy;
}

test('a bundle that is signed can say nothing in the name of the command', async () => {
  const forged = '2026\r\n::error::x\n::add-mask::conformant\u001b[2J';
  const shown = '2026\\r\\n::error::x\\n::add-mask::conformant\\u{1B}[2J';
  const code = await verify(await signedAgain('began', { began: forged }), publicKey, quick, heard.console);
  expect(heard.stdout.split('\n')).toEqual([
    'the bundle is sound: edition quick, profile ecs, quick effort, seed 1',
    expect.stringMatching(/^judged again from its evidence by suite \S+: conformant$/),
    expect.stringMatching(/^run of 2026.*: http:\S+$/),
    '',
  ]);
  expect(heard.stdout).toContain(`run of ${shown} by suite `);
  expect(code).toBe(0);
});

test('nor where it proves nothing', async () => {
  const copy = await signedAgain('profile', { profile: 'ecs\n::error::x' });
  expect(await verify(copy, publicKey, quick, heard.console)).toBe(1);
  expect(heard.stdout).toBe('the bundle proves nothing: certificates are not made for the profile ecs\\n::error::x\n');
});

test('a target that does not answer is not certified', async () => {
  const flags = ['--target', 'http://127.0.0.1:9', '--project-id', 'p', '--server-id', 's', '--token', 't'];
  const out = join(folder, 'dead');
  const { code } = await callCommand(['certify', '--key', key, '--out', out, ...flags]);
  expect(code).toBe(3);
  expect(() => statSync(join(out, 'attestation.intoto.jsonl'))).toThrow('ENOENT');
});

test.each<[string, readonly string[], RegExp]>([
  ['no key', ['certify'], /required option '--key <file>' not specified/],
  ['a key that is not there', ['certify', '--key', 'x.pem'], /the key x.pem cannot be read \(ENOENT\): check --key/],
  ['the wrong half of the key', ['certify', '--key', publicKey], /has no private Ed25519 key in PEM: check --key/],
  [
    'a private key to verify by',
    ['verify', bundle, '--public-key', key],
    /no public Ed25519 key in PEM: check --public/,
  ],
  [
    'an effort',
    ['certify', '--key', key, '--effort', 'quick'],
    /--effort cannot be used with certify, because the edition decides it: leave it out/,
  ],
  [
    'a profile of their own',
    ['certify', '--key', key, '--profile', 'x.json'],
    /--profile x\.json cannot be certified: give ecs or nova/,
  ],
  ['no bundle', ['verify', '--public-key', publicKey], /missing required argument 'bundle'/],
  [
    'a bundle that is not there',
    ['verify', 'nowhere', '--public-key', publicKey],
    /\(ENOENT\): give the folder that certify/,
  ],
  [
    'an unknown edition',
    ['verify', bundle, '--public-key', publicKey, '--edition', '1'],
    /this suite has no such edition: it has 2026-1/,
  ],
])('%s is complained of in one sentence with its mend', async (_, args, complaint) => {
  const { code, stdout, stderr } = await callCommand(args);
  expect(stderr).toMatch(complaint);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('what would waive something is refused, wherever it is set', async () => {
  const { code, stderr } = await callCommand(['certify', '--key', key], { ECS_METADATA_WAIVE: 'quota' });
  expect(stderr).toBe(
    'error: ECS_METADATA_WAIVE cannot be used with certify, because the edition decides it: leave it out\n',
  );
  expect(code).toBe(2);
});

test('what goes wrong in the suite itself is owned up to, with an exit code of its own', async () => {
  const broken = join(folder, 'broken.js');
  writeFileSync(broken, "require('node:crypto').generateKeyPairSync = () => { throw new TypeError('out of order'); };");
  const { code, stderr } = await runCommand(['keygen'], { NODE_OPTIONS: `--require ${broken}` });
  expect(stderr).toBe('error: out of order\nthis is a defect of the suite: please report it\n');
  expect(code).toBe(4);
});
