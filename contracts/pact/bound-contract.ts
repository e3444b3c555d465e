import type { Profile, Statuses } from '../profile';
import { type PactFile, type PactInteraction, standingOf } from './pact-file';

/** A contract as a profile binds it: each interaction accepts the statuses that the profile calls right. */
export function boundContract(contract: PactFile, { statuses }: Profile): PactFile {
  return { ...contract, interactions: contract.interactions.map((interaction) => bound(interaction, statuses)) };
}

function bound(interaction: PactInteraction, statuses: Statuses): PactInteraction {
  const standing = standingOf(interaction);
  if (standing === undefined) return interaction;
  const right = [...new Set(standing.cases.flatMap((name) => statuses[name]))];
  const matcher = { match: 'statusCode', status: right.length > 0 ? right : 'success' };
  const status = { $: { combine: 'AND', matchers: [matcher] } };
  const matchingRules = { ...(interaction.response.matchingRules as object | undefined), status };
  return { ...interaction, response: { ...interaction.response, status: right[0] ?? 200, matchingRules } };
}
