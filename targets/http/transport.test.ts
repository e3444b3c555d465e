import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { TargetUnavailableError } from '../errors';
import { createAgent } from './agent';
import type { HttpResponse } from './message';
import { toUnavailableError } from './network-errors';
import { createSend } from './transport';

const megabyte = 1024 * 1024;
let server: Server;
/** The number of connections that were closed at the server. */
let closed = 0;

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

type Answers = (response: ServerResponse, request: IncomingMessage) => void;

/** Sends a request to a server that responds like this, and returns the result. */
async function answered(answers: Answers, timeout = 5_000): Promise<HttpResponse | TargetUnavailableError> {
  closed = 0;
  server = createServer((request, response) => {
    request.socket
      .on('error', () => undefined)
      .once('close', () => {
        closed += 1;
      });
    answers(response, request);
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agent = createAgent(url, {});
  const asked = { method: 'GET', path: '/' } as const;
  try {
    return await createSend({ url, timeout }, agent)(asked, {}).catch((error) => toUnavailableError(error, 'T'));
  } finally {
    await new Promise(setImmediate);
    agent.destroy();
  }
}

const json = { 'content-type': 'application/json' };

test('a response of 8 MB is read', async () => {
  const body = Buffer.alloc(8 * megabyte, 'x');
  const answer = await answered((response) => response.writeHead(200, json).end(body));
  // Jest needs half a minute to compare so many bytes.
  expect('body' in answer && answer.body.equals(body)).toBe(true);
});

/** Sends bytes until the client closes the connection. */
const withoutEnd: Answers = (response) => {
  const piece = Buffer.alloc(megabyte, 'x');
  const go = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200, json).on('drain', go);
  go();
};

test.each<[string, Answers]>([
  ['more than 8 MB', (response) => response.writeHead(200, json).end(Buffer.alloc(8 * megabyte + 1, 'x'))],
  ['without an end', withoutEnd],
  [
    '64 MB that are compressed',
    (response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * megabyte)));
    },
  ],
])('a response of %s is not read to its end, and the connection is closed', async (_, answers) => {
  const before = process.memoryUsage().arrayBuffers;
  const trouble = await answered(answers);
  expect(trouble).toBeInstanceOf(TargetUnavailableError);
  expect(trouble).toMatchObject({
    kind: 'large',
    message: 'T: its response is larger than 8 MB, and was not read to the end',
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * megabyte);
  for (let turn = 0; turn < 100 && closed === 0; turn += 1) await new Promise((done) => setTimeout(done, 10));
  expect(closed).toBe(1);
});

/** Sends this text in place of a response. */
const writes =
  (...pieces: readonly string[]): Answers =>
  (response) => {
    for (const piece of pieces) response.socket?.write(piece);
  };

const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

test.each<[string, Answers, string]>([
  ['malformed chunks', writes(chunked, '5\r\n{"met\r\nzz\r\n'), 'its response is not HTTP (HPE_INVALID_CHUNK_SIZE)'],
  ['no HTTP', writes('SSH-2.0-OpenSSH\r\n'), 'its response is not HTTP (HPE_INVALID_CONSTANT)'],
  [
    'headers without an end',
    writes('HTTP/1.1 200 OK\r\n', ...Array.from({ length: 4_000 }, () => 'x-header: value\r\n')),
    'the headers of its response are larger than 16 KB',
  ],
])('%s have a message of their own, and nothing is printed', async (_, answers, words) => {
  const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await answered(answers)).toMatchObject({ message: `T: ${words}` });
  // The connection is closed a moment later.
  await new Promise((done) => setTimeout(done, 100));
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});

test('a response that arrives byte by byte has the same timeout', async () => {
  const began = performance.now();
  const drips: Answers = (response) => {
    response.writeHead(200, json);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  };
  expect(await answered(drips, 300)).toMatchObject({ kind: 'silence' });
  expect(performance.now() - began).toBeLessThan(3_000);
});
