import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Fault, type PassingRequest, respond } from './fault-proxy';

const megabyte = 1024 * 1024;
const json = { 'content-type': 'application/json' };
const deep = `{"metadata": {"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
/** Adds bytes after the end of a compressed file. */
const bomb = Buffer.concat(new Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * megabyte, ' '))));
const almost = `{"metadata": {"a": "${'x'.repeat(8 * megabyte - 100)}"}}`;

/** Reads the request to its end, and answers this. */
const respondsWith =
  (body: Buffer | string, headers: Readonly<Record<string, string>> = json, status = 200) =>
  async ({ incoming, outgoing }: PassingRequest) => {
    for await (const _ of incoming);
    respond(outgoing, status, body, headers);
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

/** Responses that make a careless client use too much memory, time or requests. */
export const hostileResponses: Readonly<Record<string, (passing: PassingRequest) => Promise<void>>> = {
  'JSON nested 100,000 deep': respondsWith(deep),
  '150 MB': streams(chunked, chunk, 150 * megabyte, 0),
  '1 GB, compressed to 1 MB': respondsWith(bomb, { ...json, 'content-encoding': 'gzip' }),
  'almost 8 MB': respondsWith(almost),
  'interim responses without an end': streams('', 'HTTP/1.1 102 Processing\r\n\r\n', Number.POSITIVE_INFINITY, 1),
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
