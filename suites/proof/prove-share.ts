import { knownEndpoints } from './known-endpoints';
import type { Share } from './prove-in-shares';
import { proveKnown } from './prove-known';

/** Proves one share of the known endpoints, and writes each proof as a line of JSON. */
async function main({ index, count, names, ...options }: Share): Promise<void> {
  const chosen = knownEndpoints().filter(({ name }) => names.length === 0 || names.includes(name));
  for (const [place, known] of chosen.entries()) {
    if (place % count !== index) continue;
    process.stdout.write(`${JSON.stringify(await proveKnown(known, options))}\n`);
  }
}

void main(JSON.parse(process.argv[2] ?? '') as Share);
