import type { Evidence, ExchangeRecorded } from '../../../contracts/evidence/events';
import type { Exchange } from '../../../contracts/http/exchange';
import { metadataPath } from '../../../contracts/http/route';
import { TargetUnavailableError } from '../../../targets/errors';
import type { Server } from '../../../targets/metadata-api';
import type { TestContext } from '../dsl/test-context';
import { isSkip } from '../run/check-outcome';
import { INITIAL } from '../worker/fixtures';
import type { Step } from './inputs';

/** The exchanges of one step: the PUT, and the GET after it. */
export interface Reaction {
  readonly put: Exchange;
  readonly get: Exchange;
}

/** One of two targets that get the same inputs. */
export class ComparedTarget {
  /** The exchanges of the current input, with their findings. */
  exchanged: ExchangeRecorded[] = [];
  requests = 0;
  private tools: TestContext | undefined;
  private flush: () => void = () => undefined;

  constructor(readonly url: string) {}

  /** Receives every exchange with this target. */
  record(evidence: Evidence): void {
    if (evidence.kind !== 'exchange') return;
    this.requests += 1;
    this.exchanged.push(evidence);
  }

  /** @param tellSoFar emits all exchanges up to then. */
  start(tools: TestContext, tellSoFar: () => void): void {
    this.tools = tools;
    this.flush = tellSoFar;
  }

  /** Sends every step to a server that holds two known pairs, and reads the map after each. */
  async react(steps: readonly Step[]): Promise<Reaction[]> {
    const { tools } = this;
    if (tools === undefined) throw new RangeError('this side has not begun');
    const server = await prepareServer(tools);
    this.flush();
    this.exchanged = [];
    const reactions: Reaction[] = [];
    for (const step of steps) reactions.push(await this.step(tools, server, step));
    return reactions;
  }

  private async step(tools: TestContext, server: Server, { version, body }: Step): Promise<Reaction> {
    await tools.put(server, body, { version });
    const put = this.last();
    await tools.send({ method: 'GET', path: metadataPath(version, server.projectId, server.id), as: server.as });
    return { put, get: this.last() };
  }

  /** As recorded, with secrets replaced. */
  private last(): Exchange {
    this.flush();
    const exchanged = this.exchanged.at(-1);
    if (exchanged === undefined) throw new RangeError('nothing was sent');
    return exchanged.exchange;
  }
}

/** @throws {TargetUnavailableError} for a target that cannot even be prepared. */
async function prepareServer(tools: TestContext): Promise<Server> {
  try {
    const server = await tools.given.server('active', INITIAL);
    // Both URLs may lead to the same servers, so the other side may have changed the map.
    await tools.replace(server, INITIAL);
    await tools.read(server);
    return server;
  } catch (error) {
    throw isSkip(error) ? new TargetUnavailableError(error.message) : error;
  }
}
