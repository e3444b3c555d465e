import type { Subject } from '../contracts/oracle/model';
import type { BaselineOutcome } from './baseline';
import type { Summary } from './verdict';

/** What is known of a run beside its findings. */
export interface RunFacts {
  readonly target: string;
  readonly profile: string;
  readonly effort: string;
  /** Of the generated inputs. */
  readonly seed: number;
  readonly strict: boolean;
  readonly waived: readonly string[];
  readonly quota: Subject['quota'];
  /** Version of the suite. */
  readonly suite: string;
  /** RFC 3339, UTC. Apart from these two, a result of the same target compares equal. */
  readonly began: string;
  readonly seconds: number;
  /** One sentence for each server that could not be put back. */
  readonly notPutBack: readonly string[];
}

/** The machine-readable result, as `result.json` holds it; its JSON Schema is `result-schema.ts`. */
export interface Result extends Summary {
  readonly format: 'ecs-metadata-conformance/result/1';
  readonly run: RunFacts;
  /** For a run with a baseline, whose exit code is by it. */
  readonly baseline?: BaselineOutcome;
}

export function resultOf(summary: Summary, run: RunFacts): Result {
  return { format: 'ecs-metadata-conformance/result/1', run, ...summary };
}
