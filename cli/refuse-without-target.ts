import { flagOf, type Given } from './settings';
import { UsageError } from './usage-error';

/** The word that names the embedded endpoint as the target. */
export const embeddedTarget = 'embedded';

/** Parts of a target that the embedded endpoint brings along itself. */
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

/** Whether the embedded endpoint is examined: no target is named, or this one. */
export function isEmbedded({ target }: Given): boolean {
  return target === undefined || target === embeddedTarget;
}

/**
 * Refuses to examine the embedded endpoint in place of one that the user has described but forgot to name: it conforms,
 * so that the run would be green without a word about the user's own.
 *
 * @throws {UsageError}
 */
export function refuseWithoutTarget(given: Given): void {
  const second = ofSecondTarget.find((name) => given[name] !== undefined);
  if (given.against === undefined && second !== undefined) {
    throw new UsageError(`${flagOf(second)} is given, but no second target: name it with --against, or leave this out`);
  }
  if (!isEmbedded(given)) return;
  const part = ofTarget.find((name) => given[name] !== undefined);
  const described = given.describedBy ?? (part === undefined ? undefined : flagOf(part));
  if (given.target === undefined && described !== undefined) {
    throw new UsageError(
      `${described} is given, but no target: name it with --target or --os-cloud, or name the embedded endpoint with --target ${embeddedTarget}`,
    );
  }
  if (part === undefined) return;
  throw new UsageError(
    `${flagOf(part)} is given, but the target is ${embeddedTarget}, which has servers and projects of its own: leave one of them out`,
  );
}
