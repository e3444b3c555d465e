import { flagOf, type Given } from './settings';
import { UsageError } from './usage-error';

/** What is only ever said of a target of the user's own; a project and a token may come from the environment unasked. */
const ofTarget = [
  'serverId',
  'vmState',
  'vmStateHook',
  'otherCloud',
  'otherProjectId',
  'otherToken',
  'otherServerId',
  'createServers',
] as const;

const ofSecondTarget = ['againstProjectId', 'againstServerId', 'againstToken'] as const;

/**
 * Refuses to examine the embedded endpoint in place of one that the user has described but forgot to name.
 *
 * @throws {UsageError}
 */
export function refuseWithoutTarget(given: Given): void {
  const second = ofSecondTarget.find((name) => given[name] !== undefined);
  if (given.against === undefined && second !== undefined) {
    throw new UsageError(`${flagOf(second)} is given, but no second target: name it with --against, or leave this out`);
  }
  const described = ofTarget.find((name) => given[name] !== undefined);
  if (given.target !== undefined || described === undefined) return;
  throw new UsageError(
    `${flagOf(described)} is given, but no target: name it with --target or --os-cloud, or leave this out for the embedded endpoint`,
  );
}
