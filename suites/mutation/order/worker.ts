import { createInterface } from 'node:readline';
import { sampleEndpoints } from '../samples';
import { runChecks } from './kills';

/** Runs the mutants that it is told of, a line of JSON each, and writes what their checks have shown as another. */
async function main(): Promise<void> {
  const endpoints = new Map(sampleEndpoints().map((known) => [known.name, known]));
  for await (const line of createInterface(process.stdin)) {
    const { name } = JSON.parse(line) as { readonly name: string };
    const known = endpoints.get(name);
    if (known === undefined) throw new Error(`there is no mutant ${name}`);
    process.stdout.write(`${JSON.stringify(await runChecks(known))}\n`);
  }
}

void main();
