import { AsyncLocalStorage } from 'node:async_hooks';
import { capabilityOf, type Need } from '../../contracts/capabilities';
import type { CheckId } from '../../contracts/evidence/check-id';
import { type Batch, checksOf, loadSuites, type Suite } from '../harness/dsl/check';
import { Environment } from '../harness/run/environment';
import { runEmbedded } from './embedded-run';

type Named = { readonly id: CheckId };

/** The needs that each check has required of the environment, by the name of its declaration. */
const used = new Map<string, Set<Need>>();
const running = new AsyncLocalStorage<Named>();
/** The check of a batch whose turn it is. Its requests come from a process of its own, but nothing runs beside it. */
let turn: Named | undefined;

const requireOf = Environment.prototype.require;
jest.spyOn(Environment.prototype, 'require').mockImplementation(function (this: Environment, need) {
  const by = running.getStore() ?? turn;
  if (by !== undefined) usedBy(by).add(need);
  requireOf.call(this, need);
});

function usedBy(check: Named): Set<Need> {
  const needs = used.get(check.id) ?? new Set();
  used.set(check.id, needs);
  return needs;
}

function watched(suite: Suite): Suite {
  const { checks, slowChecks, properties, batches } = suite;
  return {
    ...suite,
    checks: checks.map((check) => ({ ...check, body: (tools) => running.run(check, () => check.body(tools)) })),
    slowChecks: slowChecks.map((check) => ({ ...check, body: (tools) => running.run(check, () => check.body(tools)) })),
    properties: properties.map((property) => ({
      ...property,
      body: (tools, input) => running.run(property, () => property.body(tools, input)),
    })),
    batches: batches.map((batch) => ({ ...batch, conduct: watchedConduct(batch) })),
  };
}

function watchedConduct({ conduct }: Batch): Batch['conduct'] {
  return (turns, profile) => {
    const watchedTurns = turns.map((each) => ({
      ...each,
      begin: () => {
        turn = each.check;
        return each.begin();
      },
      end: () => {
        turn = undefined;
        return each.end();
      },
    }));
    return conduct(watchedTurns, profile);
  };
}

/** The versions under which each check has sent requests. */
const under = new Map<string, Set<string>>();

beforeAll(async () => {
  const { checks, sent } = await runEmbedded({ watched });
  for (const ended of checks) {
    const versions = under.get(ended.id) ?? new Set();
    for (const path of sent.get(ended.check) ?? []) versions.add(path.split('/')[1] ?? '');
    under.set(ended.id, versions);
  }
}, 200_000);

const isVersion = (need: Need) => need === 'v2' || need === 'v2.1';

const suites = loadSuites();

test.each(suites.map(({ name }) => name))('the checks of %s need what they use, and use what they need', (name) => {
  const suite = suites.find((each) => each.name === name) as Suite;
  // The histories of laws draw vm_states, and do without those that are not reached.
  const isOfHistories = (need: Need) => capabilityOf(need).name === 'vm-states';
  const declared = [
    ...checksOf(suite).map((check) => ({ check, uses: [...(used.get(check.id) ?? [])] })),
    ...suite.properties.map((check) => ({
      check,
      uses: [...(used.get(check.id) ?? [])].filter((need) => !isOfHistories(need)),
    })),
  ];
  const told = declared.map(({ check, uses }) => [check.id, uses.sort()]);
  const needed = declared.map(({ check }) => [check.id, (check.needs ?? []).filter((need) => !isVersion(need)).sort()]);
  expect(told).toEqual(needed);
  for (const { check } of declared) {
    const versions = under.get(check.id) ?? new Set();
    for (const need of check.needs ?? []) if (isVersion(need)) expect([...versions]).toContain(need);
  }
});
