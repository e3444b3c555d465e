import type { ClauseId } from '../../contracts/clauses';
import { embeddedEndpoint } from './embedded-endpoint';
import type { Cause, Implementation } from './implementation';
import { jsonServer } from './json-server/json-server';
import { mimic } from './mimic/mimic';
import { mockoon } from './mockoon/mockoon';
import { nova } from './nova-pypi/nova';
import { prism } from './prism/prism';
import { specmatic } from './specmatic/specmatic';
import { steady } from './steady/steady';

/** By the name that `npm run implementation` takes. */
export const implementations: Readonly<Record<string, Implementation>> = {
  embedded: embeddedEndpoint,
  nova,
  mimic,
  prism,
  'json-server': jsonServer,
  mockoon,
  specmatic,
  steady,
};

/**
 * Reads `mimic` or `nova@34`.
 *
 * @throws {Error} for a name or a release that is not known here.
 */
export function parseRequest(text: string): { readonly implementation: Implementation; readonly release?: string } {
  const [name = '', release] = text.split('@');
  const implementation = Object.hasOwn(implementations, name) ? implementations[name] : undefined;
  if (implementation !== undefined) {
    if (release === undefined && implementation.releases === undefined) return { implementation };
    if (release !== undefined && implementation.releases?.includes(release)) return { implementation, release };
  }
  const known = Object.entries(implementations).flatMap(
    ([each, { releases }]) => releases?.map((one) => `${each}@${one}`) ?? [each],
  );
  throw new Error(`"${text}" is no implementation: name one of ${known.join(', ')}`);
}

/** The known cause of a violation. `name` is that of a stored run: the product, then the version. */
export function causeOf(name: string, clause: ClauseId): Cause | undefined {
  const implementation = implementationOf(name);
  if (implementation === undefined) return undefined;
  const major = Number(/^ (\d+)/.exec(name.slice(implementation.product.length))?.[1] ?? 0);
  return implementation.causes.find(
    ({ clauses, from = 0, to = Number.POSITIVE_INFINITY, deployment = '' }) =>
      clauses.includes(clause) && from <= major && major <= to && name.includes(deployment),
  );
}

/** `name` is that of a stored run. */
export function implementationOf(name: string): Implementation | undefined {
  return Object.values(implementations).find(({ product }) => name.startsWith(product));
}
