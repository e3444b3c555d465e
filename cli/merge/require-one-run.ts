import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError } from '../../targets/errors';
import { suiteVersion } from '../machine/package-file';
import type { ShardReport } from './shard-report';

/** The facts that all shards of a run share, as a message names them. */
const sharedFacts: readonly (readonly [name: string, of: (report: ShardReport) => unknown])[] = [
  ['target', ({ run }) => run.target],
  ['target name', ({ run }) => run.targetName],
  ['profile', ({ run }) => run.profile],
  ['version of the suite', ({ run }) => run.suite],
  ['seed', ({ run }) => run.seed],
  ['effort', ({ run }) => run.effort],
  ['number of shards', ({ run }) => run.shard.count],
  ['selection (--clause)', ({ run }) => run.selected],
  ['list of waivers (--waive)', ({ run }) => run.waived],
  ['--strict', ({ run }) => run.strict],
];

/**
 * Requires that the reports are of shards of one run.
 *
 * @throws {ConfigurationError} that names the first difference.
 */
export function requireOneRun([first, ...others]: readonly ShardReport[]): void {
  if (first === undefined) return;
  for (const other of others) {
    for (const [name, of] of sharedFacts) {
      const [expected, found] = [of(first), of(other)];
      if (isDeepStrictEqual(expected, found)) continue;
      throw new ConfigurationError(
        `${other.path} does not belong to ${first.path}: its ${name} is ${show(found)}, not ${show(expected)}: give the shards of one run`,
      );
    }
  }
  if (first.run.suite !== suiteVersion) {
    throw new ConfigurationError(
      `the shards were run with version ${first.run.suite} of the suite, and this is ${suiteVersion}: merge them with that version`,
    );
  }
}

function show(fact: unknown): string {
  if (fact === undefined) return 'not given';
  return Array.isArray(fact) ? fact.join(',') || 'empty' : String(fact);
}
