import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkName } from '../../../contracts/evidence/check-id';
import { efforts } from '../../harness/run/run-plan';
import { keptToConfirm } from '../../harness/session/allowance';
import { overhead } from '../../harness/session/costs';
import { suitesInOrder } from '../../harness/session/suite-order';
import { preflightCheck } from '../../harness/worker/recorder';
import { runPool } from '../pool';
import { sampleEndpoints } from '../samples';
import { type KilledMutant, orderByWorth, shareKilled } from './cover';
import type { CheckCost, RunOfChecks } from './kills';

const file = resolve(__dirname, '../../../../suites/harness/dsl/leading-checks.json');

/** A run of smoke effort has so many requests for its checks. */
const smokeRequests = smokeLimit() - overhead;

/**
 * `npm run docs:order`: runs every mutant, and writes the checks that lead a run to leading-checks.json. Takes the time of
 * two proofs.
 */
async function main(): Promise<void> {
  const mutants = sampleEndpoints().filter(({ kind }) => kind === 'mutant');
  const runs = await runMutants(mutants.map(({ name }) => name));
  const known = mutants.flatMap(({ name }) => runs.get(name) ?? []);
  const costs = costsOf(known);
  const killed = known.map(({ name, killers }): KilledMutant => ({ name, killers: new Set(killers) }));
  // The preflight comes before every check.
  const survivors = killed.filter(({ killers }) => !killers.has(preflightCheck));
  const checks = [first, ...orderByWorth(survivors, costs).map(({ name }) => name)].filter(isFirstOfId);
  const halves = [0, 1].map((half) => killed.filter((_, place) => place % 2 === half));
  const learned = halves.map((half, place) => {
    const order = orderByWorth(
      half.filter(({ killers }) => !killers.has(preflightCheck)),
      costs,
    );
    return Math.round(100 * shareKilled(order, halves[1 - place] ?? [], smokeRequests));
  });
  writeFileSync(file, `${JSON.stringify({ checks, learnedFromHalf: learned }, null, 2)}\n`);
  process.stdout.write(
    `${checks.length} checks; learned from half of the mutants, smoke kills ${learned.join(' % and ')} % of the other half\n`,
  );
}

/** Before any large map: it shows a target that merges. */
const first = 'REPLACE-02/removes-unnamed-keys v2';

function isFirstOfId(name: string, place: number, all: readonly string[]): boolean {
  const [id] = name.split(' ');
  return all.findIndex((other) => other.split(' ')[0] === id) === place;
}

function smokeLimit(): number {
  const requests = efforts.smoke.maxRequests ?? 0;
  return requests - keptToConfirm({ requests, time: Number.POSITIVE_INFINITY });
}

async function runMutants(names: readonly string[]): Promise<ReadonlyMap<string, RunOfChecks>> {
  const left = names.map((name) => ({ name }));
  const runs = new Map<string, RunOfChecks>();
  await runPool<{ readonly name: string }, RunOfChecks>({
    script: join(__dirname, 'worker.js'),
    count: 4,
    next: () => left.shift(),
    each: (run) => {
      runs.set(run.name, run);
      if (runs.size % 50 === 0) process.stdout.write(`${runs.size} of ${names.length} mutants\n`);
    },
  });
  return runs;
}

/** The usual cost of each check, in the order of a run. The checks that wait, and the contract, do not lead. */
function costsOf(runs: readonly RunOfChecks[]): ReadonlyMap<string, CheckCost> {
  const names = suitesInOrder().flatMap(({ checks }) =>
    checks.flatMap(({ id, version, needs = [] }) => {
      // A refusal shows the quota only once it is known that the vm_state is no reason.
      const isOfState = id.startsWith('QUOTA-') && needs.some((need) => need.startsWith('vm-states'));
      return isOfState ? [] : checkName(id, version);
    }),
  );
  const costs = names.map((name): [string, CheckCost] => {
    const all = runs.flatMap(({ costs: each }) => each[name] ?? []).sort((one, other) => one.all - other.all);
    // Of the middle one: a wrong endpoint may end a check early, or make it repeat requests.
    return [name, all[all.length >> 1] ?? { all: 0, setup: 0 }];
  });
  return new Map(costs.filter(([, { all }]) => all > 0));
}

void main();
