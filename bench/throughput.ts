import { performance } from 'node:perf_hooks';
import { embeddedSettings } from '../cli/embedded-settings';
import { targetOf } from '../cli/target-of';
import type { RecordedRequest } from '../contracts/exchange';
import { ecs } from '../contracts/profiles/ecs';
import { efforts } from '../suites/harness/effort';
import { examine } from '../suites/harness/examine';
import { medianOf } from '../suites/harness/median-of';
import { startReference } from '../targets/reference/reference';
import { peakMemory } from './peak-memory';
import { replay } from './replay';
import { bare, supertest } from './senders';

const rounds = 5;

/** Exchanges a second of one round. */
interface Round {
  /** Of the run as a whole, and while it does anything: checks wait for what shows later, and for Pact's own process. */
  readonly run: number;
  readonly busy: number;
  /** Of loops that send the very same requests on as many connections. */
  readonly bare: number;
  readonly supertest: number;
}

async function round(seed: number): Promise<Round> {
  const requests: RecordedRequest[] = [];
  const examined = await startReference();
  const target = targetOf(embeddedSettings(examined), examined.url);
  const plan = { effort: efforts.standard, seed, corpus: [] };
  const began = performance.now();
  const before = performance.eventLoopUtilization();
  await examine({
    target,
    profile: ecs,
    plan,
    emit: (evidence) => void (evidence.kind === 'exchange' && requests.push(evidence.exchange.request)),
  });
  const seconds = (performance.now() - began) / 1_000;
  const { utilization } = performance.eventLoopUtilization(before);
  await examined.close();
  const loop = async (way: typeof bare) => {
    const reference = await startReference();
    const speed = await replay(reference, target.serverIds.length, requests, way);
    await reference.close();
    return speed;
  };
  const run = requests.length / seconds;
  return { run, busy: run / utilization, bare: await loop(bare), supertest: await loop(supertest) };
}

/**
 * Exchanges a second of a run, beside loops that send the same requests to the same kind of endpoint in the same process;
 * then the memory of the command.
 */
async function main(): Promise<void> {
  const all: Round[] = [];
  for (let seed = 1; seed <= rounds; seed += 1) {
    const one = await round(seed);
    all.push(one);
    const told = Object.entries(one).map(([name, speed]) => `${name} ${Math.round(speed)}`);
    process.stdout.write(`exchanges a second: ${told.join(', ')}\n`);
  }
  const ratio = (one: keyof Round, other: keyof Round) =>
    medianOf(all.map((each) => each[one] / each[other])).toFixed(2);
  process.stdout.write(
    `median ratios: run to bare loop ${ratio('run', 'bare')}, while busy ${ratio('busy', 'bare')}; `,
  );
  process.stdout.write(`to supertest's loop ${ratio('run', 'supertest')}, while busy ${ratio('busy', 'supertest')}\n`);
  const [quick, thorough] = [await peakMemory('quick'), await peakMemory('thorough')];
  process.stdout.write(`peak memory: quick ${quick} MB, thorough ${thorough} MB: ${(thorough / quick).toFixed(2)}\n`);
}

void main();
