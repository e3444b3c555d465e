import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse, stringify } from 'yaml';
import { realClock } from '../../targets/http/clock';
import { Console } from '../machine/console';
import { readPackageFile } from '../machine/package-file';
import { MemoryMachine } from '../machine/testing/memory-machine';
import { prepareRun } from '../session/prepare-run';
import { configSchema } from '../settings/config-schema';
import { loadSettings } from '../settings/load-settings';
import type { SettingDefinition } from '../settings/setting';
import { settingDefinitions } from '../settings/settings';
import { validateTarget } from '../target/build-target';
import { configText, init } from './init';

const network = {
  clock: realClock,
  open: () => {
    throw new Error('nothing is sent here');
  },
};
const path = 'ecs.yaml';
const validate = new Ajv().compile(configSchema);

/** A machine with a terminal whose user gives these answers. */
class TerminalMachine extends MemoryMachine {
  readonly asked: string[] = [];
  override readonly console: Console;

  constructor(answers: readonly string[] | undefined) {
    super(network);
    this.console = new Console({
      out: (text) => this.capture('out', text),
      err: (text) => this.capture('err', text),
      ask: async (question) => answers?.[this.asked.push(question) - 1],
      columns: undefined,
      isColored: false,
      status: undefined,
    });
  }
}

async function initWith(answers?: readonly string[]) {
  const machine = new TerminalMachine(answers);
  await init(path, false, machine);
  return { machine, text: machine.files.read(path).toString('utf8') };
}

test('without a terminal the file names the embedded endpoint, and is valid', async () => {
  const { machine, text } = await initWith();
  expect(parse(text)).toEqual({ target: 'embedded' });
  expect(validate(parse(text))).toBe(true);
  expect(machine.output.out).toMatch(/^ecs.yaml is written: it tests the embedded endpoint\n/);
  expect(machine.output.out).toContain('run --config ecs.yaml');
});

test('in a terminal it asks for the target and its servers', async () => {
  const { machine, text } = await initWith(['https://ecs.example.org', 'P', 'S1, S2']);
  expect(machine.asked).toHaveLength(3);
  expect(parse(text)).toEqual({ target: 'https://ecs.example.org', projectId: 'P', serverId: ['S1', 'S2'] });
  expect((await initWith([''])).machine.asked).toHaveLength(1);
});

test('every setting is a comment, is valid without its "#", and fits into 80 columns', () => {
  const text = configText(path, {});
  const all = parse(text.replace(/^#(?=[a-zA-Z])/gm, ''));
  expect(Object.keys(all).sort()).toEqual(settingDefinitions.map(({ name }) => name).sort());
  expect(validate(all)).toBe(true);
  expect(
    text
      .split('\n')
      .slice(1)
      .filter((line) => line.length > 80),
  ).toEqual([]);
});

/** The file that they name is the user's. */
const namesFile = ['baseline', 'lastFailed', 'cacert', 'clientCert', 'clientKey'];

test.each(settingDefinitions.map(({ name }) => name))('a run takes the example of %s alone', async (name) => {
  const lines = configText(path, {}).split('\n');
  const all: Record<string, unknown> = parse(lines.map((line) => line.replace(/^#(?=[a-zA-Z])/, '')).join('\n'));
  const { needs = undefined } =
    (settingDefinitions as readonly SettingDefinition[]).find((each) => each.name === name) ?? {};
  const needed = needs === undefined ? {} : { [needs]: all[needs] };
  const creating = name === 'createServers' || needs === 'createServers' ? { image: 'I', flavor: 'F' } : {};
  const text = stringify({ target: 'https://ecs.example.com', ...needed, ...creating, [name]: all[name] });
  const file = join(mkdtempSync(join(tmpdir(), 'init-')), path);
  writeFileSync(file, text);
  const settings = loadSettings('run', { config: file }, {});
  if (namesFile.includes(name)) return;
  await prepareRun(settings, new MemoryMachine(network).files);
  validateTarget({ target: 'https://ecs.example.com', ...settings });
});

test('the examples of capabilities are those of the help', () => {
  expect(configText(path, {})).toContain('#waive: [ second-project ]');
});

test('a wrong key is found by the schema that the file names', () => {
  const [first = ''] = configText(path, {}).split('\n');
  expect(first).toBe('# yaml-language-server: $schema=./docs/schemas/config.json');
  const written = readPackageFile('docs/schemas/config.json');
  expect(written).toEqual(JSON.parse(JSON.stringify(configSchema)));
  expect(validate({ target: 'embedded', tokn: 'x' })).toBe(false);
  expect(validate({ effort: 'fast' })).toBe(false);
  expect(validate({ $schema: './config.json', effort: 'quick' })).toBe(true);
});

test('an existing file is overwritten with --force alone', async () => {
  const machine = new MemoryMachine(network);
  machine.files.put(path, 'mine');
  await expect(init(path, false, machine)).rejects.toThrow(
    'ecs.yaml exists, and is not changed: give another name, or overwrite it with --force',
  );
  expect(machine.files.read(path).toString()).toBe('mine');
  expect(await init(path, true, machine)).toBe(0);
  expect(machine.files.read(path).toString()).toContain('target: embedded');
});

test('a name of a JSON file is refused', async () => {
  await expect(init('a.json', false, new MemoryMachine(network))).rejects.toThrow('give a name such as a.yaml');
});
