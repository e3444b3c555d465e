import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Detection } from './detection';
import { judgeInPool } from './pool';
import { sampleQueue } from './queue';
import { sampleEndpoints } from './samples';
import type { SampleVerdict } from './verdict';

// Every known endpoint is examined, several at a time.
const patience = 900_000;
const script = resolve(__dirname, '../../dist/suites/mutation/worker.js');
const detection = JSON.parse(readFileSync(resolve(__dirname, '../../docs/detection.json'), 'utf8')) as Detection;
const proofs = new Map<string, SampleVerdict>();

beforeAll(async () => {
  const items = sampleQueue(sampleEndpoints(), detection, { seed: 1, narrowed: true });
  await judgeInPool(script, items, (proof) => proofs.set(proof.name, proof));
}, patience);

describe('of a right endpoint no clause is blamed, and of a wrong one those that it breaks', () => {
  test.each(sampleEndpoints().map(({ kind, name }) => [kind, name]))('%s %s', (_, name) => {
    expect(proofs.get(name)).toMatchObject({ complaints: [] });
  });
});
