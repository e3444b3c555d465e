import { createInterface } from 'node:readline';
import { customProfileSamples } from './custom-profile-samples';
import type { QueueItem } from './pool';
import { sampleEndpoints } from './samples';
import { judgeSample } from './verdict';

/** Proves the known endpoints that it is told of, a line of JSON each, and writes each proof as another. */
async function main(): Promise<void> {
  const endpoints = new Map([...sampleEndpoints(), ...customProfileSamples()].map((known) => [known.name, known]));
  for await (const line of createInterface(process.stdin)) {
    const { name, ...options } = JSON.parse(line) as QueueItem;
    const known = endpoints.get(name);
    if (known === undefined) throw new Error(`there is no mutant or variant ${name}`);
    process.stdout.write(`${JSON.stringify(await judgeSample(known, options))}\n`);
  }
}

void main();
