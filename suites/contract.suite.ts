import { answerBody } from '../contracts/answer-body';
import { jsonOf, toBody } from '../contracts/exchange';
import { boundContract } from '../contracts/pact/bound-contract';
import contract from '../contracts/pact/contract.json';
import { type PactFile, type PactInteraction, standingOf } from '../contracts/pact/pact-file';
import { routeOf } from '../contracts/route';
import { verifyFile } from './contract/verify-file';
import { clause, type Tools } from './harness/clause';

for (const [place, interaction] of (contract as PactFile).interactions.entries()) {
  const standing = standingOf(interaction);
  const version = routeOf(interaction.request.path)?.version;
  if (standing === undefined || version === undefined) throw new Error(`${interaction.description} stands for nothing`);
  clause(standing.clause, `keeps the contract: ${standing.title}`, (tools) => keeps(tools, place), [version]);
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
