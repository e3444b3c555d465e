import { type ClauseId, isClauseId } from '../clauses';
import type { Statuses } from '../profiles/profile';

/** The parts of a V4 pact file that the suite uses. */
export interface PactFile {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly PactInteraction[];
  readonly [part: string]: unknown;
}

export interface PactInteraction {
  readonly description: string;
  readonly providerStates?: readonly unknown[];
  readonly comments?: { readonly references?: Readonly<Record<string, Readonly<Record<string, string>>>> };
  readonly request: { readonly method: string; readonly path: string; readonly [part: string]: unknown };
  readonly response: { readonly status: number; readonly [part: string]: unknown };
  readonly [part: string]: unknown;
}

/** The group of references in which an interaction of this contract names its clause. */
export const referenceGroup = 'ecs-metadata-conformance';

/** The clause of an interaction of this contract. */
export interface InteractionReference {
  readonly clause: ClauseId;
  readonly title: string;
  /** The lists of statuses of a profile that are right for it. Empty if any 2xx is right. */
  readonly cases: readonly (keyof Statuses)[];
}

/** The clause of an interaction. Undefined for interactions of other contracts. */
export function referenceOf({ comments }: PactInteraction): InteractionReference | undefined {
  const { clause = '', title = '', cases = '' } = comments?.references?.[referenceGroup] ?? {};
  if (!isClauseId(clause)) return undefined;
  return { clause, title, cases: cases.split(' ').filter((name) => name !== '') as (keyof Statuses)[] };
}
