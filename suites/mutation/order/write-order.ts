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
import { type CheckCost, measureCosts } from './costs';
import { type KilledMutant, orderByWorth, shareKilled } from './cover';
import type { KillingChecks } from './kills';

const file = resolve(__dirname, '../../../../suites/harness/dsl/leading-checks.json');

/** A run of smoke effort has so many requests for its checks. */
const smokeRequests = smokeLimit() - overhead;

/**
 * `npm run docs:order`: runs every mutant, and writes the checks that lead a run to leading-checks.json. Takes the time of
 * four proofs.
 */
async function main(): Promise<void> {
  const mutants = sampleEndpoints().filter(({ kind }) => kind === 'mutant');
  const runs = await runMutants(mutants.map(({ name }) => name));
  const costs = await leadingCosts();
  const killed = mutants.map(({ name }) => ({ name, killers: runs.get(name) ?? new Set() }));
  const checks = orderByWorth(survivorsOf(killed), costs, first).map(({ name }) => name);
  const halves = [0, 1].map((half) => killed.filter((_, place) => place % 2 === half));
  const learned = halves.map((half, place) => {
    const learnedOrder = [{ name: preflightCheck, requests: 0 }, ...orderByWorth(survivorsOf(half), costs, first)];
    return Math.round(100 * shareKilled(learnedOrder, halves[1 - place] ?? [], smokeRequests));
  });
  writeFileSync(file, `${JSON.stringify({ checks, learnedFromHalf: learned }, null, 2)}\n`);
  process.stdout.write(
    `${checks.length} checks; learned from half of the mutants, smoke kills ${learned.join(' % and ')} % of the other half\n`,
  );
}

/** The preflight comes before every check. */
function survivorsOf(killed: readonly KilledMutant[]): KilledMutant[] {
  return killed.filter(({ killers }) => !killers.has(preflightCheck));
}

/** Before any large map: it shows a target that merges. */
const first = 'REPLACE-02/removes-unnamed-keys v2';

function smokeLimit(): number {
  const requests = efforts.smoke.maxRequests ?? 0;
  return requests - keptToConfirm({ requests, time: Number.POSITIVE_INFINITY });
}

async function runMutants(names: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const left = names.map((name) => ({ name }));
  const runs = new Map<string, ReadonlySet<string>>();
  await runPool<{ readonly name: string }, KillingChecks>({
    script: join(__dirname, 'worker.js'),
    count: 4,
    next: () => left.shift(),
    each: (run) => {
      runs.set(run.name, new Set(run.killers));
      if (runs.size % 50 === 0) process.stdout.write(`${runs.size} of ${names.length} mutants\n`);
    },
  });
  return runs;
}

/** The costs of the checks that may lead, in the order of a run. The checks that wait, and the contract, do not lead. */
async function leadingCosts(): Promise<ReadonlyMap<string, CheckCost>> {
  const names = suitesInOrder().flatMap(({ checks }) =>
    checks.flatMap(({ clause, id, version, needs = [] }) => {
      // A large map may be refused for many reasons. A refusal shows the quota only once it is known that they are none.
      const isOfQuota = clause.startsWith('QUOTA-');
      const isLate = isOfQuota && (clause !== 'QUOTA-03' || needs.some((need) => need.startsWith('vm-states')));
      return isLate ? [] : checkName(id, version);
    }),
  );
  const costs = await measureCosts();
  const leading = new Map<string, CheckCost>();
  for (const name of names) {
    const cost = costs.get(name);
    if (cost !== undefined) leading.set(name, cost);
  }
  return leading;
}

void main();
