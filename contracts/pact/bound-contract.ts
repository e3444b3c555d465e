import type { Profile } from '../profile';
import { fitted } from './fitted';
import { type PactFile, type PactInteraction, standingOf } from './pact-file';

/**
 * A contract as a profile binds it: each interaction accepts the statuses that the profile calls right, and is about keys
 * and values of the lengths that it sets.
 */
export function boundContract(contract: PactFile, profile: Profile): PactFile {
  return { ...contract, interactions: contract.interactions.map((interaction) => bound(interaction, profile)) };
}

function bound(interaction: PactInteraction, { limits, statuses }: Profile): PactInteraction {
  const standing = standingOf(interaction);
  if (standing === undefined) return interaction;
  const { request, response } = interaction;
  const right = [...new Set(standing.cases.flatMap((name) => statuses[name]))];
  const matcher = { match: 'statusCode', status: right.length > 0 ? right : 'success' };
  const matchers = { $: { combine: 'AND', matchers: [matcher] } };
  const matchingRules = { ...(response.matchingRules as object | undefined), status: matchers };
  // Where any 2xx is right, the example shows the one that is usual.
  const [usual = 200] = request.method === 'GET' ? [] : statuses.accepted;
  const told = { ...interaction, response: { ...response, status: right[0] ?? usual, matchingRules } };
  return fitted(told, limits) as PactInteraction;
}
