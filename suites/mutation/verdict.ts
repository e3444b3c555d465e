import type { ClauseId } from '../../contracts/clauses';
import type { Effort } from '../harness/run/run-plan';
import { runSample, type SampleRun } from './sample-run';
import type { SampleEndpoint } from './samples';

/** How an endpoint of which it is known what a report must say came through, under one seed. */
export interface SampleVerdict extends SampleRun {
  readonly name: string;
  readonly seed: number;
  /** The least effort by which everything was found. */
  readonly effort: Effort['name'];
  readonly misjudgements: readonly string[];
  /** The result of a run of smoke effort on a mutant; absent if the run finds nothing. */
  readonly smoke?: SmokeOutcome;
}

/** `killed`: it names a clause that the mutant violates, and no other. `other clause`: it also names another one. */
export type SmokeOutcome = 'killed' | 'other clause';

export interface JudgeOptions {
  readonly seed: number;
  /**
   * A mutant is first examined by the checks and laws of these clauses alone, and wholly only where it survives that. It
   * is many times as fast, and shows that it is killed, but not that nothing else is blamed.
   */
  readonly narrow?: readonly ClauseId[] | undefined;
}

const efforts = ['quick', 'standard', 'thorough'] as const;

/**
 * With quick effort first, and with more only for what survives it. What an examination as a whole says wrongly counts,
 * also where a longer one would say it rightly.
 */
export async function judgeSample(known: SampleEndpoint, { seed, narrow }: JudgeOptions): Promise<SampleVerdict> {
  const ofProof = (effort: Effort['name'], proved: SampleRun, complaints: string[]): SampleVerdict => {
    return { name: known.name, seed, effort, misjudgements: complaints, ...proved };
  };
  if (narrow !== undefined) {
    const proved = await runSample(known, { effort: 'quick', seed, only: new Set(narrow) });
    if (missedClauses(known.killedBy, proved).length === 0)
      return ofProof('quick', proved, findMisjudgements(known, proved));
  }
  const smoke = await runSample(known, { effort: 'smoke', seed });
  // So few checks may name a clause beside the right one. A right endpoint must not fail.
  const wrongs =
    known.kind === 'variant' ? findFalseFailures(known, smoke).map((wrong) => `with smoke effort ${wrong}`) : [];
  for (const effort of efforts) {
    const proved = await runSample(known, { effort, seed });
    const isLast = missedClauses(known.killedBy, proved).length === 0 || effort === 'thorough';
    if (isLast) {
      const verdict = ofProof(effort, proved, [...wrongs, ...findMisjudgements(known, proved)]);
      const outcome = smokeOutcome(known, smoke);
      return { ...verdict, ...(outcome && { smoke: outcome }) };
    }
    wrongs.push(...findFalseFailures(known, proved).map((wrong) => `with ${effort} effort ${wrong}`));
  }
  throw new Error('there is no effort beyond thorough');
}

function smokeOutcome({ killedBy, alsoBreaks }: SampleEndpoint, { failed }: SampleRun): SmokeOutcome | undefined {
  if (failed.length === 0) return undefined;
  const isRight = (clause: ClauseId) => killedBy.includes(clause) || alsoBreaks.includes(clause);
  return failed.every(isRight) && failed.some((clause) => killedBy.includes(clause)) ? 'killed' : 'other clause';
}

/** The wrong verdicts of the suite on an endpoint, a sentence each. */
function findMisjudgements(known: SampleEndpoint, proved: SampleRun): string[] {
  const missed = missedClauses(known.killedBy, proved);
  return [...(missed.length > 0 ? [`survives ${missed.join(', ')}`] : []), ...findFalseFailures(known, proved)];
}

/** The same but for what it does not say at all. */
function findFalseFailures({ kind, killedBy, alsoBreaks }: SampleEndpoint, proved: SampleRun): string[] {
  const { failed, suiteErrors, notRestored } = proved;
  const wrongly = failed.filter((clause) => !killedBy.includes(clause) && !alsoBreaks.includes(clause));
  return [
    ...(wrongly.length > 0
      ? [`is blamed for ${wrongly.join(', ')}${kind === 'variant' ? '' : ', which it keeps'}`]
      : []),
    ...suiteErrors,
    ...(kind === 'variant' ? notRestored : []),
  ];
}

/** The clauses that should have been blamed. */
function missedClauses(killedBy: SampleEndpoint['killedBy'], { failed }: SampleRun): SampleEndpoint['killedBy'] {
  return killedBy.filter((clause) => !failed.includes(clause));
}
