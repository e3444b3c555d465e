import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { callCommand, newFolder, readOutputFile, runCommand } from './support/command';
import { fakeTarget, listen } from './support/fake-target';
import { runArguments } from './support/served-endpoint';

const password = 'Hook-Pass-4711';
/** As long as those of some clouds, and of characters that every encoder treats in its own way. */
const token = `${randomBytes(4_500).toString('base64').slice(0, 5_998)}+/`;
const quick = ['--effort', 'quick', '--seed', '7', '--waive', 'second-server,second-project,vm-states'];
const only = (clauses: string) => [...quick, '--clause', clauses];

let served: RunningEndpoint;
beforeAll(async () => {
  served = await startEndpoint();
});
afterAll(() => served.close());

/** All that a run has said and left. */
function leftBy(folder: string, { stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
  const report = join(folder, 'conformance-report');
  return [stdout, stderr, ...readdirSync(report).map((name) => readOutputFile(join(report, name)))].join('\n');
}

/** A target that knows the long token, and gives every token back with each refusal. */
async function talkative(): Promise<string> {
  const server = createServer({ maxHeaderSize: 256 * 1024 }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const sent = String(headers['x-auth-token'] ?? '');
    const own = sent === token ? served.token : sent.slice(0, 100);
    const onward = request(
      `${served.url}${url}`,
      { method, headers: { ...headers, 'x-auth-token': own } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const { 'content-length': _length, ...rest } = answer.headers;
          const body = Buffer.concat(chunks).toString();
          const isRefusal = (answer.statusCode ?? 0) >= 400 && body.startsWith('{');
          outgoing.writeHead(answer.statusCode ?? 0, rest).end(isRefusal ? echoing(body, sent) : body);
        });
      },
    );
    incoming.pipe(onward);
  });
  return `http://${await listen(server)}`;
}

function echoing(body: string, sent: string): string {
  const unicode = [...sent].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const basic = Buffer.from(`user:${sent}`).toString('base64');
  const spelled = [sent, basic, encodeURIComponent(sent)].map((each) => JSON.stringify(each));
  return `${body.replace(/}\s*$/, '')},"echo":[${spelled.join()},"${unicode}"]}`;
}

test('nothing of a long token is left by a run, however the target gives it back', async () => {
  const folder = newFolder();
  const args = runArguments({ ...served, token }, 1, await talkative());
  const ended = await runCommand([...args, ...only('ACCESS-01')], {}, folder);
  expect(ended.stdout).toMatch(/^passed +ACCESS-01 /m);
  expect(ended.code).not.toBe(4);
  const left = leftBy(folder, ended);
  expect(left).toContain('"echo');
  const basic = Buffer.from(token).toString('base64');
  for (const whole of [token, basic, Buffer.from(`user:${token}`).toString('base64').slice(8)]) {
    const parts = [0, 0.25, 0.5, 0.75].map((share) => whole.slice(whole.length * share, whole.length * share + 20));
    for (const part of parts) expect(left).not.toContain(part);
  }
});

test('the password of a hook is told nowhere', async () => {
  const hook = (await fakeTarget((_, outgoing) => outgoing.writeHead(500).end())).replace('//', `//user:${password}@`);
  const folder = newFolder();
  const ended = await runCommand(
    [...runArguments(served, 1), ...only('STATE-06'), '--vm-state-hook', hook],
    {},
    folder,
  );
  const left = leftBy(folder, ended);
  expect(left).toContain(`the vm_state hook ${hook.replace(`user:${password}`, '$SECRET')}/ responded 500`);
  expect(left).not.toContain(password);
  expect(left).not.toContain(Buffer.from(`user:${password}`).toString('base64'));
});

const target = (secret: string) => ['run', '--project-id', 'p', '--server-id', 'a', '--token', secret];
const config = join(newFolder(), 'config.yaml');

interface Complaint {
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly words: RegExp;
}

/** Of a secret that the process of the commands has not seen before. */
const complaints: Readonly<Record<string, (secret: string) => Complaint>> = {
  'a refused target': (secret) => ({
    args: [...target('t'), '--target', `http://u:${secret}@x`],
    words: /--target has a user or a password in it/,
  }),
  'a target that is not a URL': (secret) => ({
    args: [...target('t'), '--target', `http://u:${secret}/#@x`],
    words: /"http:\/\/\$SECRET@x" is not a URL/,
  }),
  'a second target that is not a URL': (secret) => ({
    args: [...target('t'), '--target', 'http://127.0.0.1:9', '--against', `u:${secret}@x`, '--yes'],
    words: /--against "u:\$SECRET@x" is not a URL/,
  }),
  'a proxy that does not answer': (secret) => ({
    args: [...target(secret), '--target', 'http://ecs.example', '--yes'],
    environment: { http_proxy: `http://u:${secret}@127.0.0.1:9` },
    words: /^error: http:\/\/ecs.example \(through the proxy 127.0.0.1:9\)/,
  }),
  'a Keystone that does not answer': (secret) => ({
    args: ['plan', '--server-id', 'a'],
    environment: {
      OS_AUTH_URL: `http://u:${secret}@127.0.0.1:9/v3`,
      ...{ OS_USERNAME: 'u', OS_PASSWORD: secret, OS_USER_DOMAIN_ID: 'd', OS_PROJECT_ID: 'p' },
    },
    words: /^error: http:\/\/\$SECRET@127.0.0.1:9\/v3: the connection was refused/,
  }),
  'a broker that is none': (secret) => ({
    args: ['contract', 'publish', '--broker', `http://u:${secret}@127.0.0.1:9`, '--consumer-version', '1'],
    words: /^error: the contract was not published to http:\/\/\$SECRET@127.0.0.1:9: /,
  }),
  'a token after a wrong flag': (secret) => ({
    args: ['run', `--tokn=${secret}`],
    words: /unknown option '--tokn'/,
  }),
  'a config file that is no YAML': (secret) => {
    writeFileSync(config, `serverId: [a]\ntoken: *${secret}\n`);
    return { args: ['run', '--config', config], words: /config.yaml is not valid YAML/ };
  },
  'a file whose name is the token': (secret) => ({
    args: ['clauses', '--profile', `./${secret}.json`],
    environment: { OS_TOKEN: secret },
    words: /\$TOKEN\.json/,
  }),
};

test.each(Object.entries(complaints))('%s is complained of, without its secret', async (_, complaintOf) => {
  const secret = `Own${randomBytes(8).toString('hex')}`;
  const { args, environment, words } = complaintOf(secret);
  const { code, stdout, stderr } = await callCommand(args, environment);
  expect(stderr).toMatch(words);
  expect(stdout + stderr).not.toContain(secret);
  expect([2, 3]).toContain(code);
});
