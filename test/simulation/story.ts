import type { Scenario } from './scenario';

/** How a process ended: by itself with a code, or killed by a loss of power or a second signal. */
export type Ended = { readonly code: number; readonly error?: unknown } | 'killed';

/**
 * The events of a simulation in one line.
 *
 * @param happened what others did during the run.
 */
export function tellStory(scenario: Scenario, happened: readonly string[], ended: Ended): string {
  const { endpoint, only, network, power, capacity, servers, made } = scenario;
  const { at, rate, kinds, outage } = network;
  const parts = [
    `${endpoint.kind} ${endpoint.name}`,
    only === undefined ? 'all clauses' : [...only].join(' '),
    made > 0 ? `${servers} servers and ${made} made` : `${servers} servers`,
    ...[...at].map(([number, fault]) => `${fault} at request ${number}`),
    ...(rate > 0 ? [`${rate * 100} % ${kinds.length > 1 ? 'mixed' : kinds.join()}`] : []),
    ...(outage === undefined ? [] : [`away for ${outage.duration} ms from request ${outage.from}`]),
    ...happened,
    ...(power.length > 0 ? [`power lost at steps ${power.join(', ')}`] : []),
    ...(Number.isFinite(capacity) ? [`a disk of ${capacity} bytes`] : []),
    ended === 'killed' ? 'killed' : `exit ${ended.code}`,
  ];
  return parts.join('; ');
}
