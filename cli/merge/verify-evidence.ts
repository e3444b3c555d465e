import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Evidence, RecordedShard, RunStarted } from '../../contracts/evidence/events';
import type { Version } from '../../contracts/metadata';
import { countNoun } from '../../contracts/text/count-noun';
import { EvidenceReader } from '../../reports/certificate/evidence-reader';
import { InvalidBundleError } from '../../reports/certificate/invalid-bundle';
import { fileNames } from '../../reports/result/file-names';
import { Reevaluation } from '../../reports/verdict/re-evaluate';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { recordedChecks } from '../../suites/harness/session/shards';
import type { ShardReport } from './shard-report';

/** The facts at the start of the evidence of a shard. */
export type ShardStarted = RunStarted & { readonly shard: RecordedShard };

/** The evidence of a shard is whole, and it is that of its result. */
export interface VerifiedEvidence {
  readonly began: ShardStarted;
  /** The versions under which its checks ran. */
  readonly versions: readonly Version[];
  /** It ended before its last check: by a signal, its budget, `--bail`, or another client. */
  readonly isCutShort: boolean;
}

/**
 * Judges the evidence of a shard, and compares it with its result and its plan. A second reading then merges it: what is
 * wrong at the end of a file must not be merged from its beginning.
 *
 * @param plan of this shard.
 * @returns the error, in words, for evidence that cannot be merged.
 */
export async function verifyEvidence(report: ShardReport, plan: RunPlan): Promise<VerifiedEvidence | string> {
  let again: Reevaluation | undefined;
  let began: ShardStarted | undefined;
  let versions: readonly Version[] = [];
  let isCutShort = false;
  try {
    for await (const evidence of readEvidence(report.path)) {
      if (again === undefined) {
        if (evidence.kind !== 'run' || evidence.shard === undefined)
          return 'its evidence does not begin with its shard';
        began = { ...evidence, shard: evidence.shard };
        again = new Reevaluation(began.shard.rules, true);
      }
      again.add(evidence);
      if (evidence.kind === 'preflight') versions = evidence.versions;
      if (evidence.kind === 'others' || isStopped(evidence)) isCutShort = true;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined) return `its ${fileNames.evidence} cannot be read (${code})`;
    if (error instanceof InvalidBundleError) return message;
    throw error;
  }
  if (again === undefined || began === undefined) return 'its evidence is empty';
  if (!isOfResult(began, again, report)) return 'its evidence is not that of its result';
  again.close();
  const [error] = again.errors;
  if (error !== undefined) return error;
  const ended = new Set(again.collector.checks.map(({ ended: { check } }) => check));
  const absent = recordedChecks(plan, versions).filter(({ check }) => !ended.has(check));
  if (absent.length > 0) return `its evidence does not say how ${countNoun(absent.length, 'check')} ended`;
  return { began, versions, isCutShort };
}

/** @throws {InvalidBundleError} for a file that is damaged, and Node's error for one that cannot be read. */
export function readEvidence(folder: string): AsyncGenerator<Evidence> {
  return new EvidenceReader(createReadStream(join(folder, fileNames.evidence)), true).read();
}

function isStopped(evidence: Evidence): boolean {
  return evidence.kind === 'check' && evidence.ended.outcome === 'not tested' && evidence.ended.stopped === true;
}

function isOfResult(
  { target, seed, effort, profile, shard }: ShardStarted,
  again: Reevaluation,
  report: ShardReport,
): boolean {
  const { run, result } = report;
  const { index, count, selected } = shard;
  const found = {
    target,
    seed,
    effort,
    profile,
    selected,
    shard: { index, count },
    exchanges: again.collector.exchanges,
  };
  const { exchanges } = result;
  const expected = {
    target: run.target,
    seed: run.seed,
    effort: run.effort,
    profile: run.profile,
    selected: run.selected,
    shard: run.shard,
    exchanges,
  };
  return isDeepStrictEqual(found, expected);
}
