import { asObject } from '../http/json';
import { ecs } from '../profiles/ecs';
import type { Limits, Profile } from '../profiles/profile';
import { codePointCount } from '../text/characters';
import { type PactFile, type PactInteraction, referenceOf } from './pact-file';

/**
 * The contract under a profile: each interaction accepts the statuses of the profile and uses keys and values of its
 * lengths.
 */
export function bindContract(contract: PactFile, profile: Profile): PactFile {
  return {
    ...contract,
    interactions: contract.interactions.map((interaction) => bindInteraction(interaction, profile)),
  };
}

function bindInteraction(interaction: PactInteraction, { limits, statuses }: Profile): PactInteraction {
  const reference = referenceOf(interaction);
  if (reference === undefined) return interaction;
  const { request, response } = interaction;
  const right = [...new Set(reference.cases.flatMap((name) => statuses[name]))];
  const matcher = { match: 'statusCode', status: right.length > 0 ? right : 'success' };
  const matchers = { $: { combine: 'AND', matchers: [matcher] } };
  const matchingRules = { ...(response.matchingRules as object | undefined), status: matchers };
  // If any 2xx is right, the example shows the usual one.
  const [usual = 200] = request.method === 'GET' ? [] : statuses.accepted;
  const bound = { ...interaction, response: { ...response, status: right[0] ?? usual, matchingRules } };
  return fitLengths(bound, limits) as PactInteraction;
}

type Lengths = Pick<Limits, 'keyLength' | 'valueLength'>;

/**
 * A part of the contract with the lengths of a profile. The contract uses the limits of the page. A text of the maximum
 * length, or one character longer, gets the corresponding length. Such a text is one repeated character.
 */
function fitLengths(part: unknown, limits: Lengths): unknown {
  if (typeof part === 'string') return fitText(part, ecs.limits.valueLength, limits.valueLength);
  if (Array.isArray(part)) return part.map((member) => fitLengths(member, limits));
  const members = asObject(part);
  if (members === undefined) return part;
  const { keyLength } = ecs.limits;
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      fitText(name, keyLength, limits.keyLength),
      fitLengths(member, limits),
    ]),
  );
}

function fitText(text: string, from: number, to: number): string {
  const excess = codePointCount(text) - from;
  const [character = ''] = text;
  return (excess === 0 || excess === 1) && text === character.repeat(from + excess)
    ? character.repeat(to + excess)
    : text;
}
