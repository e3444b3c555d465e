import type { ClauseId } from '../../contracts/clauses';
import type { profiles } from '../../contracts/profiles';
import type { Profile } from '../../contracts/profiles/profile';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { allMutants } from '../../targets/mutants';
import { allVariants } from '../../targets/variants';

/** An endpoint of which it is known what a report must say. */
export interface SampleEndpoint {
  readonly name: string;
  /** Its fault, or its difference. */
  readonly description: string;
  readonly kind: 'mutant' | 'variant';
  /** The clauses that a report must blame; none for a right variant. */
  readonly killedBy: readonly ClauseId[];
  /** The clauses that it may blame as well. */
  readonly alsoBreaks: readonly ClauseId[];
  readonly behaviour: () => Partial<Behaviour>;
  /** Pairs that a server may have. */
  readonly quota: number | undefined;
  /** Its fault or difference shows on real connections alone. */
  readonly isOfTransport: boolean;
  /** By which profile it is examined, `ecs` where none is named. */
  readonly profile: keyof typeof profiles | Profile | undefined;
}

/** The embedded endpoint as it is, every right variant of it, and every mutant. */
export function sampleEndpoints(): SampleEndpoint[] {
  const right = { kind: 'variant', killedBy: [], alsoBreaks: [] } as const;
  return [
    {
      name: 'embedded',
      description: 'The embedded endpoint as it is.',
      ...right,
      behaviour: () => ({}),
      quota: undefined,
      profile: undefined,
      isOfTransport: false,
    },
    ...allVariants.map((variant) => ({ ...right, ...variant })),
    ...allMutants.map((mutant) => ({ kind: 'mutant' as const, quota: undefined, ...mutant })),
  ];
}
