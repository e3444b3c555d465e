import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { currentEdition } from './edition';

/** Writes the suite as it is today as a new edition. One that is there is never written over. */
function main([name]: string[]): void {
  if (name === undefined || !/^\d{4}-\d+$/.test(name)) throw new Error('name the edition by year and number: 2027-1');
  const file = resolve(__dirname, `../../../contracts/editions/${name}.json`);
  if (existsSync(file)) throw new Error(`${file} is there already: a published edition never changes`);
  writeFileSync(file, `${JSON.stringify(currentEdition(name, 'thorough'), null, 2)}\n`);
}

main(process.argv.slice(2));
