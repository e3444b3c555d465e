import type { Broken } from './finding';

/** The statuses with which a target refuses requests that it takes another time: they tell of no reason. */
export function unsteadyStatuses(findings: Iterable<Broken>): ReadonlySet<number> {
  const statuses = new Set<number>();
  for (const { refused, isUnsteady } of findings) if (isUnsteady && refused !== undefined) statuses.add(refused);
  return statuses;
}

/** What is suspected of a broken finding, given these statuses: a refusal with one of them is of no other clause. */
export function suspectsGiven({ suspects, refused }: Broken, unsteady: ReadonlySet<number>): Broken['suspects'] {
  return refused !== undefined && unsteady.has(refused) ? ['ANSWER-01'] : suspects;
}
