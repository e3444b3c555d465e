import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClauseId } from '../../contracts/clauses';
import type { RunCheck, RunLaw } from './environment';
import type { Check } from './examination';
import type { Law } from './law';

const suites = resolve(__dirname, '..');

/** What the suites would examine, as they declare it. A check that runs under both versions is named once. */
export interface DeclaredChecks {
  readonly checks: readonly Pick<Check, 'clause' | 'title'>[];
  readonly laws: readonly Law[];
}

/** What is global to a suite while Jest loads it. */
interface SuiteGlobals {
  runCheck: RunCheck;
  runLaw: RunLaw;
  test: unknown;
}

/** A suite is loaded once in a process, and declares its checks then. */
let declared: DeclaredChecks | undefined;

/** Loads every suite without a target, and writes down what it declares in place of running it. */
export function declaredChecks(): DeclaredChecks {
  declared ??= load();
  return declared;
}

function load(): DeclaredChecks {
  const checks = new Map<string, Pick<Check, 'clause' | 'title'>>();
  const laws: Law[] = [];
  const add = (clause: ClauseId, title: string) => checks.set(`${clause} ${title}`, { clause, title });
  const now = (_name: string, run: () => unknown) => void run();
  const stubs: SuiteGlobals = {
    runCheck: async ({ clause, title }) => void add(clause, title),
    runLaw: async (law) => void laws.push(law),
    test: Object.assign(now, { concurrent: now }),
  };
  const world = globalThis as unknown as Record<string, unknown>;
  const before = Object.keys(stubs).map((name) => [name, world[name]] as const);
  Object.assign(world, stubs);
  try {
    for (const file of readdirSync(suites)) if (/\.suite\.[jt]s$/.test(file)) require(join(suites, file));
  } finally {
    for (const [name, value] of before) world[name] = value;
  }
  return { checks: [...checks.values()], laws };
}
