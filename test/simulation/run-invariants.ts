import { gunzipSync } from 'node:zlib';
import type { MemoryFiles } from '../../cli/machine/testing/memory-files';
import type { ClauseId } from '../../contracts/clauses';
import type { Evidence } from '../../contracts/evidence/events';
import { profiles } from '../../contracts/profiles';
import type { Result } from '../../reports/result/result';
import { Reevaluation } from '../../reports/verdict/re-evaluate';
import type { Scenario } from './scenario';

/** A run that ended by itself. */
export interface FinishedRun {
  readonly scenario: Scenario;
  readonly code: number;
  readonly error?: unknown;
  readonly disk: MemoryFiles;
  /** The folder of its reports. */
  readonly out: string;
  readonly requests: number;
  /** No fault of the network, and nobody else on the servers. */
  readonly isUndisturbed: boolean;
}

/** The invariants of a run that do not hold: one sentence each. */
export function brokenByRun(run: FinishedRun): string[] {
  const result = readResult(run);
  return [
    ...brokenByExit(run),
    ...(result === undefined ? [] : [...brokenByVerdict(run, result), ...brokenByEvidence(run, result)]),
  ];
}

function readResult({ disk, out }: FinishedRun): Result | undefined {
  const path = `${out}/result.json`;
  return disk.exists(path) ? (JSON.parse(disk.read(path).toString('utf8')) as Result) : undefined;
}

function brokenByExit(run: FinishedRun): string[] {
  const { code, error } = run;
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (code === 4) return [`the run ends as a defect of the suite: ${words}`];
  return code === 2 && !mayEndWithExit2(run, words) ? [`exit 2 without a reason: ${words.split('\n')[0]}`] : [];
}

/** The disk was full, servers were changed by others, or the target was away. */
function mayEndWithExit2({ scenario }: FinishedRun, words: string): boolean {
  const { capacity, interferences, network, endpoint } = scenario;
  if (Number.isFinite(capacity) || interferences.size > 0 || network.outage !== undefined) return true;
  return endpoint.kind === 'mutant' && /cannot be used|lost metadata/.test(words);
}

function brokenByVerdict({ scenario, isUndisturbed }: FinishedRun, result: Result): string[] {
  const { endpoint, only, isStrict } = scenario;
  const { killedBy, alsoBreaks, kind, name } = endpoint;
  const broken: string[] = [];
  if (result.verdict === 'error') broken.push(`the suite contradicts itself: ${result.defects.join('; ')}`);
  const isExpected = (clause: ClauseId) => killedBy.includes(clause) || alsoBreaks.includes(clause);
  const wrongly = result.clauses.flatMap(({ clause, verdict, failures }) => {
    // A failure of a mutant that is not seen again is reported as such.
    const isRefuted = kind === 'mutant' && failures.every(({ confirmed }) => confirmed?.shown === 0);
    return verdict === 'failed' && !isExpected(clause) && !isRefuted ? [clause] : [];
  });
  // A part of the checks may not be enough to attribute the fault of a mutant.
  const isWhole = kind === 'variant' || (only === undefined && isUndisturbed);
  if (isWhole && wrongly.length > 0) broken.push(`${kind} ${name} is blamed for ${wrongly.join(', ')}`);
  const binds = killedBy.some((each) => {
    return result.clauses.some(({ clause, level }) => clause === each && level !== 'SHOULD');
  });
  if (kind === 'mutant' && result.verdict === 'conformant' && (binds || isStrict)) {
    broken.push('a wrong endpoint is conformant');
  }
  return broken;
}

/** The evidence gives the same verdicts when it is judged again, and the run kept to the announced requests. */
function brokenByEvidence({ scenario, disk, out, requests }: FinishedRun, result: Result): string[] {
  const path = `${out}/evidence.jsonl.gz`;
  if (!disk.exists(path)) return [];
  const { endpoint, isStrict } = scenario;
  const again = new Reevaluation(
    typeof endpoint.profile === 'string' ? profiles[endpoint.profile] : profiles.ecs,
    true,
  );
  let most = Number.POSITIVE_INFINITY;
  for (const line of gunzipSync(disk.read(path)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const evidence = JSON.parse(line) as Evidence;
    if (evidence.kind === 'preflight') most = evidence.most;
    again.add(evidence);
  }
  const broken: string[] = [];
  const { clauses } = again.end(isStrict);
  const errors = again.errors.slice(0, 3);
  if (errors.length > 0) broken.push(`the evidence is objected to: ${errors.join('; ')}`);
  const differs = clauses.filter(({ clause, verdict }) => {
    return result.clauses.find((each) => each.clause === clause)?.verdict !== verdict;
  });
  if (differs.length > 0) broken.push(`judged again, ${differs.map(({ clause }) => clause).join(', ')} differ`);
  if (requests > most * 1.1 + 500) broken.push(`${requests} requests were sent, and ${most} were announced at most`);
  return broken;
}
