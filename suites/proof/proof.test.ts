import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Detection } from './detection';
import { itemsOf } from './items-of';
import { knownEndpoints } from './known-endpoints';
import { proveInShares } from './prove-in-shares';
import type { Proof } from './prove-known';

// Every known endpoint is examined, several at a time.
const patience = 900_000;
const script = resolve(__dirname, '../../dist/suites/proof/prove-share.js');
const detection = JSON.parse(readFileSync(resolve(__dirname, '../../docs/detection.json'), 'utf8')) as Detection;
const proofs = new Map<string, Proof>();

beforeAll(async () => {
  const items = itemsOf(knownEndpoints(), detection, { seed: 1, narrowed: true });
  await proveInShares(script, items, (proof) => proofs.set(proof.name, proof));
}, patience);

describe('of a right endpoint no clause is blamed, and of a wrong one those that it breaks', () => {
  test.each(knownEndpoints().map(({ kind, name }) => [kind, name]))('%s %s', (_, name) => {
    expect(proofs.get(name)).toMatchObject({ complaints: [] });
  });
});
