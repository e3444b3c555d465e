import { buildTarget } from '../../cli/target/build-target';
import { embeddedSettings } from '../../cli/target/embedded-target';
import { createEndpoint, describeEndpoint, type EndpointOptions } from '../../targets/embedded/endpoint';
import { createInMemoryNetwork } from '../../targets/embedded/in-memory-network';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import type { Target } from '../../targets/http/target';
import { realNetwork } from '../../targets/http/transport';
import { VirtualClock } from '../../targets/testing/virtual-clock';
import { runSuites } from '../harness/jest/run-suites';
import { runAll } from '../harness/session/run-suite';
import type { Session } from '../harness/session/session';
import { suitesInOrder } from '../harness/session/suite-order';
import type { SampleEndpoint } from './samples';

/** A request takes so many milliseconds there, and so many back. Requests that meet overtake each other. */
const latencies = [0.3, 0.9, 0.5, 1.4, 0.4, 0.7, 1.1];

/** An endpoint of this process as a target: without sockets, by a clock on which waiting takes no time. */
export function inMemoryTarget(options: EndpointOptions): Target {
  const clock = new VirtualClock();
  let turn = 0;
  const pass = () => {
    turn += 1;
    return clock.sleep(latencies[turn % latencies.length] ?? 1);
  };
  const network = createInMemoryNetwork(createEndpoint(clock, options), clock, async (request, deliver) => {
    await pass();
    const answer = await deliver(request);
    await pass();
    return answer;
  });
  const named = describeEndpoint('http://embedded.test');
  return { ...buildTarget(embeddedSettings(named), named.url, network), proxy: undefined };
}

/** An endpoint to examine, and how: in memory, or where its peculiarity needs them, over real connections. */
export async function openSample({ behaviour, quota, isOfTransport }: SampleEndpoint): Promise<OpenSample> {
  const options = { behaviour: behaviour(), quota };
  if (!isOfTransport) return { target: inMemoryTarget(options), run: runSuitesInProcess, end: async () => undefined };
  const reference = await startEndpoint(options);
  const target = { ...buildTarget(embeddedSettings(reference), reference.url, realNetwork), proxy: undefined };
  return { target, run: runSuites, end: () => reference.close() };
}

interface OpenSample {
  readonly target: Target;
  readonly run: (session: Session) => Promise<void>;
  end(): Promise<void>;
}

/** Runs the suites without Jest, and without the contract: Pact needs a process of its own, and real connections. */
export async function runSuitesInProcess(session: Session): Promise<void> {
  await runAll(
    session,
    suitesInOrder().filter(({ name }) => name !== 'contract'),
  );
}
