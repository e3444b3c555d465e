import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sampleEndpoints } from '../../suites/mutation/samples';
import { readDetection } from '../../suites/mutation/stored-files';
import { PowerLost } from './simulated-machine';
import { simulateOne } from './simulation';

/**
 * Simulates the seeds that it is given, one a line, and writes what came of each as a line of JSON. With `one-fault` as its
 * argument each is one fault in a whole run.
 */
async function main(): Promise<void> {
  let unhandled: unknown;
  process.on('unhandledRejection', (error) => {
    // A process whose power went leaves promises behind that nobody follows.
    if (!(error instanceof PowerLost)) unhandled ??= error;
  });
  // npm runs its scripts in the folder of package.json.
  const known = { endpoints: sampleEndpoints(), detection: readDetection(resolve('docs')) };
  for await (const line of createInterface(process.stdin)) {
    unhandled = undefined;
    const simulated = await simulateOne(Number(line), known, process.argv.includes('one-fault'));
    const broken =
      unhandled === undefined ? [] : [`a promise is rejected and nobody handles it: ${(unhandled as Error).stack}`];
    process.stdout.write(`${JSON.stringify({ ...simulated, broken: [...simulated.broken, ...broken] })}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(2);
});
