import { gzipSync } from 'node:zlib';
import type { Evidence } from '../../contracts/evidence/events';
import { EvidenceReader } from './evidence-reader';
import { smallEvidence } from './testing/small-run';

const all = smallEvidence(1, (_, sent) => sent);
const text = all.map((each) => `${JSON.stringify(each)}\n`).join('');
const half = text.length / 2;
/** Compresses as a run does: several gzip members in one file. */
const compressed = Buffer.concat([gzipSync(text.slice(0, half)), gzipSync(text.slice(half))]);

async function* inPieces(bytes: Buffer, size = 100): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(pieces: AsyncIterable<Buffer>, isCompressed = true): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for await (const evidence of new EvidenceReader(pieces, isCompressed).read()) found.push(evidence);
  return found;
}

test('evidence is read as it was written, compressed or not', async () => {
  expect(await read(inPieces(compressed))).toEqual(all);
  expect(await read(inPieces(Buffer.from(text)), false)).toEqual(all);
});

test.each<[string, Buffer, RegExp]>([
  [
    'cut off',
    compressed.subarray(0, -20),
    /not a whole gzip file: it is truncated or damaged \(unexpected end of file\)/,
  ],
  ['not compressed at all', Buffer.from(text), /not a whole gzip file: .* \(incorrect header check\)/],
  [
    'damaged',
    Buffer.concat([compressed.subarray(0, 200), compressed.subarray(210)]),
    /not a whole gzip file: it is truncated/,
  ],
  ['cut off between two members', gzipSync(text.slice(0, half)), /ends in the middle of a line/],
  [
    'of another format',
    gzipSync('{"kind":"run","format":"ecs-metadata-conformance/evidence/9"}\n'),
    /has the format "ecs-metadata-conformance.evidence.9", this version reads .*evidence.2: verify it with the version/,
  ],
  [
    'of the first format',
    gzipSync('{"kind":"run"}\n'),
    /has the format ".*evidence.1", this version reads .*evidence.2: /,
  ],
  ['something else', gzipSync('{"kind":"song"}\n'), /line 1 of the evidence is not valid evidence/],
])('evidence that is %s is rejected in one sentence', async (_, bytes, complaint) => {
  const error: Error = await read(inPieces(bytes)).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: 'InvalidBundleError', message: expect.stringMatching(complaint) });
  expect(error.message).not.toContain('\n');
});

test('an endless line is rejected before it fills the memory', async () => {
  const megabyte = 1024 * 1024;
  let sent = 0;
  async function* bomb(): AsyncGenerator<Buffer> {
    const member = gzipSync(Buffer.alloc(megabyte, ' '));
    for (; sent < 1_000; sent += 1) yield member;
  }
  await expect(read(bomb())).rejects.toThrow('line 1 of the evidence is longer than 16 MB');
  expect(sent).toBeLessThan(100);
});
