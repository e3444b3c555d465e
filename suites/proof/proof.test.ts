import { resolve } from 'node:path';
import { knownEndpoints } from './known-endpoints';
import { proveInShares } from './prove-in-shares';
import type { Proof } from './prove-known';

// Every known endpoint is examined, as many at a time as the machine has processors.
const patience = 900_000;
const script = resolve(__dirname, '../../dist/suites/proof/prove-share.js');
const proofs = new Map<string, Proof>();

beforeAll(async () => {
  await proveInShares(script, { seed: 1, narrowed: true, names: [] }, (proof) => proofs.set(proof.name, proof));
}, patience);

describe('of a right endpoint no clause is blamed, and of a wrong one those that it breaks', () => {
  test.each(knownEndpoints().map(({ kind, name }) => [kind, name]))('%s %s', (_, name) => {
    expect(proofs.get(name)).toMatchObject({ complaints: [] });
  });
});
