import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ecs } from '../../contracts/profiles/ecs';
import { nova } from '../../contracts/profiles/nova';
import { efforts } from '../harness/run/run-plan';
import { runSession } from '../harness/run-session';
import { runAll } from '../harness/session/run-suite';
import { suitesInOrder } from '../harness/session/suite-order';
import { inMemoryTarget } from '../mutation/in-memory-target';
import { RequestCounts } from './request-counts';

const file = resolve(__dirname, '../../../suites/harness/session/request-counts.json');

/** Counts the requests of each check in a standard run against the embedded endpoint, and writes them to request-counts.json. */
async function main(): Promise<void> {
  const counts = new RequestCounts();
  await runSession({
    target: inMemoryTarget({}),
    // With every clause that either profile makes apply.
    profile: { ...ecs, levels: nova.levels },
    plan: { effort: efforts.standard, seed: 1, corpus: [] },
    emit: (evidence) => counts.add(evidence),
    run: (session) => runAll(session, suitesInOrder()),
  });
  writeFileSync(file, `${JSON.stringify(counts.costs, null, 2)}\n`);
}

void main();
