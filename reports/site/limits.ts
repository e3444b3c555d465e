import { countNoun } from '../../contracts/text/count-noun';
import type { MissingCapability, RunFacts } from '../result/result';
import { describeCapability } from '../verdict/missing-capabilities';
import type { ClauseHistory, TargetHistory } from './history';
import type { RunSummary } from './run-summary';

/** The limits of a target that its runs found. */
export interface TargetLimits {
  /** The run that the facts come from: the newest one of all clauses, if there is one. */
  readonly basis: RunSummary;
  /** Names and sentences. A sentence may quote the target. Empty where only the verdicts of the run are stored. */
  readonly facts: readonly (readonly [name: string, sentence: string])[];
  /** The clauses that set a limit. */
  readonly clauses: readonly ClauseHistory[];
}

const limitClauses: readonly string[] = [
  'KEY-01',
  'KEY-04',
  'VALUE-01',
  'VALUE-04',
  'VALUE-06',
  'QUOTA-01',
  'QUOTA-02',
  'QUOTA-03',
];

export function limitsOf({ runs, latest, clauses }: TargetHistory): TargetLimits {
  const basis = runs.findLast(({ run }) => run.facts.selected === undefined)?.run ?? latest;
  const isVersion = ({ capability }: MissingCapability) => capability === 'v2' || capability === 'v2.1';
  const isVmStates = ({ capability }: MissingCapability) => capability === 'vm-states';
  const others = basis.missing.filter((missing) => !isVersion(missing) && !isVmStates(missing));
  return {
    basis,
    facts:
      basis.facts.quota === undefined
        ? []
        : [
            ['quota', quotaSentence(basis.facts.quota)],
            ['versions', versionsSentence(basis, basis.missing.filter(isVersion))],
            ['vm_states', vmStatesSentence(basis, basis.missing.find(isVmStates))],
            ...others.map((missing) => ['not offered', missingSentence(missing)] as const),
          ],
    clauses: clauses.filter(({ clause }) => limitClauses.includes(clause)),
  };
}

const quotaSources: Readonly<Record<RunFacts['quota']['source'], string>> = {
  declared: 'given by the user',
  asked: 'read from the target',
  probed: 'measured',
  assumed: 'assumed',
};

function quotaSentence({ limit, source }: RunFacts['quota']): string {
  return `${limit === -1 ? 'no limit' : countNoun(limit, 'pair')} (${quotaSources[source]})`;
}

function versionsSentence(basis: RunSummary, missing: readonly MissingCapability[]): string {
  if (missing.length > 0) return missing.map((each) => `not served: ${missingSentence(each)}`).join('; ');
  return isTested(basis, 'VERSION') ? '/v2 and /v2.1' : 'not tested';
}

function vmStatesSentence(basis: RunSummary, missing: MissingCapability | undefined): string {
  if (missing !== undefined) return `out of reach: ${describeCapability(missing).why}`;
  return isTested(basis, 'STATE') ? 'every vm_state of the clauses was reached' : 'not tested';
}

function missingSentence(missing: MissingCapability): string {
  const { what, why } = describeCapability(missing);
  return `${what} (${why})`;
}

function isTested({ clauses }: RunSummary, family: string): boolean {
  return [...clauses].some(([clause, { verdict }]) => clause.startsWith(`${family}-`) && verdict !== 'not tested');
}
