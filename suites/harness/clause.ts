import type { ClauseId } from '../../contracts/clauses';
import { type Version, versions } from '../../contracts/metadata';
import type { RunCheck } from './environment';
import type { Tools } from './tools';

export type { Tools } from './tools';

/** Of this suite, which is loaded by itself. */
let declared = 0;

/**
 * A check: one clause, what the check shows of it, and the scenario. It runs under each version of the API.
 *
 * How it ended is evidence, told in the reports; for Jest it never fails.
 */
export function clause(
  id: ClauseId,
  title: string,
  body: (tools: Tools) => Promise<void>,
  under: readonly Version[] = versions,
): void {
  const { runCheck } = globalThis as unknown as { runCheck: RunCheck };
  declared += 1;
  const turn = under[declared % under.length];
  for (const version of under) {
    test(`${id} ${version} ${title}`, () => runCheck({ clause: id, title, version, isTurn: version === turn, body }));
  }
}
