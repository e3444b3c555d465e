import { createInterface } from 'node:readline';
import { knownEndpoints } from './known-endpoints';
import { profiledEndpoints } from './profiled-endpoints';
import type { Item } from './prove-in-shares';
import { proveKnown } from './prove-known';

/** Proves the known endpoints that it is told of, a line of JSON each, and writes each proof as another. */
async function main(): Promise<void> {
  const endpoints = new Map([...knownEndpoints(), ...profiledEndpoints()].map((known) => [known.name, known]));
  for await (const line of createInterface(process.stdin)) {
    const { name, ...options } = JSON.parse(line) as Item;
    const known = endpoints.get(name);
    if (known === undefined) throw new Error(`there is no mutant or variant ${name}`);
    process.stdout.write(`${JSON.stringify(await proveKnown(known, options))}\n`);
  }
}

void main();
