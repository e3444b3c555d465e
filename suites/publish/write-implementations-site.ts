import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Implementations } from '../../reports/result/implementations';
import { SiteBuilder, type SitePage } from '../../reports/site/site-builder';
import { causeOf } from '../../targets/implementations/implementations';

const stored = resolve(__dirname, '../../../docs/implementations.json');

/** `npm run implementation:site -- DIR`: writes a site of the stored runs, with the history of each implementation. */
function main([folder]: readonly string[]): void {
  if (folder === undefined) throw new Error('give the folder of the pages');
  const write = ({ path, html }: SitePage) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), html);
  };
  const builder = new SiteBuilder();
  for (const [name, runs] of Object.entries(JSON.parse(readFileSync(stored, 'utf8')) as Implementations)) {
    for (const run of runs) write(builder.addImplementation(name, run, (clause) => causeOf(name, clause)?.sentence));
  }
  for (const page of builder.finish()) write(page);
  console.log(join(folder, 'index.html'));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
