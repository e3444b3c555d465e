import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { addSettings, gather } from './gather';

function flags(...words: string[]): Record<string, unknown> {
  return addSettings(new Command().exitOverride()).parse(words, { from: 'user' }).opts();
}

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'config.yaml');
  writeFileSync(path, text);
  return path;
}

test('flags go before the environment, the environment before the file', () => {
  const config = file('target: https://file.example\nprojectId: from-file\ntoken: from-file\n');
  const given = gather(flags('--config', config, '--target', 'https://flag.example'), {
    ECS_METADATA_TARGET: 'https://environment.example',
    OS_PROJECT_ID: 'from-environment',
  });
  expect(given).toMatchObject({ target: 'https://flag.example', projectId: 'from-environment', token: 'from-file' });
});

test('a list is separated by commas, and its flag may be repeated', () => {
  const given = gather(flags('--server-id', 'a,b', '--server-id', 'c', '--vm-state', 'error=d'), {});
  expect(given.serverId).toEqual(['a', 'b', 'c']);
  expect(given.vmState).toEqual(['error=d']);
});

test('a switch is on, off, or not given', () => {
  expect(gather(flags('--strict', '--no-vm-state-actions'), {})).toMatchObject({ strict: true, vmStateActions: false });
  expect(gather(flags(), { ECS_METADATA_VM_STATE_ACTIONS: 'false' }).vmStateActions).toBe(false);
  expect(gather(flags(), {}).vmStateActions).toBeUndefined();
});

test.each([
  ['an unknown setting', 'tokn: x', 'it can hold no "tokn"'],
  ['a wrong type', 'strict: perhaps', 'strict must be true or false'],
  ['a number for a text', 'token: 5', 'token must be a text (quote what looks like a number)'],
  ['a number in a list', 'serverId: [5]', 'serverId.0 must be a text'],
  ['no object', '- target', 'the whole must be an object'],
  ['no YAML', 'a: [', 'is no YAML in line 1: mend it'],
  ['a tag', 'token: !secret x', 'is no YAML in line 1: mend it'],
  ['two documents', 'token: a\n---\ntoken: b', 'is no YAML in line 2: mend it'],
])('a config file with %s is complained of', (_, text, complaint) => {
  expect(() => gather(flags('--config', file(text)), {})).toThrow(complaint);
});

test('a config file that is not there is complained of', () => {
  expect(() => gather(flags('--config', '/nowhere.yaml'), {})).toThrow('cannot be read (ENOENT): check --config');
});

test.each([
  ['--quota', 'many', 'give a whole number, or -1'],
  ['--timeout', '0', 'give a number of seconds'],
  ['--out', '', '--out is empty: give a dir, or leave it out'],
])('%s %s is complained of', (flag, text, complaint) => {
  expect(() => flags(flag, text)).toThrow(complaint);
});
