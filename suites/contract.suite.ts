import { expect } from 'expect';
import { answerBody } from '../contracts/answer-body';
import type { ClauseId } from '../contracts/clauses';
import { jsonOf, toBody } from '../contracts/exchange';
import type { Version } from '../contracts/metadata';
import { boundContract } from '../contracts/pact/bound-contract';
import contract from '../contracts/pact/contract.json';
import { type PactFile, type PactInteraction, standingOf } from '../contracts/pact/pact-file';
import { routeOf } from '../contracts/route';
import { verifyFile } from './contract/verify-file';
import { clause, type Tools } from './harness/clause';

interface Promised {
  readonly clause: ClauseId;
  readonly title: string;
  /** Where the interaction stands in the contract. */
  readonly places: Map<Version, number>;
}

for (const { clause: id, title, places } of promised()) {
  clause(id, `keeps the contract: ${title}`, (tools) => keeps(tools, places.get(tools.version) ?? -1), [
    ...places.keys(),
  ]);
}

/** What the contract promises, under whichever versions it does. */
function promised(): Iterable<Promised> {
  const promises = new Map<string, Promised>();
  for (const [place, interaction] of (contract as PactFile).interactions.entries()) {
    const standing = standingOf(interaction);
    const version = routeOf(interaction.request.path)?.version;
    if (standing === undefined || version === undefined)
      throw new Error(`${interaction.description} stands for nothing`);
    const { clause: id, title } = standing;
    const promise = promises.get(`${id} ${title}`) ?? { clause: id, title, places: new Map() };
    promises.set(`${id} ${title}`, promise);
    promise.places.set(version, place);
  }
  return promises.values();
}

/** Pact says whether an interaction came out as the contract says. The oracle judges the same exchange. */
async function keeps(tools: Tools, place: number): Promise<void> {
  const { interactions, ...head } = boundContract(contract, tools.profile);
  const interaction = interactions[place] as PactInteraction;
  const { verified } = await verifyFile({ ...head, interactions: [interaction] } as PactFile, tools);
  const [one, ...rest] = verified;
  if (one === undefined || rest.length > 0) throw new Error(`Pact verified ${verified.length} interactions for one`);
  if ('hindrance' in one.relayed) throw one.relayed.hindrance;
  const { status, body } = one.relayed.answer;
  if (interaction.request.method === 'GET' && answerBody(jsonOf(toBody(body))) === undefined) {
    tools.notTested(`GET of the metadata was answered with status ${status} and shows no map`);
  }
  expect(one.mismatches).toEqual([]);
}
