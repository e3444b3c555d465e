import { buildTarget } from '../cli/target/build-target';
import { embeddedSettings } from '../cli/target/embedded-target';
import { ecs } from '../contracts/profiles/ecs';
import { type Effort, efforts } from '../suites/harness/run/run-plan';
import { runSession } from '../suites/harness/run-session';
import { median } from '../suites/harness/worker/recorder';
import { realNetwork } from '../targets/http/transport';
import { startEndpointProcess } from './endpoint-process';
import { peakMemory } from './peak-memory';
import { replayRequests, type Sender, type SentRequest, sendBare, sendBySupertest } from './replay-requests';

/** The number of measurements for each effort. A longer run needs fewer. */
const rounds: Readonly<Record<Effort['name'], number>> = { smoke: 5, quick: 5, standard: 5, thorough: 1 };

/** Exchanges per second in one round. */
interface Round {
  /** Of a run. */
  readonly run: number;
  /** Of a loop that sends the same requests with Node's HTTP client. */
  readonly bare: number;
  /** Of a loop that sends the same requests with supertest. */
  readonly supertest: number;
}

async function round(effort: Effort, seed: number): Promise<Round> {
  const sent: SentRequest[] = [];
  const endpoint = await startEndpointProcess();
  const began = performance.now();
  await runSession({
    target: buildTarget(embeddedSettings(endpoint), endpoint.url, realNetwork),
    profile: ecs,
    plan: { effort, seed, corpus: [] },
    emit: (evidence) => {
      if (evidence.kind !== 'exchange') return;
      const { at, took, request } = evidence.exchange;
      sent.push({ at, took, request });
    },
  });
  const seconds = (performance.now() - began) / 1_000;
  await endpoint.close();
  return { run: sent.length / seconds, bare: await loop(sent, sendBare), supertest: await loop(sent, sendBySupertest) };
}

async function loop(sent: readonly SentRequest[], sender: Sender): Promise<number> {
  const endpoint = await startEndpointProcess();
  const speed = await replayRequests(endpoint, sent, sender);
  await endpoint.close();
  return speed;
}

async function measure(effort: Effort): Promise<void> {
  const all: Round[] = [];
  for (let seed = 1; seed <= rounds[effort.name]; seed += 1) all.push(await round(effort, seed));
  const speed = (name: keyof Round) => Math.round(median(all.map((each) => each[name])));
  const ratio = (name: keyof Round) => median(all.map((each) => each.run / each[name])).toFixed(2);
  process.stdout.write(
    `${effort.name}: ${speed('run')} exchanges per second; bare loop ${speed('bare')}, supertest loop ${speed('supertest')}; ` +
      `the run has ${ratio('bare')} of the speed of the bare loop, ${ratio('supertest')} of that of the supertest loop\n`,
  );
}

/**
 * Prints the exchanges per second of a run, compared with loops that send the same requests to an endpoint in a process
 * of its own. Then prints the peak memory of the command.
 */
async function main(): Promise<void> {
  for (const effort of Object.values(efforts)) await measure(effort);
  const [quick, thorough] = [await peakMemory('quick'), await peakMemory('thorough')];
  process.stdout.write(`peak memory: quick ${quick} MB, thorough ${thorough} MB: ${(thorough / quick).toFixed(2)}\n`);
}

void main();
