import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleEndpoints } from '../suites/mutation/samples';
import { resultOf } from './site-results';

/**
 * `npm run bench:results -- DIR [COUNT]`: writes results of real quick runs, 200 if COUNT is not given: one for each of the
 * mutants and compliant variants that run in memory, spread over all families. `site` makes pages of them.
 */
async function main([folder, count = '200']: readonly string[]): Promise<void> {
  if (folder === undefined || !/^[1-9]\d*$/.test(count)) throw new Error('give a folder, and the number of results');
  const samples = sampleEndpoints().filter(({ isOfTransport, profile }) => !isOfTransport && profile === undefined);
  const step = Math.max(1, samples.length / Number(count));
  for (let place = 0; place < samples.length; place += step) {
    const sample = samples[Math.floor(place)];
    if (sample === undefined) break;
    const began = new Date();
    const result = await resultOf(sample);
    const run = {
      ...result.run,
      targetName: sample.name,
      began: began.toISOString(),
      seconds: (Date.now() - began.getTime()) / 1_000,
    };
    mkdirSync(join(folder, sample.name), { recursive: true });
    writeFileSync(join(folder, sample.name, 'result.json'), JSON.stringify({ ...result, run }, null, 2));
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
