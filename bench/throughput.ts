import { embeddedSettings } from '../cli/embedded-settings';
import { targetOf } from '../cli/target-of';
import type { RecordedRequest } from '../contracts/exchange';
import { ecs } from '../contracts/profiles/ecs';
import { efforts } from '../suites/harness/effort';
import { examine } from '../suites/harness/examine';
import { startReference } from '../targets/reference/reference';
import { bareLoop } from './bare-loop';
import { peakMemory } from './peak-memory';

const rounds = 5;

/**
 * Exchanges a second of a run, beside a bare HTTP loop that sends the very same requests over as many connections to
 * the same kind of endpoint in the same process; then the memory of the command.
 */
async function main(): Promise<void> {
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const requests: RecordedRequest[] = [];
    const examined = await startReference();
    const target = targetOf(embeddedSettings(examined), examined.url);
    const plan = { effort: efforts.standard, seed: round, corpus: [] };
    const began = performance.now();
    await examine({
      target,
      profile: ecs,
      plan,
      emit: (evidence) => void (evidence.kind === 'exchange' && requests.push(evidence.exchange.request)),
    });
    const run = requests.length / ((performance.now() - began) / 1_000);
    await examined.close();

    const again = await startReference();
    const lanes = target.serverIds.length;
    const bare = await bareLoop(again, lanes, requests);
    await again.close();
    ratios.push(run / bare);
    const figures = `run ${run.toFixed(0)}, bare loop on ${lanes} connections ${bare.toFixed(0)} exchanges a second`;
    process.stdout.write(`${figures}: ${(run / bare).toFixed(2)}\n`);
  }
  const median = ratios.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  process.stdout.write(`median ratio ${median.toFixed(2)}\n`);
  const [quick, thorough] = [await peakMemory('quick'), await peakMemory('thorough')];
  process.stdout.write(`peak memory: quick ${quick} MB, thorough ${thorough} MB: ${(thorough / quick).toFixed(2)}\n`);
}

void main();
