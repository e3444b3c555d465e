import type { Need } from '../../contracts/capabilities';
import type { CheckId } from '../../contracts/evidence/check-id';
import { jsonOf, toBody } from '../../contracts/http/exchange';
import { parseMetadataBody } from '../../contracts/http/parse-response';
import { routeOf } from '../../contracts/http/route';
import type { Version } from '../../contracts/metadata';
import { bindContract } from '../../contracts/pact/bind-contract';
import contract from '../../contracts/pact/contract.json';
import { type PactFile, type PactInteraction, referenceOf } from '../../contracts/pact/pact-file';
import { batch, type CheckInfo } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { needsOfInteraction } from '../harness/pact/provider-states';
import { type Verified, verifyFile } from '../harness/pact/verify-pact';
import { NotTested } from '../harness/run/check-outcome';

interface PromisedCheck {
  readonly id: CheckId;
  readonly title: string;
  readonly interactions: Map<Version, PactInteraction>;
  readonly needs: Set<Need>;
}

const promisedChecks = findPromisedChecks();

batch(
  [...promisedChecks.values()].map(({ id, title, interactions, needs }) => ({
    id,
    title,
    under: [...interactions.keys()],
    needs: [...needs],
  })),
  async (turns, profile) => {
    const interactions = turns.map(({ check }) => interactionOf(check));
    const file = bindContract({ ...(contract as PactFile), interactions }, profile);
    const { verified } = await verifyFile(file, (place) => turns[place] as (typeof turns)[number]);
    return verified.map((one, place) => () => judge(one, interactions[place] as PactInteraction));
  },
);

/** The checks that the contract promises, with their versions. It has one for a clause. */
function findPromisedChecks(): ReadonlyMap<CheckId, PromisedCheck> {
  const found = new Map<CheckId, PromisedCheck>();
  for (const interaction of (contract as PactFile).interactions) {
    const standing = referenceOf(interaction);
    const version = routeOf(interaction.request.path)?.version;
    if (standing === undefined || version === undefined)
      throw new Error(`${interaction.description} stands for nothing`);
    const { clause, title: promise } = standing;
    const id: CheckId = `${clause}/contract`;
    const title = `keeps the contract: ${promise}`;
    const one = found.get(id) ?? { id, title, interactions: new Map(), needs: new Set() };
    found.set(id, one);
    one.interactions.set(version, interaction);
    for (const need of needsOfInteraction(interaction)) one.needs.add(need);
  }
  return found;
}

function interactionOf({ id, version }: CheckInfo): PactInteraction {
  const interaction = promisedChecks.get(id)?.interactions.get(version);
  if (interaction === undefined) throw new Error(`the contract promises no ${id} under ${version}`);
  return interaction;
}

/** Pact compares an interaction with the contract. The oracle judges the same exchange. */
function judge({ relayed, mismatches }: Verified, { request }: PactInteraction): void {
  if ('hindrance' in relayed) throw relayed.hindrance;
  const { status, headers, body } = relayed.answer;
  if (request.method === 'GET' && parseMetadataBody(jsonOf(toBody(body))) === undefined) {
    throw new NotTested(`GET of the metadata was answered with status ${status} and shows no map`);
  }
  // No clause is about the content type of a GET.
  if (request.method === 'GET' && !/json/i.test(headers['content-type'] ?? '')) {
    throw new NotTested('GET of the metadata is not answered as JSON, and Pact compares nothing else');
  }
  expect(mismatches).toEqual([]);
}
