import { type ClauseId, clauses } from '../../contracts/clauses';
import { ecs } from '../../contracts/profiles/ecs';
import { variantsByTheme } from '../../targets/variants';
import { customProfileSamples } from './custom-profile-samples';
import { type Detection, killingClauses } from './detection';
import type { QueueItem } from './pool';
import type { SampleEndpoint } from './samples';

/**
 * The part of the proof that `npm test` repeats: a mutant for each clause, a compliant variant for each theme, and the
 * profiles of users. Mutants, and endpoints over real connections, are tested by some clauses only.
 */
export function shortProof(endpoints: readonly SampleEndpoint[], detection: Detection): QueueItem[] {
  const mutants = new Set(clauses.flatMap(({ id }) => cheapestMutant(id, endpoints, detection) ?? []));
  const variants = endpoints.filter(({ name }) => variantsByTheme.some(([first]) => first?.name === name));
  return [
    ...variants.map(({ name, isOfTransport }) => ({ name, seed: 1, ...(isOfTransport && { narrow: storing }) })),
    ...[...mutants].map((known) => ({
      name: known.name,
      seed: 1,
      narrow: killingClauses(known, detection[known.name]),
    })),
    ...customProfileSamples().map(({ name, killedBy, profile }) => {
      const isWhole = typeof profile === 'object' && profile.statuses !== ecs.statuses && killedBy.length === 0;
      return { name, seed: 1, narrow: isWhole ? undefined : killedBy.length > 0 ? killedBy : boundByNumbers };
    }),
  ];
}

const ofFamilies = (...families: string[]): ClauseId[] =>
  clauses.flatMap(({ id }) => (families.includes(id.replace(/-\d+$/, '')) ? [id] : []));

const storing = ofFamilies('REPLACE', 'ANSWER');
/** Clauses in which a profile sets a number. */
const boundByNumbers = ofFamilies('ANSWER', 'KEY', 'QUOTA', 'VALUE');

/** Of the mutants that only this clause kills: the one with the fewest requests, the first by name of several. */
function cheapestMutant(
  clause: ClauseId,
  endpoints: readonly SampleEndpoint[],
  detection: Detection,
): SampleEndpoint | undefined {
  const cost = ({ name }: SampleEndpoint) => detection[name]?.first ?? Number.POSITIVE_INFINITY;
  return endpoints
    .filter(({ killedBy, isOfTransport, name }) => {
      return killedBy.join() === clause && !isOfTransport && detection[name]?.effort === 'quick';
    })
    .sort((one, other) => cost(one) - cost(other) || (one.name < other.name ? -1 : 1))[0];
}
