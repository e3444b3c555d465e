import { writeFileSync } from 'node:fs';
import { versions } from '../../contracts/metadata';
import { examples } from '../../contracts/pact/examples';
import { ContractGenerator } from './contract';

/** Writes contracts/pact/contract.json; the test beside this file fails when that is not done. */
async function main(): Promise<void> {
  const generator = new ContractGenerator();
  try {
    for (const version of versions) for (const example of examples) await generator.runExample(example, version);
    writeFileSync('contracts/pact/contract.json', generator.contract());
  } finally {
    generator.close();
  }
}

void main();
