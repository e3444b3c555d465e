import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Fault, type PassingRequest, respond } from './fault-proxy';

const megabyte = 1024 * 1024;
const json = { 'content-type': 'application/json' };
const deep = `{"metadata": {"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
/** Adds bytes after the end of a compressed file. */
const bomb = Buffer.concat(new Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * megabyte, ' '))));
const many = `{"metadata": ${JSON.stringify(Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`key-${index}`, `value-${index}`])))}}`;
const members = `{"metadata": {"a": [${'{},'.repeat(2 * megabyte)}{}]}}`;
const almost = `{"metadata": {"a": "${'x'.repeat(8 * megabyte - 100)}"}}`;
const nulls = '\u0000'.repeat(8 * megabyte - 100);

/** Reads the request to its end, and answers this. */
const respondsWith =
  (body: Buffer | string, headers: Readonly<Record<string, string>> = json, status = 200) =>
  async ({ incoming, outgoing }: PassingRequest) => {
    for await (const _ of incoming);
    respond(outgoing, status, body, headers);
  };

/** Writes these bytes in place of an answer. */
const writes =
  (...pieces: string[]) =>
  async ({ incoming, outgoing }: PassingRequest) => {
    for await (const _ of incoming);
    for (const piece of pieces) outgoing.socket?.write(piece);
  };

/** Goes on for as long as the other side listens, so many bytes at a time. */
const streams =
  (begin: string, piece: string, most: number, pause: number) =>
  async ({ incoming, outgoing }: PassingRequest) => {
    for await (const _ of incoming);
    const { socket } = outgoing;
    if (socket === null) return;
    socket.on('error', () => undefined);
    socket.write(begin);
    for (let sent = 0; sent < most && !socket.destroyed; sent += piece.length) {
      if (!socket.write(piece)) await Promise.race([new Promise((done) => socket.once('drain', done)), sleep(1_000)]);
      if (pause > 0) await sleep(pause);
    }
    socket.destroy();
  };

const chunked = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = `${megabyte.toString(16)}\r\n${' '.repeat(megabyte)}\r\n`;

/** Changes the server resource. */
const shows =
  (changes: Readonly<Record<string, unknown>>) =>
  async ({ ask, outgoing }: PassingRequest) => {
    const { status, type, body } = await ask();
    const shown = JSON.parse(body.toString()) as { server?: object };
    const changed = shown.server === undefined ? shown : { server: { ...shown.server, ...changes } };
    respond(outgoing, status, JSON.stringify(changed), { 'content-type': type });
  };

let times = 0;
async function differs(passing: PassingRequest): Promise<void> {
  times += 1;
  const map = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${times}-${index}`, `${times}`]));
  await respondsWith(JSON.stringify({ metadata: map }), { ...json, [`x-${times}`]: `${times}` })(passing);
}

/** Answers that make a careless client use too much memory, time or requests. */
export const hostileResponses: Readonly<Record<string, (passing: PassingRequest) => Promise<void>>> = {
  'JSON nested 100,000 deep': respondsWith(deep),
  'an error nested 100,000 deep': respondsWith(deep, json, 400),
  '150 MB': streams(chunked, chunk, 150 * megabyte, 0),
  'without an end': streams(chunked, chunk, Number.POSITIVE_INFINITY, 0),
  'drop by drop': streams(chunked, '1\r\n \r\n', Number.POSITIVE_INFINITY, 100),
  '1 GB, compressed to 1 MB': respondsWith(bomb, { ...json, 'content-encoding': 'gzip' }),
  '200,000 keys': respondsWith(many),
  'two million objects': respondsWith(members),
  'almost 8 MB': respondsWith(almost),
  'almost 8 MB of NUL': respondsWith(nulls),
  'headers without an end': streams(
    'HTTP/1.1 200 OK\r\n',
    `x-header: ${'x'.repeat(8_000)}\r\n`,
    Number.POSITIVE_INFINITY,
    0,
  ),
  '100,000 headers': streams('HTTP/1.1 200 OK\r\n', 'a: b\r\n', 600_000, 0),
  '15 KB of headers': respondsWith('{"metadata": {}}', { ...json, 'x-header': 'x'.repeat(15_000) }),
  'a status line of a megabyte': streams('HTTP/1.1 200 ', 'x'.repeat(1_000), megabyte, 0),
  'interim answers without an end': streams('', 'HTTP/1.1 102 Processing\r\n\r\n', Number.POSITIVE_INFINITY, 1),
  'a redirect to itself': async (passing) => respondsWith('', { location: passing.path }, 302)(passing),
  'malformed chunks': writes(chunked, '5\r\n{"met\r\nzz\r\n'),
  'no HTTP': writes('SSH-2.0-OpenSSH_9.2\r\n'),
  'something else every time': differs,
  'a task that never ends': shows({ 'OS-EXT-STS:task_state': 'thinking' }),
  'long texts of a server': shows({ 'OS-EXT-STS:vm_state': 'x'.repeat(7 * megabyte), updated: 'y'.repeat(100_000) }),
};

export type HostileTo = 'everything' | 'after a while' | 'replaces of the checks' | 'reads';

/** More than the preflight of two servers sends. */
const requestsOfPreflight = 60;

/** Which requests are answered so. */
export function hostileTo(which: HostileTo, met: (passing: PassingRequest) => Promise<void>): Fault {
  return (passing) => {
    const { method, path, number } = passing;
    const isMet = {
      everything: true,
      'after a while': number > requestsOfPreflight,
      'replaces of the checks': number > requestsOfPreflight && method === 'PUT',
      reads: number > requestsOfPreflight && method === 'GET' && path.endsWith('/metadata'),
    }[which];
    return isMet ? met(passing) : undefined;
  };
}
