import { resolve } from 'node:path';
import { customProfileSamples } from './custom-profile-samples';
import { judgeInPool } from './pool';
import type { SampleVerdict } from './verdict';

const script = resolve(__dirname, '../../dist/suites/mutation/worker.js');
const proofs = new Map<string, SampleVerdict>();

beforeAll(async () => {
  const items = customProfileSamples().map(({ name }) => ({ name, seed: 1 }));
  await judgeInPool(script, items, (proof) => proofs.set(proof.name, proof));
}, 900_000);

// A profile sets the numbers of the contract: an endpoint that keeps them is right, whatever the page says.
test.each(customProfileSamples().map(({ kind, name }) => [kind, name] as const))('%s: %s', (kind, name) => {
  const { misjudgements, exitCode } = proofs.get(name) ?? {};
  expect({ complaints: misjudgements, exitCode }).toEqual({ complaints: [], exitCode: kind === 'variant' ? 0 : 1 });
});
