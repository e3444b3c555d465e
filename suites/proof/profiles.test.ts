import { resolve } from 'node:path';
import { profiledEndpoints } from './profiled-endpoints';
import { proveInShares } from './prove-in-shares';
import type { Proof } from './prove-known';

const script = resolve(__dirname, '../../dist/suites/proof/prove-share.js');
const proofs = new Map<string, Proof>();

beforeAll(async () => {
  const items = profiledEndpoints().map(({ name }) => ({ name, seed: 1 }));
  await proveInShares(script, items, (proof) => proofs.set(proof.name, proof));
}, 900_000);

// A profile sets the numbers of the contract: an endpoint that keeps them is right, whatever the page says.
test.each(profiledEndpoints().map(({ kind, name }) => [kind, name] as const))('%s: %s', (kind, name) => {
  const { complaints, exitCode } = proofs.get(name) ?? {};
  expect({ complaints, exitCode }).toEqual({ complaints: [], exitCode: kind === 'variant' ? 0 : 1 });
});
