import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { toLogLine } from '../../contracts/text/escape-invisible';
import { line, painted } from '../../reports/formats/shared/line';
import { workflowCommand } from './console';
import { CapturedOutput } from './testing/captured-output';

const pieces = fc.constantFrom(
  '::error::',
  '::',
  '##[error]',
  '##vso[a]',
  '\n',
  '\r',
  '\u001b[31m',
  '\u2028',
  '\u202e',
  ' ',
  'a',
);
/** Texts of any characters, and of those that mean something to a terminal or a CI server. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces).map((parts) => parts.join('')),
);
const forged = /[^\n\P{Other}]|[\p{Line_Separator}\p{Paragraph_Separator}]|^\s*::|##\w*\[/mu;

test('whatever lines quote, there are as many as were written, visible and without commands', () => {
  fc.assert(
    fc.property(fc.array(texts), (quoted) => {
      const heard = new CapturedOutput();
      heard.console.out(...quoted);
      heard.console.err(...quoted.map((text) => `NOT RESTORED: ${text}`));
      heard.console.out(...quoted.map((text) => line`${painted(text, 'red')}${text}`));
      expect(heard.stdout.match(/\n/g) ?? []).toHaveLength(2 * quoted.length);
      expect(heard.stderr.match(/\n/g) ?? []).toHaveLength(quoted.length);
      expect(heard.stdout + heard.stderr).not.toMatch(forged);
      for (const each of heard.stderr.split('\n').slice(0, -1)) expect(each).toMatch(/^NOT RESTORED: /);
    }),
  );
});

/** As GitHub decodes titles and messages. */
function decoded(text: string): string {
  return [':3A', ',2C', '\r0D', '\n0A', '%25'].reduce(
    (left, [character = '', ...code]) => left.replaceAll(`%${code.join('')}`, character),
    text,
  );
}

test('an annotation is one command, whatever it quotes', () => {
  fc.assert(
    fc.property(texts, texts, (title, message) => {
      const heard = new CapturedOutput();
      heard.console.annotate({ level: 'error', title, message });
      const [, ...sent] = /^::error title=([^:,]*)::(.*)\n$/.exec(heard.stdout) ?? [];
      expect(sent.map(decoded)).toEqual([toLogLine(title), toLogLine(message)]);
    }),
  );
});

test('where there are colours, a text cannot bring its own', () => {
  const heard = new CapturedOutput(true);
  heard.console.out(line`${painted('failed', 'bold', 'red')} \u001b[32mpassed`);
  expect(heard.stdout).toBe('\u001b[1m\u001b[31mfailed\u001b[39m\u001b[22m \\u{1B}[32mpassed\n');
});

test('the user decides about colours, else the streams do', () => {
  const failed = line`${painted('failed', 'red')}`;
  const print = (isColored: boolean, decision: boolean | undefined) => {
    const heard = new CapturedOutput(isColored);
    heard.console.withColors(decision).out(failed);
    return heard.stdout;
  };
  const red = '\u001b[31mfailed\u001b[39m\n';
  expect([print(true, undefined), print(true, false), print(false, true)]).toEqual([red, 'failed\n', red]);
});

test('in a terminal, long lines are wrapped, and stay as safe', () => {
  const heard = new CapturedOutput();
  heard.status = { columns: 30, show: () => undefined, erase: () => undefined };
  heard.columns = 30;
  heard.console.err(`error: a sentence that is long ::error::x and goes on\n`);
  expect(heard.stderr).toBe('error: a sentence that is long\n  \\u{3A}:error::x and goes on\\n\n');
  heard.console.outWrapped('KEY-01   a sentence that is too long');
  expect(heard.stdout).toBe('KEY-01   a sentence that is\n         too long\n');
});

test('in a pipe nothing is wrapped', () => {
  const heard = new CapturedOutput();
  heard.console.err('a '.repeat(100));
  heard.console.outWrapped('b '.repeat(100));
  expect(heard.stderr + heard.stdout).toBe(`${'a '.repeat(100)}\n${'b '.repeat(100)}\n`);
});

test('the status line is clipped to the terminal, and as safe as other lines', () => {
  const heard = new CapturedOutput();
  const shown: string[] = [];
  heard.status = { columns: 10, show: (text) => shown.push(text), erase: () => undefined };
  heard.console.status?.show('a\nb0123456789');
  expect(shown).toEqual(['a\\nb01234']);
});

test('where there are none, parts are text', () => {
  const heard = new CapturedOutput();
  heard.console.out(line`${painted('failed', 'bold', 'red')} ${'KEY-01'}`);
  expect(heard.stdout).toBe('failed KEY-01\n');
});

test('a question is one line', async () => {
  const heard = new CapturedOutput();
  const ask = jest.spyOn(heard, 'ask');
  expect(await heard.console.ask('a run against \r\n::error::x. Go on? [y/N] ')).toBeUndefined();
  expect(ask).toHaveBeenCalledWith('a run against \\r\\n::error::x. Go on? [y/N] ');
});

test('nothing but this folder writes to the streams of the process', () => {
  const root = join(__dirname, '../..');
  const files = ['cli', 'contracts', 'properties', 'reports', 'suites', 'targets'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const writing = files.filter(
    (name) =>
      /(?<!\.test)\.tsx?$/.test(name) &&
      // Programs of developers.
      !/^(suites[\\/](?:mutation|publish)|cli[\\/]machine)[\\/]/.test(name) &&
      /\bprocess\s*\??\.?\s*\[?['"]?std(out|err)\b|\bstd(out|err)\b[^;]*\bfrom 'node:process'|\b(?<!\.)console\.(log|error|warn|info|debug|dir|table)\(|\b(write|writeFile|appendFile)Sync\(\s*[12]\s*,|\/dev\/std/.test(
        readFileSync(join(root, name), 'utf8'),
      ),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(writing).toEqual([]);
});

test('an annotation is a command with a title and a message', () => {
  expect(workflowCommand({ level: 'error', title: 'KEY-06 MUST', message: 'refuses it: a, b' })).toBe(
    '::error title=KEY-06 MUST::refuses it: a, b',
  );
});

test('neither the title nor the message can end where it should not, or be decoded to a line break', () => {
  expect(workflowCommand({ level: 'warning', title: 'a::b,file=c%0A', message: '100%0A::error::x' })).toBe(
    '::warning title=a%3A%3Ab%2Cfile=c%250A::100%250A::error::x',
  );
});
