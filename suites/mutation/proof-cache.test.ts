import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProofCache } from './proof-cache';

const root = mkdtempSync(join(tmpdir(), 'proof-'));
for (const folder of ['contracts', 'properties', 'targets', 'suites', 'reports/collector', 'reports/verdict']) {
  mkdirSync(join(root, folder), { recursive: true });
}
writeFileSync(join(root, 'package-lock.json'), '{}');

test('a tree that has passed is known until one of its sources or the options change', () => {
  expect(new ProofCache(root, []).hasPassed).toBe(false);
  new ProofCache(root, []).storePassed();
  expect(new ProofCache(root, []).hasPassed).toBe(true);
  expect(new ProofCache(root, ['--seeds']).hasPassed).toBe(false);
  writeFileSync(join(root, 'targets/merges.test.ts'), '');
  expect(new ProofCache(root, []).hasPassed).toBe(true);
  writeFileSync(join(root, 'targets/merges.ts'), '');
  expect(new ProofCache(root, []).hasPassed).toBe(false);
  writeFileSync(join(root, '.proof/passed.json'), '[');
  expect(new ProofCache(root, []).hasPassed).toBe(false);
});
