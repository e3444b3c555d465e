import { openStackVariables } from '../../cli/mock/client-settings';
import type { Metadata } from '../../contracts/metadata';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { type IncomingRequest, type OutgoingResponse, unauthorized } from '../../targets/embedded/http';
import type { Store } from '../../targets/embedded/store';
import { noFaults } from '../../targets/mock/faults/faults';
import { startMock } from '../../targets/mock/start-mock';
import type { Driver } from './driver';
import { type DriverOutput, type Outcome, outcomeOf, type Stored } from './outcome';
import type { Operation, Scenario } from './scenarios';

/** A request to the compute API, its response, and the state of the server before it. */
export interface Exchange {
  readonly request: IncomingRequest;
  readonly response: OutgoingResponse;
  readonly before: { readonly metadata: Metadata; readonly tokenIsGood: boolean };
}

export interface Played {
  readonly operation: Operation | undefined;
  readonly output: DriverOutput;
  readonly outcome: Outcome;
  readonly exchanges: readonly Exchange[];
  readonly stored: Stored;
}

const serverId = '11111111-1111-4111-8111-111111111111';
const unknownServerId = '99999999-9999-4999-8999-999999999999';

/** Plays a scenario: a mock of its own, and one call of the client for each operation until it has one. */
export async function playScenario(scenario: Scenario, driver: Driver): Promise<Played> {
  const { given, metadata, keys, operations } = scenario;
  const recorder = new Recorder(given.token);
  const mock = await startMock({
    servers: [{ id: serverId, metadata: given.metadata, ...(given.vmState && { vmState: given.vmState }) }],
    faults: { ...noFaults, behaviour: recorder.behaviour },
  });
  try {
    for (const operation of operations) {
      const target = given.noServer ? unknownServerId : serverId;
      const output = await driver.call({ operation, serverId: target, metadata, keys }, openStackVariables(mock));
      if ('absent' in output) continue;
      const stored = recorder.stored() ?? given.metadata;
      const statuses = recorder.exchanges.map(({ response }) => response.status);
      const outcome = outcomeOf(scenario, output, stored, statuses);
      return { operation, output, outcome, exchanges: recorder.exchanges, stored };
    }
  } finally {
    await mock.close();
  }
  return { operation: undefined, output: { absent: true }, outcome: 'absent', exchanges: [], stored: given.metadata };
}

/** Records what the client sends to the compute API. */
class Recorder {
  readonly exchanges: Exchange[] = [];
  private store: Store | undefined;
  private authorised = 0;
  readonly behaviour: Partial<Behaviour> = {
    handle: async (request, next, store) => {
      this.store = store;
      const before = { metadata: this.metadata(), tokenIsGood: this.isGood() };
      const response = await next(request);
      if (request.url.includes('/servers')) this.exchanges.push({ request, response, before });
      return response;
    },
    authorise: (...parameters) => {
      const isGood = this.isGood();
      this.authorised += 1;
      if (!isGood) throw unauthorized();
      return compliant.authorise(...parameters);
    },
  };

  constructor(private readonly token: 'expired' | 'refused' | undefined) {}

  /** Undefined if the client has sent nothing. */
  stored(): Stored | undefined {
    if (this.store === undefined) return undefined;
    return this.store.servers.has(serverId) ? this.metadata() : 'gone';
  }

  private metadata(): Metadata {
    return this.store?.servers.get(serverId)?.metadata ?? {};
  }

  private isGood(): boolean {
    return this.token === undefined || (this.token === 'expired' && this.authorised > 0);
  }
}
